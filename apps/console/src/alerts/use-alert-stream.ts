import { useQueryClient } from '@tanstack/react-query';
import { WartaError } from '@warta/client';
import type { WartaClient } from '@warta/client';
import { useEffect, useRef, useState } from 'react';
import type { StreamedAlert } from '../api/answers.ts';
import { signOut, useClient } from '../session/session.ts';
import { isOverFor, laterId, readAlerts, waitBeforeRetryMs } from './alert-stream.ts';

/** Heartbeats come every 15 s: a line that is silent for so long is cut without having said so. */
const SILENT_MAX_MS = 45_000;

interface Options {
  /** Only of this saved search. */
  readonly search: string | undefined;
  /** The last event that is shown already; nothing is asked before it is known. */
  readonly after: string | undefined;
  readonly isReady: boolean;
  readonly onEvent: (streamed: StreamedAlert) => void;
}

/** `ended`: for good, such as that of a search which was deleted. */
export type StreamState = 'connecting' | 'live' | 'waiting' | 'ended';

/**
 * Alerts as they come, while the page is shown: a tab in the background holds no connection. When it
 * is shown again, or the line was cut, it goes on from the last event, so that none is lost.
 */
export function useAlertStream({ search, after, isReady, onEvent }: Options): StreamState {
  const client = useClient();
  const queries = useQueryClient();
  const isShown = useIsShown();
  const [state, setState] = useState<StreamState>('connecting');
  const latest = useRef({ onEvent, after });
  useEffect(() => {
    latest.current = { onEvent, after: laterId(latest.current.after, after) };
  });
  useEffect(() => {
    if (!isReady || !isShown) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    void stayConnected({
      client,
      search,
      signal,
      onState: (next) => {
        if (signal.aborted) return;
        setState(next);
        // What is listed beside it says why: it may list what is no more.
        if (next !== 'ended') return;
        void queries.invalidateQueries({ queryKey: ['alerts'] });
        void queries.invalidateQueries({ queryKey: ['searches'] });
      },
      position: () => latest.current.after,
      onEvent: (id, streamed) => {
        if (signal.aborted) return;
        latest.current.after = laterId(latest.current.after, id);
        latest.current.onEvent(streamed);
      },
    });
    return () => controller.abort();
  }, [client, queries, search, isReady, isShown]);
  return state;
}

interface Connection {
  readonly client: WartaClient;
  readonly search: string | undefined;
  readonly signal: AbortSignal;
  readonly position: () => string | undefined;
  readonly onEvent: (id: string, streamed: StreamedAlert) => void;
  readonly onState: (state: StreamState) => void;
}

async function stayConnected(connection: Connection): Promise<void> {
  const { signal, onState } = connection;
  for (let failures = 0; !signal.aborted;) {
    try {
      await readOnce(connection, () => {
        failures = 0;
        onState('live');
      });
    } catch (error) {
      if (error instanceof WartaError && error.status === 401) signOut(true);
      if (isOverFor(error)) return onState('ended');
    }
    if (signal.aborted) return;
    onState('waiting');
    await pause(waitBeforeRetryMs(failures, Math.random()), signal);
    failures++;
  }
}

/** One connection until it ends, by whatever side, or is silent for too long. */
async function readOnce(connection: Connection, onOpen: () => void): Promise<void> {
  const { client, search, signal, position, onEvent } = connection;
  const line = new AbortController();
  const cut = () => line.abort();
  signal.addEventListener('abort', cut, { once: true });
  let silence = setTimeout(cut, SILENT_MAX_MS);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(cut, SILENT_MAX_MS);
  };
  try {
    const last = position();
    const { data } = await client.GET('/v1/alerts/stream', {
      params: {
        query: search === undefined ? {} : { search },
        header: last === undefined ? {} : { 'Last-Event-ID': last },
      },
      parseAs: 'stream',
      signal: line.signal,
    });
    if (!data) return;
    onOpen();
    const listened = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        heard();
        controller.enqueue(bytes);
      },
    });
    for await (const { id, streamed } of readAlerts(data.pipeThrough(listened))) {
      onEvent(id, streamed);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', cut);
    line.abort();
  }
}

/** @returns at once when it is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

function useIsShown(): boolean {
  const [isShown, setIsShown] = useState(() => !document.hidden);
  useEffect(() => {
    const onChange = () => setIsShown(!document.hidden);
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
  return isShown;
}
