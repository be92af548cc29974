import { zoneOffsetMs } from '@warta/contracts';

/** A day of the calendar. Months and days beyond their ends count on, as those of `Date` do. */
export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** @throws RangeError of what is neither a time zone nor an offset: requests with such are refused before. */
function offsetMs(timeZone: string, atMs: number): number {
  const offset = zoneOffsetMs(timeZone, atMs);
  if (offset === undefined) throw new RangeError(`${timeZone} is no time zone`);
  return offset;
}

/** What a calendar and a clock on the wall show there. */
export function timeIn(timeZone: string, atMs: number): Civil & { weekday: number; text: string } {
  const wall = new Date(atMs + offsetMs(timeZone, atMs));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    text: wall.toISOString().slice(0, -8).replace('T', ' '),
  };
}

/**
 * The moment at which a day begins in a time zone. Where clocks go back over midnight it is the first
 * midnight there is; where they go forward over it, the moment at which they do.
 */
export function startOfDay(timeZone: string, { year, month, day }: Civil): number {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  const midnight = wall.getTime();
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((at) => offsetMs(timeZone, at));
  const starts = offsets.map((offset) => midnight - offset);
  const real = starts.filter((at) => at + offsetMs(timeZone, at) === midnight);
  return real.length > 0 ? Math.min(...real) : (starts[0] ?? midnight);
}
