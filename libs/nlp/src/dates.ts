import type { AnnotatedDate, AnnotatedField } from '@warta/contracts';
import type { Day } from './calendar.ts';
import { addDays, dayNumber, isDay, isoDate, nearestYear, weekdayOf } from './calendar.ts';
import {
  dayWords,
  fullMonthNames,
  futureWords,
  monthNumbers,
  pastWords,
  smallNumbers,
  timePrepositions,
  timeUnits,
  weekdayNumbers,
  weekdayPrepositions,
} from './lexicon-time.ts';
import type { Token } from './tokens.ts';

/** A date at tokens `from` up to `to`. */
type Found = { from: number; to: number; year: number; month?: number; day?: number };

type Rule = (tokens: readonly Token[], at: number, published: Day | undefined) => Found | undefined;

/** A date this many years after publication, or before the year below, is not believed. */
const yearsAheadMax = 30;
const yearMin = 1000;

/** Rules in order of how much they take; the first that fits a token wins. */
const rules: readonly Rule[] = [
  weekdayThenDate,
  namedDate,
  numericDate,
  countedBack,
  dayWord,
  namedMonth,
  weekday,
  year,
];

/**
 * Finds the dates of a text. What is said relative to publication ("kemarin", "Januari lalu", a day
 * without its year) is left out when the day of publication is not known.
 */
export function findDates(
  text: string,
  field: AnnotatedField,
  tokens: readonly Token[],
  published: Day | undefined,
): AnnotatedDate[] {
  const dates: AnnotatedDate[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = firstFit(tokens, index, published);
    if (found) dates.push(toDate(text, field, tokens, found, published));
    index = found?.to ?? index + 1;
  }
  return dates;
}

function firstFit(tokens: readonly Token[], at: number, published: Day | undefined) {
  // "berbulan-bulan lalu": the second half of a doubled word is none by itself.
  const afterHyphen = tokens[at]?.glued && tokens[at - 1]?.text === '-';
  if (tokens[at]?.kind === 'mark' || afterHyphen) return undefined;
  for (const rule of rules) {
    const found = rule(tokens, at, published);
    if (found) return found;
  }
  return undefined;
}

function toDate(
  text: string,
  field: AnnotatedField,
  tokens: readonly Token[],
  { from, to, year: foundYear, month, day }: Found,
  published: Day | undefined,
): AnnotatedDate {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const first = { year: foundYear, month: month ?? 1, day: day ?? 1 };
  const ahead = published && dayNumber(first) > dayNumber(published);
  const implausible =
    foundYear < yearMin || (published && foundYear > published.year + yearsAheadMax);
  const flagged = implausible ? 'implausible' : ahead ? 'future' : undefined;
  const value = isoDate(foundYear, month, day);
  return { text: text.slice(start, end), field, start, end, value, ...(flagged && { flagged }) };
}

/** "Senin (12/6/2023)", "Senin, 12 Juni 2023", "Monday, June 12". */
function weekdayThenDate(tokens: readonly Token[], at: number, published: Day | undefined) {
  if (!tokens[at]?.capital || !weekdayNumbers.has(tokens[at].key)) return undefined;
  const mark = tokens[at + 1]?.text;
  const next = mark === '(' || mark === ',' ? at + 2 : at + 1;
  const found = numericDate(tokens, next, published) ?? namedDate(tokens, next, published);
  if (!found) return undefined;
  if (mark !== '(') return { ...found, from: at };
  return tokens[found.to]?.text === ')' ? { ...found, from: at, to: found.to + 1 } : undefined;
}

/** "12 Juni 2023", "12 June", "June 12, 2023". */
function namedDate(tokens: readonly Token[], at: number, published: Day | undefined) {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!first || !second || second.newLine) return undefined;
  const dayFirst = first.kind === 'number';
  const month = monthNumbers.get((dayFirst ? second : first).key);
  const dayToken = dayFirst ? first : second;
  if (!month || !(dayFirst ? second : first).capital || !/^\d{1,2}$/.test(dayToken.text))
    return undefined;
  const yearAt = !dayFirst && tokens[at + 2]?.text === ',' ? at + 3 : at + 2;
  const printedYear = fourDigits(tokens[yearAt]);
  const day = Number(dayToken.text);
  const foundYear = printedYear ?? (published && nearestYear(month, day, published));
  if (foundYear === undefined || !isDay({ year: foundYear, month, day })) return undefined;
  return { from: at, to: printedYear ? yearAt + 1 : at + 2, year: foundYear, month, day };
}

/** "12/6/2023", "(12/6)" and "2023-06-12"; a fraction without brackets is no date. */
function numericDate(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const iso = isoParts(tokens, at);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(token.text);
  if (!iso && !slashed) return undefined;
  if (iso) return isDay(iso) ? { from: at, to: at + 5, ...iso } : undefined;
  const [, day = 0, month = 0, shortYear] = (slashed ?? []).map(Number);
  const bracketed = tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')';
  const hasYear = slashed?.[3] !== undefined && shortYear !== undefined;
  if (!hasYear && (!bracketed || !published || month < 1 || month > 12)) return undefined;
  const printed = hasYear ? (shortYear < 100 ? 2000 + shortYear : shortYear) : undefined;
  const foundYear = printed ?? (published && nearestYear(month, day, published));
  if (foundYear === undefined || !isDay({ year: foundYear, month, day })) return undefined;
  return { from: at, to: at + 1, year: foundYear, month, day };
}

function isoParts(tokens: readonly Token[], at: number): Day | undefined {
  const parts = tokens.slice(at, at + 5);
  if (parts.length < 5 || parts.slice(1).some((token) => !token.glued)) return undefined;
  const text = parts.map((token) => token.text).join('');
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return y && m && d ? { year: Number(y), month: Number(m), day: Number(d) } : undefined;
}

/** "dua pekan lalu", "3 days ago", "tahun lalu", "last month", "bulan depan". */
function countedBack(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  if (!token || !published) return undefined;
  if (token.key === 'last' || token.key === 'next') {
    const unit = timeUnits.get(tokens[at + 1]?.key ?? '');
    return typeof unit === 'string'
      ? shift(unit, token.key === 'last' ? -1 : 1, at, at + 2, published)
      : undefined;
  }
  const count = /^\d{1,3}$/.test(token.text) ? Number(token.text) : smallNumbers.get(token.key);
  const unitAt = count === undefined ? at : at + 1;
  const unit = timeUnits.get(tokens[unitAt]?.key ?? '');
  const direction = tokens[unitAt + 1];
  if (!unit || !direction || (count === undefined && typeof unit === 'number')) return undefined;
  const sign = pastWords.has(direction.key) ? -1 : futureWords.has(direction.key) ? 1 : 0;
  return sign === 0 ? undefined : shift(unit, sign * (count ?? 1), at, unitAt + 2, published);
}

function shift(
  unit: number | 'month' | 'year',
  by: number,
  from: number,
  to: number,
  published: Day,
): Found | undefined {
  if (unit === 'year') return { from, to, year: published.year + by };
  if (typeof unit === 'number') return { from, to, ...addDays(published, by * unit) };
  const months = published.year * 12 + published.month - 1 + by;
  return { from, to, year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** "kemarin", "hari ini", "yesterday". */
function dayWord(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  if (!token || !published) return undefined;
  const today = token.key === 'hari' && tokens[at + 1]?.key === 'ini';
  const days = today ? 0 : dayWords.get(token.key);
  if (days === undefined) return undefined;
  return { from: at, to: at + (today ? 2 : 1), ...addDays(published, days) };
}

/** "Juni 2023", "Januari lalu", "bulan Maret". */
function namedMonth(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  const month =
    token?.capital && fullMonthNames.has(token.key) ? monthNumbers.get(token.key) : undefined;
  if (!token || !month) return undefined;
  const printedYear = fourDigits(tokens[at + 1]);
  if (printedYear) return { from: at, to: at + 2, year: printedYear, month };
  if (!published) return undefined;
  const next = tokens[at + 1]?.key ?? '';
  const before = tokens[at - 1];
  if (pastWords.has(next)) {
    const foundYear = month < published.month ? published.year : published.year - 1;
    return { from: at, to: at + 2, year: foundYear, month };
  }
  if (futureWords.has(next)) {
    const foundYear = month > published.month ? published.year : published.year + 1;
    return { from: at, to: at + 2, year: foundYear, month };
  }
  if (before?.kind !== 'word' || !timePrepositions.has(before.key)) return undefined;
  return { from: at, to: at + 1, year: nearestYear(month, 15, published), month };
}

/** "pada Senin", "Senin lalu", "on Monday": the last such day, the day of publication included. */
function weekday(tokens: readonly Token[], at: number, published: Day | undefined) {
  const token = tokens[at];
  const number = token?.capital ? weekdayNumbers.get(token.key) : undefined;
  if (number === undefined || !published) return undefined;
  const before = tokens[at - 1];
  const past = pastWords.has(tokens[at + 1]?.key ?? '');
  const led = before?.kind === 'word' && weekdayPrepositions.has(before.key);
  if ((!past && !led) || futureWords.has(tokens[at + 1]?.key ?? '')) return undefined;
  const back = (weekdayOf(published) - number + 7) % 7;
  return {
    from: at,
    to: past ? at + 2 : at + 1,
    ...addDays(published, -(past && back === 0 ? 7 : back)),
  };
}

/** "tahun 1998", "sejak 2019". */
function year(tokens: readonly Token[], at: number) {
  const printedYear = fourDigits(tokens[at]);
  const before = tokens[at - 1];
  const led = before?.kind === 'word' && timePrepositions.has(before.key);
  const counted = tokens[at + 1]?.kind === 'word' && timeUnits.has(tokens[at + 1]?.key ?? '');
  return printedYear && led && !counted ? { from: at, to: at + 1, year: printedYear } : undefined;
}

function fourDigits(token: Token | undefined): number | undefined {
  return token && /^(?:1[0-9]|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}
