import type { AnnotatedAmount, AnnotatedField } from '@warta/contracts';
import {
  countedFates,
  countedNouns,
  countedPersons,
  currenciesAfter,
  currenciesBefore,
  gluedExponents,
  scaleExponents,
} from './lexicon-amounts.ts';

/** A piece of a text. */
type Span = { start: number; end: number };

/** What a number turns out to be, at offsets of the text. */
type Reading = Span & Pick<AnnotatedAmount, 'kind' | 'value' | 'unit' | 'counts'>;

/** The number with what stands around it. */
type Site = Span & { printed: string; before: string; after: string };

/** More than any real article has; a page of figures must still fit into one event. */
export const amountsMax = 5_000;

/** The longest currency or marker before a number, and the longest words after it, are shorter. */
const beforeCharsMax = 16;
const afterCharsMax = 64;

/** Longer runs of digits are account numbers and rubbish. */
const numberCharsMax = 24;

/** Above: not believed. The world's yearly product is some 1e14 dollars, 2e18 rupiah; 8e9 people live. */
const moneyMax: ReadonlyMap<string, number> = new Map([
  ['IDR', 1e19],
  ['JPY', 1e17],
]);
const otherMoneyMax = 1e15;
const percentMax = 100_000;
const countMax = 1e10;

/** Where a comma parts the decimals. */
const commaLanguages = new Set(['id', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'tr', 'vi']);

// Every pattern but the first runs on a short slice, so the whole is linear.
const numberPattern = /\d+(?:[.,]\d+)*/g;
const endsHere = '(?![\\p{L}\\p{N}])';
const currencyBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(${alternatives(currenciesBefore.keys())})[ \\u00a0]?$`,
  'iu',
);
const currencyAfter = new RegExp(
  `^[ \\u00a0](${alternatives(currenciesAfter.keys())})${endsHere}`,
  'iu',
);
const scaleAfter = new RegExp(
  `^[ \\u00a0]?(${alternatives(scaleExponents.keys())})${endsHere}`,
  'iu',
);
const gluedAfter = new RegExp(`^(${alternatives(gluedExponents.keys())})${endsHere}`, 'iu');
const percentAfter = new RegExp(
  `^[ \\u00a0]?(?:%|(?:persen|percent|per cent|pct)${endsHere})`,
  'iu',
);
const countedAfter = new RegExp(
  `^[ \\u00a0]((?:${alternatives(countedPersons)}) (?:${alternatives(countedFates)})|` +
    `${alternatives(countedNouns)})${endsHere}(?!-\\p{L})`,
  'iu',
);
const rangeAfter = /^[ \u00a0]?(?:[-–—]|hingga |sampai |to )[ \u00a0]?\p{N}/iu;
const joinedAfter = /^(?:[-–—/:]\p{N}|[\p{L}\p{N}])/u;
/** Inside a score, a date, a time, a code or a telephone number. */
const joinedBefore = /(?:[\p{L}\p{N}/:+.,–—]|\p{N}[ \u00a0)]{1,2}|\p{N}\)? ?-|[\p{L}]-)$/u;
const numberedBefore =
  /(?<!\p{L})(?:pasal|ayat|nomor|no\.?|rt|rw|km|pukul|jam|tahun|liga|number|article|page|at)[ \u00a0]$/iu;

function alternatives(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[$.]/g, '\\$&'))
    .join('|');
}

/**
 * Finds money, percentages and counts with what they count, in order of position, at most
 * {@link amountsMax}. Separators are read as `language` writes them where both readings are possible.
 * `taken` are the dates of the text, in order: no amount is found in one. Ranges ("5-10 persen")
 * are left out, because neither end is the amount.
 */
export function findAmounts(
  text: string,
  field: AnnotatedField,
  language: string,
  taken: readonly Span[],
): AnnotatedAmount[] {
  const amounts: AnnotatedAmount[] = [];
  let date = 0;
  for (const match of text.matchAll(numberPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((taken[date]?.end ?? Infinity) <= start) date += 1;
    if ((taken[date]?.start ?? Infinity) < end || match[0].length > numberCharsMax) continue;
    const before = text.slice(Math.max(0, start - beforeCharsMax), start);
    const after = text.slice(end, end + afterCharsMax);
    const found = read({ start, end, printed: match[0], before, after }, language);
    if (!found) continue;
    const flagged = found.value > limitOf(found) && { flagged: 'implausible' as const };
    const printed = text.slice(found.start, found.end);
    amounts.push({ text: printed, field, ...found, ...flagged });
    if (amounts.length === amountsMax) break;
  }
  return amounts;
}

function read(site: Site, language: string): Reading | undefined {
  const decimal = decimalOf(site.printed, language);
  if (decimal === undefined) return undefined;
  return moneyLed(site, decimal) ?? followed(site, decimal);
}

/** "Rp 2,5 triliun", "US$3bn". */
function moneyLed(site: Site, decimal: string): Reading | undefined {
  const mark = currencyBefore.exec(site.before);
  const unit = currenciesBefore.get(mark?.[1]?.toLowerCase() ?? '');
  if (!mark || !unit || rangeAfter.test(site.after)) return undefined;
  const glued = gluedAfter.exec(site.after);
  const scale = glued
    ? { exponent: gluedExponents.get(glued[1]?.toLowerCase() ?? '') ?? 0, length: glued[0].length }
    : scaleOf(site.after);
  if (scale.length === 0 && joinedAfter.test(site.after)) return undefined;
  return {
    start: site.start - mark[0].length,
    end: site.end + scale.length,
    kind: 'money',
    value: Number(`${decimal}e${scale.exponent}`),
    unit,
  };
}

/** "5,2 persen", "75 juta dolar AS", "1.245 warga": the words after the number tell. */
function followed(site: Site, decimal: string): Reading | undefined {
  const { start, before, after } = site;
  if (joinedBefore.test(before) || rangeAfter.test(after)) return undefined;
  const negative = before.endsWith('-') || before.endsWith('−');
  const percent = percentAfter.exec(after);
  if (percent) {
    return {
      start: start - (negative ? 1 : 0),
      end: site.end + percent[0].length,
      kind: 'percent',
      value: Number(decimal) * (negative ? -1 : 1),
      unit: '%',
    };
  }
  if (negative) return undefined;
  const scale = scaleOf(after);
  const rest = after.slice(scale.length);
  const value = Number(`${decimal}e${scale.exponent}`);
  const currency = currencyAfter.exec(rest);
  const unit = currenciesAfter.get(currency?.[1]?.toLowerCase() ?? '');
  if (currency && unit) {
    const end = site.end + scale.length + currency[0].length;
    return { start, end, kind: 'money', value, unit };
  }
  const counted = countedAfter.exec(rest);
  const counts = counted?.[1];
  if (!counted || !counts || !Number.isInteger(value) || numberedBefore.test(before)) {
    return undefined;
  }
  if (scale.length === 0 && isLikelyYear(site.printed)) return undefined;
  return { start, end: site.end + scale.length + counted[0].length, kind: 'count', value, counts };
}

/** "2 ribu triliun" has two of them. */
function scaleOf(after: string): { exponent: number; length: number } {
  let exponent = 0;
  let length = 0;
  for (let words = 0; words < 2; words += 1) {
    const scale = scaleAfter.exec(after.slice(length));
    if (!scale) break;
    exponent += scaleExponents.get(scale[1]?.toLowerCase() ?? '') ?? 0;
    length += scale[0].length;
  }
  return { exponent, length };
}

/** "Pemilu 2019 warga": an election, not so many citizens. A round 2000 is a number. */
function isLikelyYear(printed: string): boolean {
  return /^(?:19|20)\d\d$/.test(printed) && printed !== '2000';
}

/** The number with a decimal point and no other separators; undefined when it is no number. */
function decimalOf(printed: string, language: string): string | undefined {
  const comma = withoutSeparators(printed, '.', ',');
  const point = withoutSeparators(printed, ',', '.');
  return commaLanguages.has(language) ? (comma ?? point) : (point ?? comma);
}

function withoutSeparators(printed: string, group: string, point: string): string | undefined {
  const [whole = '', fraction, ...more] = printed.split(point);
  const groups = whole.split(group);
  const grouped = groups.every((part, index) =>
    index === 0 ? groups.length === 1 || part.length <= 3 : part.length === 3,
  );
  const coded = whole.length > 1 && whole.startsWith('0');
  if (more.length > 0 || !grouped || coded || fraction?.includes(group)) return undefined;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}

function limitOf({ kind, unit }: Reading): number {
  if (kind === 'count') return countMax;
  return kind === 'percent' ? percentMax : (moneyMax.get(unit ?? '') ?? otherMoneyMax);
}
