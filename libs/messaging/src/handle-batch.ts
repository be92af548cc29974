import type { BatchHandler, BatchSignal } from './batch-handler.ts';
import { bisect } from './bisect.ts';
import type { GivenUp } from './dead-letter.ts';
import { describeError, PermanentError, TransientError } from './errors.ts';
import type { LogRecord, OutgoingRecord, ReceivedEvent } from './records.ts';
import { retryDelayMs, sleep } from './retry-delays.ts';

/** An error nobody named may be bad luck once or twice. */
const TRIES = 3;
/** For a part of a batch that failed as a whole already. */
const TRIES_ALONE = 2;
const RETRY = { firstMs: 50, maxMs: 200 };

export interface Handled {
  /** False when more failed than were looked for: the rest was not handled, nothing may count. */
  readonly complete: boolean;
  readonly publish: readonly OutgoingRecord[];
  readonly givenUp: readonly GivenUp[];
}

type Tried = Omit<Handled, 'complete'>;

/** The handler failed for good on this part of a batch. */
class Poison extends Error {
  override readonly name = 'Poison';
}

/** The partition was taken away, or the process stops, while a batch was worked on. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
}

export interface Delivery<T> {
  readonly event: ReceivedEvent<T>;
  readonly record: LogRecord;
}

/**
 * Hands a batch to the handler and, where that fails for good, finds the events that are to
 * blame. Throws only what has to be waited out (`TransientError`) or `AbandonedError`.
 * @param attempts counts deliveries per offset; kept by the caller across waits.
 * @param failedMax after more failures than this it gives up.
 */
export async function handleBatch<T>(
  batch: readonly Delivery<T>[],
  handle: BatchHandler<T>,
  signal: BatchSignal,
  attempts: Map<bigint, number>,
  failedMax: number,
): Promise<Handled> {
  let whole = true;
  const work = async (part: readonly Delivery<T>[], alone: boolean): Promise<Tried> => {
    const tries = whole ? TRIES : alone ? TRIES_ALONE : 1;
    whole = false;
    return tryPart(part, tries, handle, signal, attempts);
  };
  const isPoison = (error: unknown): boolean => error instanceof Poison;
  const { done, failed } = await bisect(batch, work, isPoison, failedMax);
  const givenUp = done.flatMap(({ result }) => result.givenUp);
  for (const { index, error } of failed) {
    const { record } = batch[index] as Delivery<T>;
    const cause = (error as Poison).cause;
    givenUp.push({
      record,
      stage: 'handle',
      reason: cause instanceof PermanentError ? cause.code : 'unexpected-error',
      detail: describeError(cause),
      attempts: attempts.get(record.offset) ?? 1,
    });
  }
  const publish = done.flatMap(({ result }) => result.publish);
  return { publish, givenUp, complete: failed.length <= failedMax };
}

async function tryPart<T>(
  part: readonly Delivery<T>[],
  tries: number,
  handle: BatchHandler<T>,
  signal: BatchSignal,
  attempts: Map<bigint, number>,
): Promise<Tried> {
  for (let failures = 1; ; failures += 1) {
    if (signal.aborted()) throw new AbandonedError();
    const events = part.map(({ event }) => {
      const count = (attempts.get(event.offset) ?? 0) + 1;
      attempts.set(event.offset, count);
      return { ...event, attempts: count };
    });
    try {
      const { publish, rejected } = await handle(events, signal);
      return { publish, givenUp: rejected.map((one) => rejection(part, one, attempts)) };
    } catch (error) {
      if (signal.aborted()) throw new AbandonedError();
      if (error instanceof TransientError) throw error;
      const hopeless = error instanceof PermanentError || failures >= tries;
      if (hopeless) throw new Poison('', { cause: error });
      await sleep(retryDelayMs(RETRY, failures));
    }
  }
}

function rejection<T>(
  part: readonly Delivery<T>[],
  rejected: { index: number; reason: string; detail: string; stage: 'handle' | 'index' },
  attempts: ReadonlyMap<bigint, number>,
): GivenUp {
  const delivery = part[rejected.index];
  if (delivery === undefined) {
    throw new RangeError(`rejected index ${rejected.index} of a batch of ${part.length}`);
  }
  const { stage, reason, detail } = rejected;
  const { record } = delivery;
  return { record, stage, reason, detail, attempts: attempts.get(record.offset) ?? 1 };
}
