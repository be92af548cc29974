import { LRUCache } from 'lru-cache';

/** A day of the calendar. Months and days beyond their ends count on, as those of `Date` do. */
export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Each takes some ten kilobytes, and there are 600 time zones. */
const ZONES_KEPT_MAX = 64;

const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: ZONES_KEPT_MAX });

const written = /(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})(?::(?<seconds>\d{2}))?$/u;

/** How far the clocks of a time zone are ahead of UTC at a moment. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  if (timeZone === 'UTC') return 0;
  const said = written.test(timeZone) ? timeZone : offsetSaid(timeZone, atMs);
  const { sign, hours, minutes, seconds } = written.exec(said)?.groups ?? {};
  if (sign === undefined) return 0;
  const ahead =
    (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds ?? 0) * (MINUTE_MS / 60);
  return sign === '-' ? -ahead : ahead;
}

/** Such as `GMT+07:00`; `GMT` alone is UTC. */
function offsetSaid(timeZone: string, atMs: number): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(atMs);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** What a calendar and a clock on the wall show there. */
export function timeIn(timeZone: string, atMs: number): Civil & { weekday: number; text: string } {
  const wall = new Date(atMs + zoneOffsetMs(timeZone, atMs));
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
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((at) => zoneOffsetMs(timeZone, at));
  const starts = offsets.map((offset) => midnight - offset);
  const real = starts.filter((at) => at + zoneOffsetMs(timeZone, at) === midnight);
  return real.length > 0 ? Math.min(...real) : (starts[0] ?? midnight);
}
