import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '@warta/client';
import { useCallback, useEffect, useState } from 'react';
import type { Alert, StreamedAlert } from '../api/answers.ts';
import { useClient } from '../session/session.ts';
import { laterId } from './alert-stream.ts';
import { useAlertStream } from './use-alert-stream.ts';

/** The alerts of the team, or of one search, page by page: that with the latest event first. */
export function useAlerts(search: string | undefined) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['alerts', 'list', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = {
        ...(search === undefined ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return answerOf(client.GET('/v1/alerts', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

/**
 * Threads in which something happened since they were listed. They are counted rather than shown:
 * nothing moves under the eyes of who reads.
 */
export function useNewAlerts(search: string | undefined, alerts: ReturnType<typeof useAlerts>) {
  const [latest, setLatest] = useState<ReadonlyMap<string, string>>(new Map());
  const [listenedFor, setListenedFor] = useState(search);
  if (listenedFor !== search) {
    setListenedFor(search);
    setLatest(new Map());
  }
  const { refetch } = alerts;
  const [isEmpty, shown] = [alerts.data?.pages[0]?.data.length === 0, newestIn(alerts.data?.pages)];
  const onEvent = useCallback(
    ({ alert, event }: StreamedAlert) =>
      setLatest((before) => new Map(before).set(alert.id, event.id)),
    [],
  );
  const state = useAlertStream({ search, after: shown, isReady: alerts.isSuccess, onEvent });
  // Without a position the stream begins now: what came between the list and now is asked for.
  useEffect(() => {
    if (state === 'live' && isEmpty) void refetch();
  }, [state, isEmpty, refetch]);
  // Whatever is later than the newest that is listed; a list that was asked for again has it.
  const count = [...latest.values()].filter((id) => laterId(id, shown) !== shown).length;
  return { count, state };
}

function newestIn(pages: readonly { data: Alert[] }[] | undefined): string | undefined {
  return pages?.[0]?.data.map(({ latest }) => latest.id).reduce(later, undefined);
}

const later = (one: string | undefined, other: string) => laterId(one, other);
