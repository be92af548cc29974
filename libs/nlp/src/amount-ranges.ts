import {
  currenciesAfter,
  currenciesBefore,
  gluedExponents,
  scaleExponents,
} from './lexicon-amounts.ts';
import { isLikelyYear } from './numerals.ts';

/** What of an amount decides with what it makes a range. */
export type RangeEnd = {
  kind: 'money' | 'percent' | 'count' | 'measure';
  /** Whether "juta" or the like stands with it. */
  isScaled: boolean;
  /** What is counted or measured, as printed. */
  noun: string;
};

/** The other end, with its currency, scale and unit, is shorter. */
const otherEndCharsMax = 48;

const space = '[ \\u00a0]';
const endsHere = '(?![\\p{L}\\p{N}])';
const mark = alternatives(currenciesBefore.keys());
const scale = `(?:${alternatives([...scaleExponents.keys(), ...gluedExponents.keys()])})${endsHere}`;
const word = '\\p{L}[\\p{L}\\p{N}²³/]{0,20}';
const noun = `${word}(?: ${word})?`;
const currency = `(?:${alternatives(currenciesAfter.keys())})${endsHere}`;
const percent = `(?:%|(?:persen|percent|per cent|pct)${endsHere})`;
const joiner = `(?:[-–—]|hingga${endsHere}|sampai(?: dengan)?${endsHere}|s/d${endsHere}|to${endsHere})`;

// Both run on a short slice, so the whole is linear.
const opens = new RegExp(
  `^${space}?(${joiner})${space}?(${mark})?${space}?(\\p{N}[\\p{N}.,]*)((?:${space}?${scale})*)` +
    `(?:${space}?(${percent})|${space}(${currency})|${space}?(${noun}))?`,
  'iu',
);
const closes = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:])(?:(${mark})${space}?)?(\\p{N}[\\p{N}.,]*)((?:${space}?${scale})*)` +
    `(?:${space}?(${percent})|${space}(${currency})|${space}?(${noun}))?${space}?(${joiner})${space}?$`,
  'iu',
);

/** Longest first, so that no name hides a longer one. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[$.]/g, '\\$&'))
    .join('|');
}

/**
 * Whether an amount is the lower end of a range: "30%-35%", "Rp 3 sampai Rp 4 juta". After "hingga" may
 * also stand a day or something else altogether: "Rp 3 juta hingga 31 Desember".
 *
 * @param behind what stands behind the amount.
 */
export function opensRange({ kind, isScaled, noun: own }: RangeEnd, behind: string): boolean {
  const found = opens.exec(behind.slice(0, otherEndCharsMax));
  if (!found) return false;
  const [, join = '', led, digits = '', scales, share, named, word] = found;
  // "From 3 percent to 5 percent" are two amounts; "$3 to $5 million" tells the first one's scale late.
  if (join.toLowerCase() === 'to' && (isScaled || kind === 'percent' || !scales)) return false;
  if (kind === 'percent') return share !== undefined;
  if (kind !== 'money') return isSameNoun(own, word);
  if (share) return false;
  return Boolean(led ?? named) || (!word && (scales !== '' || !isLikelyYear(digits)));
}

/**
 * Whether an amount is the upper end of a range: "5 hingga 10 persen".
 *
 * @param before what stands before the amount and its currency.
 */
export function closesRange({ kind, isScaled, noun: own }: RangeEnd, before: string): boolean {
  const found = closes.exec(before.slice(-otherEndCharsMax));
  if (!found) return false;
  const [, led, digits = '', scales, share, named, word, join = ''] = found;
  const isMoney = Boolean(led ?? named);
  if (join.toLowerCase() === 'to' && (share || scales || (isMoney && !isScaled))) return false;
  if (share) return kind === 'percent';
  if (isMoney) return kind === 'money' && !word;
  if (word) return isSameNoun(own, word);
  return !isLikelyYear(digits);
}

/** "3 orang hingga 5 orang tewas", "60 m2 - 200 m2"; but "3 tewas - 5 luka" are two counts. */
function isSameNoun(own: string, other = ''): boolean {
  return other !== '' && own.toLowerCase().split(' ')[0] === other.toLowerCase().split(' ')[0];
}
