import type { DateRange } from './query-tree.ts';

const day = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;
const last = /^last(?<count>\d{1,4})(?<unit>[hdwmy])$/u;

const says =
  'expected a date: a year, month or day such as 2023, 2023-06 or 2023-06-12, a range such as 2023-06..2023-07, 2023-06-12.. or ..2023, or the last days such as last7d';

/** A date, a range of dates with both ends included, or a time up to now; else what is expected. */
export function readDateRange(value: string): DateRange | string {
  const { count, unit } = last.exec(value)?.groups ?? {};
  if (count !== undefined && unit !== undefined && Number(count) > 0) {
    type Unit = NonNullable<DateRange['last']>['unit'];
    return { kind: 'date', last: { count: Number(count), unit: unit as Unit } };
  }
  const dots = value.indexOf('..');
  const from = dots === -1 ? value : value.slice(0, dots);
  const to = dots === -1 ? value : value.slice(dots + 2);
  if (from === '' && to === '') return says;
  for (const end of [from, to]) {
    if (end !== '' && !isDate(end)) return says;
  }
  if (from !== '' && to !== '' && startOf(from) >= endOf(to)) {
    return `expected a range whose end comes after its beginning, not ${value}`;
  }
  return { kind: 'date', ...(from !== '' && { from }), ...(to !== '' && { to }) };
}

/** The first moment of a year, month or day, UTC. */
export function startOf(date: string): number {
  const [year = '', month = '01', ofMonth = '01'] = date.split('-');
  return Date.parse(`${year}-${month}-${ofMonth}T00:00:00Z`);
}

/** The first moment after a year, month or day, UTC. */
export function endOf(date: string): number {
  const next = new Date(startOf(date));
  const parts = date.split('-').length;
  if (parts === 1) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (parts === 2) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  return next.getTime();
}

/** One that the calendar has: there is no 30 February. */
function isDate(date: string): boolean {
  const { day: ofMonth } = day.exec(date)?.groups ?? {};
  const start = startOf(date);
  if (!day.test(date) || Number.isNaN(start)) return false;
  return ofMonth === undefined || new Date(start).getUTCDate() === Number(ofMonth);
}
