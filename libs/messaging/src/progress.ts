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
  /**
   * Never goes back, so that a member which lost its partition cannot undo what the next one saved.
   * @param acceptGap a person accepted a gap: go wherever the progress says, back too.
   */
  save(topic: string, partition: number, progress: Progress, acceptGap?: boolean): Promise<void>;
}
