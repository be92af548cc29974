import type { AnnotatedDate, AnnotatedField } from '@warta/contracts';
import type { Day } from './calendar.ts';
import { addDays, dayNumber, isoDate, weekdayOf } from './calendar.ts';
import type { DateRule, FoundDate } from './dates-found.ts';
import { isoDay, namedDay, numericDay, weekdayThenDay } from './dates-named.ts';
import { countedUnit, dayWord, namedMonth, unitAround, weekday, year } from './dates-relative.ts';
import { findTimesOfDay } from './dates-time-of-day.ts';
import type { Token } from './tokens.ts';

/** A date this many years after publication, or before the year below, is not believed. */
const yearsAheadMax = 30;
const yearMin = 1000;

/** A weekday by itself means a day at most this far from publication. */
const weekdayReachDays = 6;

/** Rules in order of how much they take; the first that fits a token wins. */
const rules: readonly (readonly [name: string, rule: DateRule])[] = [
  ['rule:weekday-and-day', weekdayThenDay],
  ['rule:day-and-month', namedDay],
  ['rule:numeric-day', numericDay],
  ['rule:iso-day', isoDay],
  ['rule:counted-back', countedUnit],
  ['rule:this-or-last', unitAround],
  ['rule:day-word', dayWord],
  ['rule:month', namedMonth],
  ['rule:weekday', weekday],
  ['rule:year', year],
];

/** What "9-10 September", "Juli-Agustus 2019" and "11-13/9/2019" end with. */
const endsRange = new Set(['rule:day-and-month', 'rule:month', 'rule:numeric-day']);

/** What else is known when dates are read. */
export type DateSurroundings = {
  /** IANA zone of the article, for times of day without one of their own. */
  timeZone?: string;
  /** Dates of the article's other field: a bare weekday means the one that is printed in full there. */
  known?: readonly AnnotatedDate[];
};

/**
 * Finds the dates of a text, and its times of day as moments of their own. What is said relative to
 * publication ("kemarin", "Januari lalu", a day without its year) is left out when the day of
 * publication is not known.
 */
export function findDates(
  text: string,
  field: AnnotatedField,
  tokens: readonly Token[],
  published: Day | undefined,
  { timeZone, known = [] }: DateSurroundings = {},
): AnnotatedDate[] {
  const found: FoundDate[] = [];
  let index = 0;
  while (index < tokens.length) {
    const next = firstFit(tokens, index, published);
    if (next) found.push(next);
    index = next?.to ?? index + 1;
  }
  if (published) settleWeekdays(found, known, published);
  const dates = found.map((each) => toDate(text, field, tokens, each, published));
  const times = findTimesOfDay(text, field, dates, published, timeZone);
  return times.length === 0 ? dates : [...dates, ...times].sort((a, b) => a.start - b.start);
}

function firstFit(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  // "berbulan-bulan lalu": the second half of a doubled word is none by itself.
  const afterHyphen = token?.glued && tokens[at - 1]?.text === '-';
  const doubled = afterHyphen && tokens[at - 2]?.key === token.key;
  if (!token || token.kind === 'mark' || doubled) return undefined;
  for (const [by, rule] of rules) {
    if (afterHyphen && !endsRange.has(by)) continue;
    const found = rule(tokens, at, published);
    if (found) return { ...found, by };
  }
  return undefined;
}

/**
 * A weekday by itself is the last such day, or the next where it was planned; but when the article
 * prints that weekday in full, near its publication, it is that one.
 */
function settleWeekdays(found: FoundDate[], known: readonly AnnotatedDate[], published: Day): void {
  const open = found.filter((each) => each.openWeekday !== undefined);
  if (open.length === 0) return;
  const inFull = new Map<number, Set<number>>();
  const days = [
    ...found.flatMap(({ openWeekday, year: y, month, day, implausible }) =>
      openWeekday === undefined && month && day && !implausible ? [{ year: y, month, day }] : [],
    ),
    ...known.flatMap(({ value, by, flagged }) =>
      by === 'rule:weekday' || flagged === 'implausible' ? [] : dayOfValue(value),
    ),
  ];
  for (const day of days) {
    const number = dayNumber(day);
    if (Math.abs(number - dayNumber(published)) > weekdayReachDays) continue;
    const ofWeekday = inFull.get(weekdayOf(day)) ?? new Set();
    inFull.set(weekdayOf(day), ofWeekday.add(number));
  }
  for (const each of open) {
    const [only, ...others] = inFull.get(each.openWeekday ?? -1) ?? [];
    if (only === undefined || others.length > 0) continue;
    Object.assign(each, addDays(published, only - dayNumber(published)));
  }
}

function dayOfValue(value: string): Day[] {
  const [year = 0, month = 0, day = 0] = value.slice(0, '2023-06-12'.length).split('-').map(Number);
  return month > 0 && day > 0 ? [{ year, month, day }] : [];
}

function toDate(
  text: string,
  field: AnnotatedField,
  tokens: readonly Token[],
  { from, to, year: foundYear, month, day, by, implausible: isWrong }: FoundDate,
  published: Day | undefined,
): AnnotatedDate {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const first = { year: foundYear, month: month ?? 1, day: day ?? 1 };
  const ahead = published && dayNumber(first) > dayNumber(published);
  const implausible =
    isWrong || foundYear < yearMin || (published && foundYear > published.year + yearsAheadMax);
  const flagged = implausible ? 'implausible' : ahead ? 'future' : undefined;
  const value = isoDate(foundYear, month, day);
  return {
    text: text.slice(start, end),
    field,
    start,
    end,
    value,
    ...(flagged && { flagged }),
    by,
  };
}
