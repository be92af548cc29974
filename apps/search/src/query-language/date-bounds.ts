import { startOfDay, timeIn } from './day-starts.ts';
import type { Civil } from './day-starts.ts';
import { isNamedTime } from './date-range.ts';
import type { NamedTime } from './date-range.ts';
import type { DateRange } from './query-tree.ts';

/** What dates of a query go by. */
export interface QueryClock {
  /** The moment of the search; of pages, that of the first. */
  readonly nowMs: number;
  /** Whose days they are: `Asia/Jakarta`, `UTC` or `+07:00`. */
  readonly timeZone: string;
}

/** `fromMs` is in it, `beforeMs` is not; what is absent is open. */
export interface DateBounds {
  readonly fromMs?: number;
  readonly beforeMs?: number;
}

const HOUR_MS = 3_600_000;

/** The first year that dates can be written in; `last9999y` begins before. */
const EARLIEST_MS = Date.parse('0000-01-01T00:00:00Z');

const MONTHS = { m: 1, y: 12 } as const;
const DAYS = { d: 1, w: 7 } as const;

/**
 * The instants that a range of dates comes to at the moment of a clock. Hours go back from that moment;
 * days, weeks, months and years go back to the beginning of a day in the clock's time zone.
 */
export function dateBounds({ from, to, last }: DateRange, clock: QueryClock): DateBounds {
  if (last !== undefined) return { fromMs: Math.max(EARLIEST_MS, sinceLast(last, clock)) };
  return {
    ...(from !== undefined && { fromMs: spanOf(from, clock).fromMs }),
    ...(to !== undefined && { beforeMs: spanOf(to, clock).beforeMs }),
  };
}

/**
 * Whether nothing can be in a range with today or the like at one end, as in `date:today..2020`. What was
 * written as days alone is judged by `readDateRange`: no clock changes it.
 */
export function isEmptyAt(range: DateRange, clock: QueryClock): boolean {
  if (![range.from, range.to].some((end) => end !== undefined && isNamedTime(end))) return false;
  const { fromMs, beforeMs } = dateBounds(range, clock);
  return fromMs !== undefined && beforeMs !== undefined && fromMs >= beforeMs;
}

function sinceLast(
  { count, unit }: NonNullable<DateRange['last']>,
  { nowMs, timeZone }: QueryClock,
): number {
  if (unit === 'h') return nowMs - count * HOUR_MS;
  const today = timeIn(timeZone, nowMs);
  const first =
    unit === 'd' || unit === 'w'
      ? { ...today, day: today.day - count * DAYS[unit] }
      : monthsBefore(today, count * MONTHS[unit]);
  return startOfDay(timeZone, first);
}

/** A year, month, day or named time. */
function spanOf(date: string, clock: QueryClock): Required<DateBounds> {
  const [first, next] = isNamedTime(date) ? namedSpan(date, clock) : writtenSpan(date);
  return {
    fromMs: Math.max(EARLIEST_MS, startOfDay(clock.timeZone, first)),
    beforeMs: startOfDay(clock.timeZone, next),
  };
}

function writtenSpan(date: string): [first: Civil, next: Civil] {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return [civil(year, 1, 1), civil(year + 1, 1, 1)];
  if (day === undefined) return [civil(year, month, 1), civil(year, month + 1, 1)];
  return [civil(year, month, day), civil(year, month, day + 1)];
}

function namedSpan(name: NamedTime, { nowMs, timeZone }: QueryClock): [first: Civil, next: Civil] {
  const { year, month, day, weekday } = timeIn(timeZone, nowMs);
  switch (name) {
    case 'today':
      return [civil(year, month, day), civil(year, month, day + 1)];
    case 'yesterday':
      return [civil(year, month, day - 1), civil(year, month, day)];
    case 'thisweek': {
      const monday = day - ((weekday + 6) % 7);
      return [civil(year, month, monday), civil(year, month, monday + 7)];
    }
    case 'thismonth':
      return [civil(year, month, 1), civil(year, month + 1, 1)];
    case 'thisyear':
      return [civil(year, 1, 1), civil(year + 1, 1, 1)];
  }
}

/** Of 31 May one month before is 30 April. */
function monthsBefore({ year, month, day }: Civil, count: number): Civil {
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 - count + 1, 0);
  return civil(year, month - count, Math.min(day, first.getUTCDate()));
}

const civil = (year: number, month: number, day: number): Civil => ({ year, month, day });
