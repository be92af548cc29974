/** Each wait is twice as long as the one before, up to this. */
const WAIT_SECONDS_MAX = 60;

/** Where the wait before the next try stands. */
export interface RetryCountdown {
  readonly secondsLeft: number;
  readonly waitSeconds: number;
}

/**
 * @param seconds that the service asked for.
 * @param timesFailed before: with each the wait grew.
 */
export function beginCountdown(seconds: number, timesFailed = 0): RetryCountdown {
  const asked = Math.max(1, Math.ceil(seconds));
  const waitSeconds = Math.max(asked, Math.min(WAIT_SECONDS_MAX, asked * 2 ** timesFailed));
  return { secondsLeft: waitSeconds, waitSeconds };
}

/** One second later. When it is due a longer wait begins: a service that is busy is asked less and less. */
export function afterSecond({
  secondsLeft,
  waitSeconds,
}: RetryCountdown): RetryCountdown & { readonly isDue: boolean } {
  if (secondsLeft > 1) return { secondsLeft: secondsLeft - 1, waitSeconds, isDue: false };
  const longer = Math.max(waitSeconds, Math.min(WAIT_SECONDS_MAX, waitSeconds * 2));
  return { secondsLeft: longer, waitSeconds: longer, isDue: true };
}
