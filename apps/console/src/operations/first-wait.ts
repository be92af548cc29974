interface Asked {
  readonly isPending: boolean;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly errorUpdateCount: number;
}

/**
 * Whether its first answer is on the way, for which what is below waits. Neither without a line nor
 * when it failed before: then nobody knows when it comes, and below somebody may be at work.
 */
export function isFirstWait({ isPending, fetchStatus, errorUpdateCount }: Asked): boolean {
  return isPending && fetchStatus === 'fetching' && errorUpdateCount === 0;
}
