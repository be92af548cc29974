import { queryFaults } from './query-faults.ts';
import type { FaultTexts } from './query-faults.ts';
import type { DateRange } from './query-tree.ts';

const day = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;
const last = /^last(?<count>\d{1,4})(?<unit>[hdwmy])$/u;

/** Times that go by the day of the search. */
export const namedTimes = ['today', 'yesterday', 'thisweek', 'thismonth', 'thisyear'] as const;
export type NamedTime = (typeof namedTimes)[number];

/** In Indonesian, as one word or two. */
const indonesian: ReadonlyMap<string, NamedTime> = new Map([
  ['hariini', 'today'],
  ['kemarin', 'yesterday'],
  ['mingguini', 'thisweek'],
  ['bulanini', 'thismonth'],
  ['tahunini', 'thisyear'],
]);

/** A date, a range of dates with both ends included, or a time up to now; else what is expected. */
export function readDateRange(typed: string): DateRange | FaultTexts {
  const value = typed.toLowerCase().replace(/\s+/gu, '');
  const { count, unit } = last.exec(value)?.groups ?? {};
  if (count !== undefined && unit !== undefined && Number(count) > 0) {
    type Unit = NonNullable<DateRange['last']>['unit'];
    return { kind: 'date', last: { count: Number(count), unit: unit as Unit } };
  }
  const dots = value.indexOf('..');
  const from = endIn(dots === -1 ? value : value.slice(0, dots));
  const to = endIn(dots === -1 ? value : value.slice(dots + 2));
  if (from === undefined || to === undefined || (from === '' && to === '')) {
    return queryFaults.noDate();
  }
  if (isDate(from) && isDate(to) && firstDay(from) > lastDay(to)) {
    return queryFaults.emptyRange(value);
  }
  return { kind: 'date', ...(from !== '' && { from }), ...(to !== '' && { to }) };
}

export function isNamedTime(end: string): end is NamedTime {
  return (namedTimes as readonly string[]).includes(end);
}

/** One end of a range; empty where it is open. */
function endIn(value: string): string | undefined {
  const named = indonesian.get(value) ?? value;
  return named === '' || isNamedTime(named) || isDate(named) ? named : undefined;
}

/** One that the calendar has: there is no 30 February. */
function isDate(date: string): boolean {
  if (!day.test(date)) return false;
  const civil = Date.parse(firstDay(date));
  return !Number.isNaN(civil) && new Date(civil).toISOString().startsWith(date);
}

const firstDay = (date: string) => date + '0000-01-01'.slice(date.length);

/** Compared as text only: no month has more days. */
const lastDay = (date: string) => date + '0000-12-31'.slice(date.length);
