/** Delays between tries: they double from `firstMs` up to `maxMs`, each one spread at random. */
export interface RetryDelays {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * The wait after the given number of failures (1 = the first). Between half of the full delay and
 * all of it, so that clients which failed together do not come back together.
 */
export function retryDelayMs(delays: RetryDelays, failures: number, random = Math.random): number {
  const full = Math.min(delays.maxMs, delays.firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(full / 2 + (full / 2) * random());
}

/** Resolves after the time, or at once when the signal fires. Never rejects. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
