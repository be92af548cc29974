/** How far one partition has been worked off, as the consumer's own store remembers it. */
export interface Progress {
  /** Everything before it is done; nothing from it on is known to be. */
  readonly nextOffset: bigint;
  /** The record just before `nextOffset`: proof that the log is still the one we read. */
  readonly last?: { readonly offset: bigint; readonly fingerprint: string };
}

/**
 * Where progress is kept: in the store the effects go to, so that restoring the store brings
 * back the matching progress. Both throw `TransientError` while the store is away.
 */
export interface ProgressStore {
  load(topic: string, partition: number): Promise<Progress | undefined>;
  save(topic: string, partition: number, progress: Progress): Promise<void>;
}
