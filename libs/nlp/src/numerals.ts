import { numberInWords, wordedNumberPattern } from './numerals-in-words.ts';

/** A piece of a text. */
export type Span = { start: number; end: number };

/** A number as it is printed; `decimal` has a point and no separators. */
export type Numeral = Span & { printed: string; decimal: string };

/** Longer runs of digits are account numbers and rubbish. */
const numberCharsMax = 24;

/** Where a comma parts the decimals. */
const commaLanguages = new Set(['id', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'tr', 'vi']);

const digitsPattern = /\d+(?:[.,]\d+)*/g;

/**
 * The numbers of a text in order, in digits and in words. Separators are read as `language` writes them
 * where both readings are possible.
 */
export function numeralsOf(text: string, language: string): Numeral[] {
  const numerals: Numeral[] = [];
  const add = (match: RegExpExecArray, decimal: string | undefined) => {
    if (decimal === undefined) return;
    const start = match.index;
    numerals.push({ start, end: start + match[0].length, printed: match[0], decimal });
  };
  for (const match of text.matchAll(digitsPattern)) {
    if (match[0].length <= numberCharsMax) add(match, decimalOf(match[0], language));
  }
  for (const match of text.matchAll(wordedNumberPattern)) {
    add(match, numberInWords(match[0])?.toString());
  }
  return numerals.sort((a, b) => a.start - b.start);
}

/** "Pemilu 2019 warga": an election, not so many citizens. A round 2000 is a number. */
export function isLikelyYear(printed: string): boolean {
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
