import type { Day } from './calendar.ts';
import { isDay, nearestYear, weekdayOf } from './calendar.ts';
import type { DateRule, Direction, FoundDay } from './dates-found.ts';
import { dayDigits, directionAt, fourDigits, yearAfter } from './dates-found.ts';
import { countedNouns } from './lexicon-amounts.ts';
import {
  dayParts,
  englishMonths,
  monthNumbers,
  namedAfterDays,
  weekdayNumbers,
} from './lexicon-time.ts';
import type { Token } from './tokens.ts';

/** Words between a weekday and its date: "Kamis dini hari WIB, 19 September". */
const partsBetweenMax = 4;

/** Tokens from a day without its year to the day behind it that has one: "1 Juli - 13 September 2018". */
const rangeTokensMax = 6;

/** No month has more days; "45 Februari" is no slip about the calendar. */
const dayMax = 31;

const counted = new Set(countedNouns);

/** "Senin (12/6/2023)", "Senin malam, 12 Juni 2023", "Monday, June 12". */
export const weekdayThenDay: DateRule = (tokens, at, published) => {
  const weekday = tokens[at]?.capital ? weekdayNumbers.get(tokens[at].key) : undefined;
  if (weekday === undefined) return undefined;
  let next = at + 1;
  while (next <= at + partsBetweenMax && dayParts.has(tokens[next]?.key ?? '')) next += 1;
  next = directionAt(tokens, next).to;
  if (tokens[next]?.text === ',') next += 1;
  const bracket = tokens[next]?.text === '(';
  if (bracket) next += 1;
  if (tokens[next]?.newLine) return undefined;
  const found =
    numericAt(tokens, next, published, true) ??
    namedDay(tokens, next, published) ??
    slashedAfterWeekday(tokens, next, published);
  if (!found) return undefined;
  const { year, month, day } = found;
  // "Senin (16/11/2019)" was a Saturday: one of the two is wrong.
  const contradicts = month && day && weekdayOf({ year, month, day }) !== weekday;
  const whole: FoundDay = { ...found, from: at, ...(contradicts && { implausible: true }) };
  if (!bracket) return whole;
  if (tokens[found.to]?.text !== ')') return undefined;
  return { ...whole, to: directionAt(tokens, found.to + 1).to };
};

/** "Senin, 12/6": the weekday says that it is no fraction. */
function slashedAfterWeekday(tokens: readonly Token[], at: number, published: Day | undefined) {
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(tokens[at]?.text ?? '') ?? [];
  if (!day || !month || !published) return undefined;
  const parts = { day: Number(day), month: Number(month) };
  return dated(at, at + 1, parts, published) ?? impossible(at, at + 1, parts, published);
}

/** "12 Juni 2023", "12th of June", "June 12, 2023". */
export const namedDay: DateRule = (tokens, at, published) => {
  const dayFirst = dayDigits(tokens[at]) !== undefined;
  const of = dayFirst && tokens[at + 1]?.key === 'of' ? 1 : 0;
  const monthAt = dayFirst ? at + 1 + of : at;
  const dot = !dayFirst && tokens[at + 1]?.text === '.' ? 1 : 0;
  const dayAt = dayFirst ? at : at + 1 + dot;
  const monthToken = tokens[monthAt];
  const month = monthToken?.capital ? monthNumbers.get(monthToken.key) : undefined;
  const day = dayDigits(tokens[dayAt]);
  if (!month || day === undefined || isBroken(tokens, at, Math.max(monthAt, dayAt))) {
    return undefined;
  }
  if (!dayFirst && !englishMonths.has(monthToken?.key ?? '')) return undefined;
  if (namedAfterDays.has(tokens[at - 1]?.key ?? '')) return undefined;
  const end = Math.max(monthAt, dayAt) + 1;
  const yearAt = tokens[end]?.text === ',' || tokens[end]?.text === '.' ? end + 1 : end;
  const printed = yearAfter(tokens, yearAt);
  if (printed !== undefined && (yearAt === end || !dayFirst || tokens[end]?.text === ',')) {
    const { to } = directionAt(tokens, yearAt + 1);
    const parts = { day, month, year: printed };
    return dated(at, to, parts, published) ?? impossible(at, to, parts, published);
  }
  // "pada April 10 orang": so many people.
  if (!dayFirst && counted.has(tokens[end]?.key ?? '')) return undefined;
  const direction = directionAt(tokens, end);
  const year = yearBehind(tokens, end) ?? yearToward(direction, { month, day }, published);
  const parts = { day, month, ...(year && { year }) };
  return (
    dated(at, direction.to, parts, published) ?? impossible(at, direction.to, parts, published)
  );
};

/** "12/6/2023", "12-06-2023", "12.06.2023" and "(12/6)"; a fraction without brackets is no date. */
export const numericDay: DateRule = (tokens, at, published) =>
  numericAt(tokens, at, published, false);

/** Behind a weekday also a day that the calendar does not have: by itself that is some other number. */
function numericAt(
  tokens: readonly Token[],
  at: number,
  published: Day | undefined,
  afterWeekday: boolean,
): FoundDay | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  // "P.16/MENLHK/KUM.1/4/2019": a file's number; "11-13/9/2019": the last day of three.
  const isLastOf = tokens[at - 1]?.text === '-' && dayDigits(tokens[at - 2]) !== undefined;
  if (token.glued && !isLastOf && /^[./-]$/.test(tokens[at - 1]?.text ?? '')) return undefined;
  const hyphened = dayByHyphens(tokens, at);
  if (hyphened) {
    const wrong = afterWeekday ? impossible(at, at + 5, hyphened, published) : undefined;
    return dated(at, at + 5, hyphened, published) ?? wrong;
  }
  const parts = /^(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(token.text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const digits = parts[4];
  if (parts[2] === '.' && digits?.length !== 4) return undefined;
  const opener = tokens[isLastOf ? at - 3 : at - 1]?.text;
  const bracketed = opener === '(' && tokens[at + 1]?.text === ')';
  if (digits === undefined && (!bracketed || !published)) return undefined;
  const year = digits === undefined ? undefined : Number(digits) + (digits.length === 2 ? 2000 : 0);
  const to = digits === undefined ? at + 1 : directionAt(tokens, at + 1).to;
  const dayFirst = { day: first, month: second, ...(year && { year }) };
  return (
    dated(at, to, dayFirst, published) ??
    // "6/25/2023" is American; what can be read both ways is read the Indonesian way.
    (year ? dated(at, to, { day: second, month: first, year }, published) : undefined) ??
    (afterWeekday ? impossible(at, to, dayFirst, published) : undefined)
  );
}

function dayByHyphens(tokens: readonly Token[], at: number) {
  const text = gluedFive(tokens, at);
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return day ? { day: Number(day), month: Number(month), year: Number(year) } : undefined;
}

/** "2023-06-12". */
export const isoDay: DateRule = (tokens, at, published) => {
  if (tokens[at]?.kind !== 'number') return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(gluedFive(tokens, at)) ?? [];
  if (!year) return undefined;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return dated(at, at + 5, parts, published);
};

function gluedFive(tokens: readonly Token[], at: number): string {
  if (tokens[at + 1]?.text !== '-' || tokens[at + 3]?.text !== '-') return '';
  const parts = tokens.slice(at, at + 5);
  return parts.slice(1).some((token) => !token.glued)
    ? ''
    : parts.map((token) => token.text).join('');
}

/** A day of the calendar; without its year the one nearest to publication. */
function dated(
  from: number,
  to: number,
  { day, month, year: printed }: { day: number; month: number; year?: number },
  published: Day | undefined,
): FoundDay | undefined {
  if (month < 1 || month > 12) return undefined;
  const year = printed ?? (published && nearestYear(month, day, published));
  if (year === undefined || !isDay({ year, month, day })) return undefined;
  return { from, to, year, month, day };
}

/** "31 April 2025": somebody erred, and what is left to believe is at most the month. */
function impossible(
  from: number,
  to: number,
  { day, month, year: printed }: { day: number; month: number; year?: number },
  published: Day | undefined,
): FoundDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > dayMax) return undefined;
  const year = printed ?? (published && nearestYear(month, day, published));
  return year === undefined ? undefined : { from, to, year, month, implausible: true };
}

/** The year of the day that a range ends with. */
function yearBehind(tokens: readonly Token[], end: number): number | undefined {
  if (
    !/^(?:[-–—]|hingga|sampai|dan|to|until|and|s)$/.test(
      tokens[end]?.key ?? tokens[end]?.text ?? '',
    )
  )
    return undefined;
  for (let at = end + 1; at < Math.min(tokens.length, end + rangeTokensMax); at += 1) {
    if (!tokens[at]?.capital || !monthNumbers.has(tokens[at]?.key ?? '')) continue;
    return fourDigits(tokens[at + 1]);
  }
  return undefined;
}

/** "20 Agustus lalu" is behind publication, "5 Mei tahun depan" in the year that it says. */
function yearToward(
  { sign, unit }: Direction,
  { month, day }: { month: number; day: number },
  published: Day | undefined,
): number | undefined {
  if (!published || (sign === 0 && unit !== 'year')) return undefined;
  if (unit === 'year') return published.year + sign;
  if (unit !== undefined) return undefined;
  const ahead = month - published.month || day - published.day;
  if (sign < 0) return published.year - (ahead > 0 ? 1 : 0);
  return published.year + (ahead < 0 ? 1 : 0);
}

function isBroken(tokens: readonly Token[], from: number, last: number): boolean {
  return tokens.slice(from + 1, last + 1).some((token) => token.newLine);
}
