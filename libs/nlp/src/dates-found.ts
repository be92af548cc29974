import type { Day } from './calendar.ts';
import { futureWords, pastWords, timeUnits } from './lexicon-time.ts';
import type { Token } from './tokens.ts';

/** A date at tokens `from` up to `to`, as exact as it is printed. */
export type FoundDay = {
  from: number;
  to: number;
  year: number;
  month?: number;
  day?: number;
  /** The weekday (0 is Sunday) of a day that is printed as nothing but its weekday. */
  openWeekday?: number;
  /** The calendar has no such day, or it falls on another weekday than the one printed. */
  implausible?: true;
};

/** The same with the name of the rule that found it. */
export type FoundDate = FoundDay & { by: string };

/** Reads a date that begins at a token. Looks at a bounded number of tokens, so the whole is linear. */
export type DateRule = (
  tokens: readonly Token[],
  at: number,
  published: Day | undefined,
) => FoundDay | undefined;

/** A year in digits, of those that news speaks about. */
export function fourDigits(token: Token | undefined): number | undefined {
  return token && /^(?:1[0-9]|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}

/**
 * The year behind a day or month: any four digits, so that "17 Agustus 2199" is told as what it says and
 * flagged, not read as this year's; but "12 Juni 2500 orang" counts people.
 */
export function yearAfter(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (!token || token.newLine) return undefined;
  const printed = fourDigits(token);
  if (printed !== undefined || !/^\d{4}$/.test(token.text)) return printed;
  const next = tokens[at + 1];
  return next?.kind === 'word' && !next.capital && !next.newLine ? undefined : Number(token.text);
}

/** Whether the token is nothing but one or two digits: "12", and "12th" or "1st". */
export function dayDigits(token: Token | undefined): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Where the words end that point from a date to the past (-1) or the future (1). */
export type Direction = { to: number; sign: number; unit?: number | 'month' | 'year' };

/**
 * The words at a token that say on which side of publication a date lies: "lalu", "bulan depan", "tahun
 * ini". They belong to the date. Without them, `to` is the token asked for.
 */
export function directionAt(tokens: readonly Token[], at: number): Direction {
  const sign = signOf(tokens[at]);
  if (sign !== 0) return { to: at + 1, sign };
  const unit = tokens[at]?.newLine ? undefined : timeUnits.get(tokens[at]?.key ?? '');
  if (unit === undefined || unit === 1) return { to: at, sign: 0 };
  const ofUnit = signOf(tokens[at + 1]);
  if (ofUnit === 0 && tokens[at + 1]?.key !== 'ini') return { to: at, sign: 0 };
  return { to: at + 2, sign: ofUnit, unit };
}

/** -1 for words of the past, 1 for those of the future. */
export function signOf(token: Token | undefined): number {
  if (!token || token.newLine) return 0;
  return pastWords.has(token.key) ? -1 : futureWords.has(token.key) ? 1 : 0;
}
