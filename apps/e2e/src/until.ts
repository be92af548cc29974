import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/**
 * Looks again and again until there is something to return.
 *
 * @throws Error naming what was waited for, with what the last look said when it failed.
 */
export async function until<T>(
  what: string,
  timeoutMs: number,
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const startedAtMs = performance.now();
  let problem: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (performance.now() - startedAtMs > timeoutMs) {
      const said = problem instanceof Error ? ` (${problem.message})` : '';
      throw new Error(`waited ${timeoutMs / 1000} s for ${what}${said}`, { cause: problem });
    }
    await sleep(POLL_MS);
  }
}
