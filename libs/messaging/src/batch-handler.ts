import type { OutgoingRecord, ReceivedEvent } from './records.ts';

/** This event of the batch can never succeed; the others did. */
export interface Rejected {
  /** Index in the batch given to the handler. */
  readonly index: number;
  /** A stable code of lower-case letters, digits and hyphens, at most 64. */
  readonly reason: string;
  /** For people. */
  readonly detail: string;
  readonly stage: 'handle' | 'index';
}

/** What follows from a batch. The consumer publishes it before it records progress. */
export interface BatchOutcome {
  readonly publish: readonly OutgoingRecord[];
  readonly rejected: readonly Rejected[];
}

export interface BatchSignal {
  readonly partition: number;
  /** True when the partition was taken away or the process stops: give up, nothing is lost. */
  aborted(): boolean;
  /** Call after each step of a long batch. Without any for long, the consumer counts as stuck. */
  heartbeat(): Promise<void>;
}

/**
 * Takes effect for all events of the batch or throws. It may see any event again, and must end in
 * the same state then. `TransientError`: waited out, for ever. `PermanentError`: the batch is
 * halved until the one event is found and dead-lettered. Any other error: the same after 3 tries.
 */
export type BatchHandler<T> = (
  batch: readonly ReceivedEvent<T>[],
  signal: BatchSignal,
) => Promise<BatchOutcome>;
