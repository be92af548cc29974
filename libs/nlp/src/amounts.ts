import type { AnnotatedAmount, AnnotatedField } from '@warta/contracts';
import { isBeyondBelief } from './amount-limits.ts';
import { alternatives, closesRange, opensRange } from './amount-ranges.ts';
import { knownByName } from './gazetteer.ts';
import type { Numeral, Span } from './numerals.ts';
import { isLikelyYear, numeralsOf } from './numerals.ts';
import {
  countedFates,
  countedNouns,
  countedPersons,
  currenciesAfter,
  currenciesBefore,
  gluedExponents,
  scaleExponents,
  sharedCurrencies,
} from './lexicon-amounts.ts';
import { unitMarks, unitsOfMeasure } from './lexicon-units.ts';

/** What a number turns out to be, at offsets of the text. */
type Reading = Span & Pick<AnnotatedAmount, 'kind' | 'value' | 'unit' | 'counts' | 'by'>;

/** The number with what stands around it; `lead` is as long as the other end of a range. */
type Site = Numeral & { lead: string; before: string; after: string };

/** More than any real article has; a page of figures must still fit into one event. */
export const amountsMax = 5_000;

/** The longest currency or marker before a number, and the longest words after it, are shorter. */
const beforeCharsMax = 16;
const leadCharsMax = 64;
const afterCharsMax = 96;

// Every pattern runs on a short slice, so the whole is linear.
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
const rupiahLetter = /^[ \u00a0]?([MT])(?![\p{L}\p{N}])/u;
/** "US$ 5 M" is a million in English and a miliar in Indonesian. */
const doubtfulLetter = /^[ \u00a0]M(?![\p{L}\p{N}])/u;
const scaleLetter = /^[ \u00a0](B|T|bn|Bn|BN|mn)(?![\p{L}\p{N}])/u;
const percentAfter = new RegExp(
  `^[ \\u00a0]?(?:%|(?:persen|percent|per cent|pct)${endsHere})`,
  'iu',
);
const countedAfter = new RegExp(
  `^[ \\u00a0]((?:${alternatives(countedPersons)}) (?:${alternatives(countedFates)})|` +
    `${alternatives(countedNouns)})${endsHere}(?!-\\p{L})`,
  'iu',
);
const countryAfter = /^[ \u00a0](\p{Lu}\p{L}{2,30})(?!\p{L})/u;
const measureAfter = new RegExp(
  `^[ \\u00a0]?(${alternatives(unitsOfMeasure.keys())})(?![\\p{L}\\p{N}²³]|-\\p{L})`,
  'iu',
);
const markAfter = new RegExp(
  `^[ \\u00a0]?(${alternatives(unitMarks.keys())})(?![\\p{L}\\p{N}²³/])`,
  'u',
);
const rangeAfter = /^[ \u00a0]?(?:[-–—]|hingga |sampai |to )[ \u00a0]?\p{N}/iu;
const joinedAfter = /^(?:[-–—/:]\p{N}|[\p{L}\p{N}])/u;
const minusBefore =
  /(?<!plus[ \u00a0]|[\p{L}\p{N}])(?:minus|negatif|negative)[ \u00a0]$|(?<=[ \u00a0(])[-−]$/iu;
/** Inside a score, a date, a time, a code or a telephone number. */
const joinedBefore = /(?:[\p{L}\p{N}/:+.,–—]|\p{N}[ \u00a0)]{1,2}|\p{N}\)? ?-|[\p{L}]-)$/u;
const numberedBefore =
  /(?<!\p{L}|\p{N} )(?:pasal|ayat|huruf|nomor|no\.?|uu|rt|rw|km|pukul|jam|tahun|liga|kelas|lantai|terminal|tahap|blok|seksi|jalur|seri|tipe|babak|grup|peringkat|level|number|fortune|article|page|at|group|class|grade)[ \u00a0]$/iu;
/** "satu dari tiga orang", "one in five people": neither is how many there are. */
const shareBefore = /(?:\p{N}|satu|dua|tiga|one|two|three) (?:dari|in|of|out of) $/iu;
const scaleBefore = new RegExp(`(?:${alternatives(scaleExponents.keys())})[ \\u00a0]$`, 'iu');
/** One of persons is a count; "satu kota", "one day" and "salah satu" are not. */
const countedOne = /^(?:orang|warga|korban|tewas|person|dead|killed)/iu;
const oneOfBefore = /(?<!\p{L})(?:salah|no)[ \u00a0]$/iu;

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
  for (const numeral of numeralsOf(text, language)) {
    const { start, end } = numeral;
    while ((taken[date]?.end ?? Infinity) <= start) date += 1;
    if ((taken[date]?.start ?? Infinity) < end || start < (amounts.at(-1)?.end ?? 0)) continue;
    const lead = text.slice(Math.max(0, start - leadCharsMax), start);
    const before = lead.slice(-beforeCharsMax);
    const after = text.slice(end, end + afterCharsMax);
    const found = read({ ...numeral, lead, before, after });
    // "3 tahun lalu" is a date, though its number would be a measure.
    if (!found || (taken[date]?.start ?? Infinity) < found.end) continue;
    const flagged = isBeyondBelief(found) && { flagged: 'implausible' as const };
    const printed = text.slice(found.start, found.end);
    amounts.push({ text: printed, field, ...found, ...flagged });
    if (amounts.length === amountsMax) break;
  }
  return amounts;
}

function read(site: Site): Reading | undefined {
  const found = moneyLed(site) ?? followed(site);
  if (!found) return undefined;
  const printed = found.end - site.end;
  const scaled = scaleOf(site.after).length;
  const lead = site.lead.slice(0, site.lead.length - Math.max(0, site.start - found.start));
  const noun = site.after.slice(scaled, printed).trim();
  const end = { kind: found.kind, isScaled: scaled > 0, noun };
  // The hyphen of "30%-35%" is no sign.
  const before = found.value < 0 ? site.lead : lead;
  if (closesRange(end, before) || opensRange(end, site.after.slice(printed))) return undefined;
  return withMinus(found, lead);
}

/** "minus 3 persen", "-Rp 5 juta". "Persija minus 4 pemain" plays without them. */
function withMinus(found: Reading, lead: string): Reading {
  const minus = found.kind === 'count' || found.value < 0 ? null : minusBefore.exec(lead);
  if (!minus) return found;
  return { ...found, start: found.start - minus[0].length, value: -found.value };
}

/** "Rp 2,5 triliun", "US$3bn". */
function moneyLed(site: Site): Reading | undefined {
  const mark = currencyBefore.exec(site.before);
  const unit = currenciesBefore.get(mark?.[1]?.toLowerCase() ?? '');
  if (!mark || !unit || rangeAfter.test(site.after)) return undefined;
  if (unit !== 'IDR' && doubtfulLetter.test(site.after)) return undefined;
  const scale =
    (unit === 'IDR' ? rupiahScaleOf(site.after) : gluedScaleOf(site.after)) ?? scaleOf(site.after);
  if (scale.length === 0 && joinedAfter.test(site.after)) return undefined;
  return {
    start: site.start - mark[0].length,
    end: site.end + scale.length,
    kind: 'money',
    value: Number(`${site.decimal}e${scale.exponent}`),
    unit,
    by: 'rule:currency-before',
  };
}

/** "5,2 persen", "75 juta dolar AS", "1.245 warga", "10 km": the words after the number tell. */
function followed(site: Site): Reading | undefined {
  const { start, end, before, after, decimal } = site;
  if (joinedBefore.test(before) || rangeAfter.test(after)) return undefined;
  const negative = before.endsWith('-') || before.endsWith('−');
  const percent = percentAfter.exec(after);
  if (percent) {
    return {
      start: start - (negative ? 1 : 0),
      end: end + percent[0].length,
      kind: 'percent',
      value: Number(decimal) * (negative ? -1 : 1),
      unit: '%',
      by: 'rule:percent',
    };
  }
  if (negative) return undefined;
  const scale = scaleOf(after);
  const rest = after.slice(scale.length);
  const value = Number(`${decimal}e${scale.exponent}`);
  const currency = currencyAfter.exec(rest);
  const unit = currenciesAfter.get(currency?.[1]?.toLowerCase() ?? '');
  const scaled = { ...site, end: end + scale.length };
  if (currency && unit) {
    const to = scaled.end + currency[0].length;
    const isElsewhere =
      sharedCurrencies.has(currency[1]?.toLowerCase() ?? '') &&
      isOfCountry(rest.slice(currency[0].length));
    const known = isElsewhere ? {} : { unit };
    return { start, end: to, kind: 'money', value, ...known, by: 'rule:currency-after' };
  }
  if (numberedBefore.test(before) || shareBefore.test(before) || scaleBefore.test(before)) {
    return undefined;
  }
  if (scale.length === 0 && isLikelyYear(site.printed)) return undefined;
  return measured(scaled, value, rest) ?? counted(scaled, value, rest);
}

/** "1,3 dolar Jamaika": money of a country whose code we do not have. */
function isOfCountry(behind: string): boolean {
  const name = countryAfter.exec(behind)?.[1];
  return name !== undefined && knownByName('LOCATION', name) !== undefined;
}

/** "10 km", "3 tahun", "1,5 juta hektare". "UU 30 Tahun 2002" is a law. */
function measured({ start, end, printed }: Site, value: number, rest: string): Reading | undefined {
  const name = measureAfter.exec(rest);
  const mark = name ? null : markAfter.exec(rest);
  const unit = unitsOfMeasure.get(name?.[1]?.toLowerCase() ?? '') ?? unitMarks.get(mark?.[1] ?? '');
  const length = (name ?? mark)?.[0].length ?? 0;
  const isOne = value === 1 && !/\d/.test(printed);
  const isLaw = unit === 'a' && /^[ \u00a0]\p{N}/u.test(rest.slice(length));
  if (!unit || isOne || isLaw) return undefined;
  return { start, end: end + length, kind: 'measure', value, unit, by: 'rule:measure' };
}

function counted(site: Site, value: number, rest: string): Reading | undefined {
  const { start, end, printed, before } = site;
  const match = countedAfter.exec(rest);
  const counts = match?.[1];
  if (!match || !counts || !Number.isInteger(value)) return undefined;
  const isOne = value === 1 && !/\d/.test(printed);
  if (isOne && (!countedOne.test(counts) || oneOfBefore.test(before))) return undefined;
  const to = end + match[0].length;
  return { start, end: to, kind: 'count', value, counts, by: 'rule:count' };
}

type Scale = { exponent: number; length: number };

/** "$40m", "US$3bn", "US$ 2.5 B". */
function gluedScaleOf(after: string): Scale | undefined {
  const glued = gluedAfter.exec(after) ?? scaleLetter.exec(after);
  const exponent = gluedExponents.get(glued?.[1]?.toLowerCase() ?? '');
  return glued && exponent ? { exponent, length: glued[0].length } : undefined;
}

/** Headlines shorten miliar and triliun: "Rp 9,5 M", "Rp 19,87 T". */
function rupiahScaleOf(after: string): Scale | undefined {
  const letter = rupiahLetter.exec(after);
  return letter ? { exponent: letter[1] === 'M' ? 9 : 12, length: letter[0].length } : undefined;
}

/** "2 ribu triliun" has two of them. */
function scaleOf(after: string): Scale {
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
