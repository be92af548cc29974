import { zoneOffsetMs } from '@warta/contracts';

/** A day of the calendar without a time. Months count from 1. */
export type Day = { year: number; month: number; day: number };

/** Where most articles come from: WIB. */
export const defaultTimeZone = 'Asia/Jakarta';

/** An unknown zone reads as the default one. */
function offsetMsIn(timeZone: string, atMs: number): number {
  return zoneOffsetMs(timeZone, atMs) ?? zoneOffsetMs(defaultTimeZone, atMs) ?? 0;
}

/** The day on which an instant falls in a zone; undefined when the instant is not a time. */
export function dayIn(instant: string | undefined, timeZone = defaultTimeZone): Day | undefined {
  const time = instant === undefined ? NaN : Date.parse(instant);
  if (Number.isNaN(time)) return undefined;
  const wall = new Date(time + offsetMsIn(timeZone, time));
  const year = wall.getUTCFullYear();
  return year > 0 ? { year, month: wall.getUTCMonth() + 1, day: wall.getUTCDate() } : undefined;
}

/** How far a zone is from Greenwich at noon of a day, as ISO 8601 writes it: "+07:00". */
export function offsetIn(timeZone: string, day: Day): string {
  const noon = dayNumber(day) * 86_400_000 + 43_200_000;
  const offset = offsetMsIn(timeZone, noon);
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether the calendar has this day. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970, to compare and count with. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  const date = new Date((dayNumber(day) + count) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The year that brings a day of a month nearest to another day. */
export function nearestYear(month: number, day: number, to: Day): number {
  const distance = (year: number) => Math.abs(dayNumber({ year, month, day }) - dayNumber(to));
  return [to.year, to.year - 1, to.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

/** ISO 8601 day, month or year, as exact as what is given. */
export function isoDate(year: number, month?: number, day?: number): string {
  const head = String(year).padStart(4, '0');
  if (month === undefined) return head;
  return day === undefined ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
