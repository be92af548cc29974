import type { Format } from '../texts/format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A length of time as exact as it matters: tenths of seconds below a minute, whole minutes and hours above. */
export function lengthOf(ms: number, format: Pick<Format, 'duration'>): string {
  if (ms < MINUTE_MS) return format.duration(Math.round(ms / 100) / 10, 'second');
  if (ms < 2 * HOUR_MS) return format.duration(Math.round(ms / MINUTE_MS), 'minute');
  return format.duration(Math.round(ms / HOUR_MS), 'hour');
}
