import type { Day } from './calendar.ts';
import { addDays, nearestYear, weekdayOf } from './calendar.ts';
import type { DateRule, FoundDay } from './dates-found.ts';
import { directionAt, fourDigits, signOf, yearAfter } from './dates-found.ts';
import { countedNouns } from './lexicon-amounts.ts';
import {
  afterNoDay,
  beforeNoDay,
  dayPartWords,
  dayParts,
  dayPhrases,
  dayWords,
  fullMonthNames,
  monthNumbers,
  plannedWords,
  singleUnits,
  smallNumbers,
  timePrepositions,
  timeUnits,
  vagueCounts,
  weekdayNumbers,
  weekdayPrepositions,
  yearWords,
} from './lexicon-time.ts';
import type { Token } from './tokens.ts';

/** How far before a weekday a word of plans is looked for. */
const plannedTokensMax = 14;

/** Between the word "Nomor" and a law's year stand few tokens. */
const numberTokensMax = 8;

const counted = new Set(countedNouns);

type Unit = number | 'month' | 'year';

/** "dua pekan lalu", "3 days ago", "setahun lalu". */
export const countedUnit: DateRule = (tokens, at, published) => {
  const token = tokens[at];
  if (!token || !published || vagueCounts.has(tokens[at - 1]?.key ?? '')) return undefined;
  if (token.kind === 'number' && tokens[at - 1]?.kind === 'number') return undefined;
  const single = singleUnits.get(token.key);
  const count = single
    ? 1
    : /^\d{1,3}$/.test(token.text)
      ? Number(token.text)
      : smallNumbers.get(token.key);
  if (count === undefined) return undefined;
  const unitAt = single ? at : at + 1;
  const unit = single ?? timeUnits.get(tokens[unitAt]?.key ?? '');
  const sign = signOf(tokens[unitAt + 1]);
  return unit && sign !== 0 ? shift(unit, sign * count, at, unitAt + 2, published) : undefined;
};

/** "tahun lalu", "last month", "bulan ini", "this year". A week is no day, and no value says it. */
export const unitAround: DateRule = (tokens, at, published) => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || next.newLine || !published) return undefined;
  const english = { last: -1, this: 0, next: 1 }[token.key];
  const unit = timeUnits.get((english === undefined ? token : next).key);
  if (typeof unit !== 'string' || next.key.endsWith('s')) return undefined;
  // "over the last year" is as long as it says.
  if (english !== undefined && /^(?:the|past)$/.test(tokens[at - 1]?.key ?? '')) return undefined;
  if (english !== undefined) return shift(unit, english, at, at + 2, published);
  if (isVague(tokens[at - 1]) || smallNumbers.has(tokens[at - 1]?.key ?? '')) return undefined;
  // "Years ago" is no year.
  if (next.key === 'ago') return undefined;
  const sign = next.key === 'ini' ? 0 : signOf(next);
  if (sign === 0 && next.key !== 'ini') return undefined;
  return next.key === 'nanti' ? undefined : shift(unit, sign, at, at + 2, published);
};

function shift(unit: Unit, by: number, from: number, to: number, published: Day): FoundDay {
  if (unit === 'year') return { from, to, year: published.year + by };
  if (typeof unit === 'number') return { from, to, ...addDays(published, by * unit) };
  const months = published.year * 12 + published.month - 1 + by;
  return { from, to, year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** "kemarin malam", "hari ini", "tadi malam", "yesterday". */
export const dayWord: DateRule = (tokens, at, published) => {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !published) return undefined;
  const pair = next && !next.newLine ? dayPhrases.get(`${token.key} ${next.key}`) : undefined;
  if (pair !== undefined) return { from: at, to: at + 2, ...addDays(published, pair) };
  const days = dayWords.get(token.key);
  // "USA Today", "Tomorrow X Together": part of a name. Indonesian has no such names, but title case.
  const isEnglish = /^to|^yes/.test(token.key);
  const named = isEnglish && token.capital && (!token.first || (next?.capital && !next.newLine));
  const isPaper = token.key === 'today' && tokens[at - 1]?.key === 'usa';
  if (days === undefined || isPaper || (named && !token.upper)) return undefined;
  const part = next && !next.newLine && dayPartWords.has(next.key) ? 1 : 0;
  return { from: at, to: at + 1 + part, ...addDays(published, days) };
};

/** "Juni 2023", "Januari lalu", "last June", "bulan Maret". */
export const namedMonth: DateRule = (tokens, at, published) => {
  const led = { last: -1, next: 1 }[tokens[at]?.key ?? ''];
  const nameAt = led === undefined ? at : at + 1;
  const token = tokens[nameAt];
  if (!token?.capital || !fullMonthNames.has(token.key)) return undefined;
  const month = monthNumbers.get(token.key);
  if (!month) return undefined;
  const next = tokens[nameAt + 1]?.newLine ? undefined : tokens[nameAt + 1];
  const printed = yearAfter(tokens, nameAt + 1);
  if (printed && led === undefined) {
    const to = nameAt + (signOf(tokens[nameAt + 2]) === 0 ? 2 : 3);
    return { from: at, to, year: printed, month };
  }
  if (!published) return undefined;
  const { sign, unit, to } =
    led === undefined ? directionAt(tokens, nameAt + 1) : { sign: led, to: nameAt + 1 };
  if (unit === 'year') return { from: at, to, year: published.year + sign, month };
  if (sign !== 0) {
    const isThere = sign < 0 ? month < published.month : month > published.month;
    return { from: at, to, year: published.year + (isThere ? 0 : sign), month };
  }
  if (next?.key === 'ini') return { from: at, to: nameAt + 2, year: published.year, month };
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || !timePrepositions.has(before.key)) return undefined;
  return { from: at, to: at + 1, year: nearestYear(month, 15, published), month };
};

/** "Senin", "Senin lalu", "Sabtu pekan depan", "last Monday". */
export const weekday: DateRule = (tokens, at, published) => {
  const led = { last: -1, next: 1 }[tokens[at]?.key ?? ''];
  const nameAt = led === undefined ? at : at + 1;
  const token = tokens[nameAt];
  const number = token?.capital ? weekdayNumbers.get(token.key) : undefined;
  if (!token || number === undefined || !published || isNamed(tokens, nameAt)) return undefined;
  const next = tokens[nameAt + 1];
  // "Minggu lalu" at the start of a sentence is a week, not a Sunday.
  const isWeek = token.key === 'minggu' && token.first && tokens[at - 1]?.key !== 'hari';
  if (isWeek && (signOf(next) !== 0 || next?.key === 'ini')) return undefined;
  const back = (weekdayOf(published) - number + 7) % 7;
  const past = (to: number) => ({ from: at, to, ...addDays(published, -(back || 7)) });
  const future = (to: number) => ({ from: at, to, ...addDays(published, 7 - back) });
  const sign = led ?? signOf(next);
  const to = led === undefined ? nameAt + 2 : nameAt + 1;
  if (sign !== 0) return sign < 0 ? past(to) : future(to);
  const around = directionAt(tokens, nameAt + 1);
  if (around.unit === 7) {
    const monday = -((weekdayOf(published) + 6) % 7);
    const days = monday + around.sign * 7 + ((number + 6) % 7);
    return { from: at, to: around.to, ...addDays(published, days) };
  }
  const planned = back !== 0 && isPlanned(tokens, at);
  return {
    from: at,
    to: nameAt + (next?.key === 'ini' ? 2 : 1),
    ...addDays(published, planned ? 7 - back : -back),
    openWeekday: number,
  };
};

/** "Jumat Agung", "setiap Senin", "Black Friday", "Senin-Jumat": no certain day. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.key === 'hari' ? tokens[at - 2] : tokens[at - 1];
  const next = tokens[at + 1];
  // "Puasa Senin Kamis": every week.
  if (before && (beforeNoDay.has(before.key) || weekdayNumbers.has(before.key))) return true;
  if (next?.glued && (next.text === '-' || next.text === '/')) return true;
  if (!next || next.newLine || next.kind !== 'word') return false;
  if (afterNoDay.has(next.key)) return true;
  if (weekdayPrepositions.has(tokens[at - 1]?.key ?? '') || tokens[at]?.upper) return false;
  const goesOn = dayParts.has(next.key) || signOf(next) !== 0 || next.key === 'ini';
  return next.capital && !next.first && !goesOn;
}

function isPlanned(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - plannedTokensMax); before -= 1) {
    const token = tokens[before];
    if (plannedWords.has(token?.key ?? '')) return true;
    if (token?.first || token?.newLine) return false;
  }
  return false;
}

/** "tahun 1998", "sejak 2019", "in 2016". */
export const year: DateRule = (tokens, at) => {
  const printed = fourDigits(tokens[at]);
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!printed || before?.kind !== 'word' || !timePrepositions.has(before.key)) return undefined;
  if (isNumbered(tokens, at)) return undefined;
  if (next?.glued && /^[-–/%]$/.test(next.text)) return undefined;
  const sure = yearWords.has(before.key);
  if (next?.kind === 'word' && !next.newLine) {
    if (timeUnits.has(next.key) || (!sure && counted.has(next.key))) return undefined;
  }
  if (!sure && printed < 1900) return undefined;
  return { from: at, to: signOf(next) === 0 ? at + 1 : at + 2, year: printed };
};

/** "Permendag Nomor 53 Tahun 2012", "PMK 146 Tahun 2017": a law, not a year. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.key !== 'tahun') return false;
  const before = tokens.slice(Math.max(0, at - numberTokensMax), at - 1);
  const isOfLaw = tokens[at - 2]?.kind === 'number' && tokens[at - 3]?.capital === true;
  return isOfLaw || before.some(({ key }) => /^(?:nomor|no|nomer)$/.test(key));
}

/** What stands before a unit and makes it "some years ago", "1,5 tahun lalu". */
function isVague(token: Token | undefined): boolean {
  return !!token && (token.kind === 'number' || vagueCounts.has(token.key));
}
