import { createParser } from 'eventsource-parser';
import { WartaError } from '@warta/client';
import type { StreamedAlert } from '../api/answers.ts';

/** An event with its position, from which a next connection goes on. */
export interface PositionedAlert {
  readonly id: string;
  readonly streamed: StreamedAlert;
}

/** The stream ended for good: what it told of is no more, and connecting again brings nothing. */
export class StreamOverError extends Error {
  override readonly name = 'StreamOverError';
}

/** Of the event by which the service says so. */
const OVER = 'ended';

/** An event is some kilobytes; a stream that sends more without an end of one is none of ours. */
const EVENT_CHARACTERS_MAX = 4_000_000;

/**
 * The events of an open stream until it ends. What is no event of ours is left out: a newer service
 * may send others. Comments only show that the line is not cut.
 * @throws StreamOverError after the last event of a stream that is over for good; whatever the line
 *   throws when it is cut or the request aborted.
 */
export async function* readAlerts(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<PositionedAlert, void> {
  const decoder = new TextDecoder();
  const whole: PositionedAlert[] = [];
  let isOver = false;
  const parser = createParser({
    maxBufferSize: EVENT_CHARACTERS_MAX,
    onEvent: ({ id, event, data }) => {
      if (event === OVER) isOver = true;
      const streamed = streamedIn(data);
      if (id !== undefined && streamed !== undefined) whole.push({ id, streamed });
    },
  });
  // Not every browser lets one iterate over a stream.
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parser.feed(decoder.decode(read.value, { stream: true }));
      yield* whole.splice(0);
      if (isOver) throw new StreamOverError('the stream is over');
    }
  } finally {
    reader.releaseLock();
  }
}

function streamedIn(data: string): StreamedAlert | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isStreamed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isStreamed(value: unknown): value is StreamedAlert {
  if (typeof value !== 'object' || value === null) return false;
  const { alert, event } = value as Partial<Record<keyof StreamedAlert, { id?: unknown } | null>>;
  return typeof alert?.id === 'string' && typeof event?.id === 'string';
}

/** Whether connecting again brings nothing: what is refused stays refused, but for a lack of room. */
export function isOverFor(error: unknown): boolean {
  if (!(error instanceof WartaError)) return error instanceof StreamOverError;
  return error.status >= 400 && error.status < 500 && !ROOM_LACKS.has(error.status);
}

/** Request timeout, too many requests. */
const ROOM_LACKS: ReadonlySet<number> = new Set([408, 429]);

const RETRY_MS = 1_000;
/** A service that was away half an hour is noticed again within this. */
const RETRY_MAX_MS = 30_000;

/**
 * How long to wait before connecting again: longer each time, and not all browsers at once.
 * @param failures connections in a row that brought nothing; 0 after one that did.
 * @param chance from 0 to 1.
 */
export function waitBeforeRetryMs(failures: number, chance: number): number {
  const longest = Math.min(RETRY_MS * 2 ** failures, RETRY_MAX_MS);
  return longest * (0.5 + chance / 2);
}

/** The later of two positions, which are numbers that may be larger than JavaScript counts. */
export function laterId(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}
