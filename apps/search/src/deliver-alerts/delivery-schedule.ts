const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Then a delivery is given up. As Standard Webhooks 1.0 proposes. */
export const TRIED_FOR_MS = 72 * HOUR_MS;

/** Waits behind each failed try, the last one behind all others: short for a restart, long for a weekend. */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  20 * HOUR_MS,
];

const LAST_WAIT_MS = 20 * HOUR_MS;

/** Receivers that came back together must not be met by everything at once. */
const JITTER = 0.1;

/** A receiver may ask for more time, but not for more than the longest wait. */
const RETRY_AFTER_MAX_MS = 20 * HOUR_MS;

/** Between two tries of anything to one receiver that fails: it is spared what waits for it. */
const RECEIVER_WAIT_MAX_MS = 5 * MINUTE_MS;

/**
 * How long to wait behind a failed try; undefined when the next would come too late.
 * @param attempts made so far, at least 1.
 * @param triedForMs since it is tried.
 * @param retryAfterMs what the receiver asked for.
 * @param random from 0 to 1.
 */
export function waitAfter(
  attempts: number,
  triedForMs: number,
  retryAfterMs: number | undefined,
  random: number,
): number | undefined {
  const waitMs = RETRY_WAITS_MS[attempts - 1] ?? LAST_WAIT_MS;
  if (triedForMs + waitMs > TRIED_FOR_MS) return undefined;
  const asked = Math.min(retryAfterMs ?? 0, RETRY_AFTER_MAX_MS);
  return Math.max(asked, Math.round(waitMs * (1 - JITTER + 2 * JITTER * random)));
}

/** How long a receiver is left alone after so many failures in a row. */
export function receiverWait(failures: number): number {
  return Math.min(RECEIVER_WAIT_MAX_MS, RETRY_WAITS_MS[failures - 1] ?? RECEIVER_WAIT_MAX_MS);
}

/** RFC 9110, 10.2.3: seconds, or a date. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND_MS;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
