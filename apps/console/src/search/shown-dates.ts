import type { Format } from '../texts/use-format.ts';

const MINUTE_MS = 60_000;

/** A date or instant of a search; a date begins where the browser is. */
function momentOf(date: string): Date {
  return new Date(date.length === 10 ? `${date}T00:00:00` : date);
}

/** The first moment of a stretch: a day where it is midnight, else with its time. */
export function shownStart(date: string, format: Pick<Format, 'day' | 'dayAndTime'>): string {
  const at = momentOf(date);
  return isMidnight(at) ? format.day(at.toISOString()) : format.dayAndTime(at.toISOString());
}

/**
 * The end of a stretch, which is no more in it. People mean the last day that is: at midnight it is
 * the day before.
 */
export function shownEnd(date: string, format: Pick<Format, 'day' | 'dayAndTime'>): string {
  const at = momentOf(date);
  if (!isMidnight(at)) return format.dayAndTime(at.toISOString());
  return format.day(new Date(at.getTime() - MINUTE_MS).toISOString());
}

const isMidnight = (at: Date) => at.getHours() === 0 && at.getMinutes() === 0;
