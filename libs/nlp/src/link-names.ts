import { normaliseName } from './entity-id.ts';
import { knownByName, nameKey } from './gazetteer.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import type { Candidate, KnowledgeBase, KnowledgeEntry, KnowledgeKind } from './knowledge-base.ts';
import type { PlaceKindWord } from './lexicon-places.ts';
import { placeKindWords, smallPlaceWords } from './lexicon-places.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { printedText, spansOf } from './name-span.ts';

/** What an article says of where it plays: the countries and areas that it names. */
type Scene = { countries: ReadonlySet<string>; codes: ReadonlySet<string> };

/** The kinds that a kind word can mean. */
const kindsOfWord: Record<PlaceKindWord, readonly KnowledgeKind[]> = {
  regency: ['regency'],
  city: ['municipality', 'city'],
  district: ['district'],
  province: ['province', 'state'],
  country: ['country'],
};

/**
 * Says who is meant by the names that our own tables do not have, from the registries: by the word
 * before the name ("Bupati Bogor"), by what else the article names ("Lembang" where Jawa Barat is
 * named), else by prior where no comparable place has the name. A name that stays open is left alone:
 * no link is better than a wrong one.
 */
export function linkNames(sheets: readonly Sheet[], base: KnowledgeBase): void {
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type === 'ORGANIZATION') linkOrganization(sheet, span, base);
      if (span.type === 'LOCATION') heedKindWord(sheet, span, base);
    }
  }
  releaseNamesakes(sheets);
  const scene = sceneOf(sheets, base);
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type === 'LOCATION' && !span.known) linkPlace(sheet, span, base, scene);
    }
  }
}

/**
 * "Megawati" is not the politician where the article is about "Megawati Hangestri" and names no
 * politician: a known person's single name yields to the longer one of the article.
 */
function releaseNamesakes(sheets: readonly Sheet[]): void {
  const longer = new Set<string>();
  const whole = new Set<KnownEntity>();
  const short: { span: NameSpan; key: string }[] = [];
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type !== 'PERSON') continue;
      const words = nameKey(printedText(sheet, span.from, span.to)).split(' ');
      if (words.length > 1 && span.known) whole.add(span.known);
      else if (words.length > 1) for (const word of words) longer.add(word);
      else if (span.known) short.push({ span, key: words[0] ?? '' });
    }
  }
  for (const { span, key } of short) {
    if (span.known && longer.has(key) && !whole.has(span.known)) unlink(span);
  }
}

/** With and without its legal form; a brand that is also a place says nothing. */
function linkOrganization(sheet: Sheet, span: NameSpan, base: KnowledgeBase): void {
  if (span.known) return;
  // What the article has spelt out is no longer open to another reading.
  const text = span.carriedFrom ?? printedText(sheet, span.from, span.to);
  const name = normaliseName('ORGANIZATION', text);
  const own = knownByName('ORGANIZATION', name);
  const candidates = base.candidates(name);
  const [first] = candidates;
  const isBrand = candidates.length === 1 && first?.isSure && first.entry.kind === 'brand';
  if (own) link(span, own);
  else if (isBrand) link(span, first.entry.entity, 'prior');
}

/**
 * The word before a name outweighs our own tables: "Kabupaten Bogor" is not the city, "Desa Menteng"
 * not the part of Jakarta.
 */
function heedKindWord(sheet: Sheet, span: NameSpan, base: KnowledgeBase): void {
  if (!span.known) return;
  const entry = base.entryOf(span.known);
  if (isForeignCity(entry) && isPartOfAddress(sheet, span, base)) unlink(span);
  const { word, name } = kindBefore(sheet, span);
  if (word === undefined) return;
  if (word === 'small') {
    if (entry?.kind !== 'district') unlink(span);
    return;
  }
  const kinds = kindsOfWord[word];
  if (entry && kinds.includes(entry.kind)) return;
  const [fitting, ...others] = base
    .candidates(name)
    .filter((candidate) => kinds.includes(candidate.entry.kind));
  if (fitting && others.length === 0 && word !== 'district') {
    link(span, fitting.entry.entity, 'context');
  }
}

/** "Casablanca, Jakarta Selatan" is a street's quarter, not the Moroccan city. */
function isPartOfAddress(sheet: Sheet, span: NameSpan, base: KnowledgeBase): boolean {
  const next = sheet.tokens[span.to]?.text === ',' ? sheet.claims[span.to + 1]?.known : undefined;
  const area = next && base.entryOf(next);
  return area?.code !== undefined && area.code.length > provinceCodeLength;
}

function isForeignCity(entry: KnowledgeEntry | undefined): boolean {
  return entry?.kind === 'city' && entry.country !== 'ID';
}

/** Codes of what lies inside a province are longer. */
const provinceCodeLength = 2;

function linkPlace(sheet: Sheet, span: NameSpan, base: KnowledgeBase, scene: Scene): void {
  const { word, name } = kindBefore(sheet, span);
  if (word === 'small' || isAcronym(sheet, span)) return;
  const fits = ({ kind }: KnowledgeEntry) =>
    kind !== 'brand' && (word === undefined || kindsOfWord[word].includes(kind));
  // "Kota Solo": the short name is ours, the kind the registries'.
  const own = word && knownByName('LOCATION', name);
  const entry = own && base.entryOf(own);
  if (entry && fits(entry)) {
    link(span, own);
    return;
  }
  const inAddress = isPartOfAddress(sheet, span, base);
  const candidates = base
    .candidates(name)
    .filter(({ entry: each }) => fits(each) && !(inAddress && isForeignCity(each)));
  const supported = best(candidates, (candidate) => support(candidate.entry, scene));
  if (supported) {
    link(span, supported.entry.entity, 'context');
    return;
  }
  const [sure, ...others] = candidates.filter(({ isSure }) => isSure);
  if (sure && others.length === 0) link(span, sure.entry.entity, 'prior');
}

/** Longer words in capitals are names of a headline. */
const acronymLettersMax = 5;

/** "ICEL" is an institute, not the old name of a Turkish city: acronyms are ours to know. */
function isAcronym({ tokens }: Sheet, { from, to }: NameSpan): boolean {
  const token = tokens[from];
  return to - from === 1 && !!token?.upper && token.text.length <= acronymLettersMax;
}

/** The one candidate with the most support; none where two have as much or none has any. */
function best(
  candidates: readonly Candidate[],
  supportOf: (candidate: Candidate) => number,
): Candidate | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, support: supportOf(candidate) }))
    .filter(({ support: points }) => points > 0)
    .toSorted((a, b) => b.support - a.support);
  const [first, second] = ranked;
  return first && first.support > (second?.support ?? 0) ? first.candidate : undefined;
}

/** How closely what the article names contains the place: 3 regency, 2 province, 1 country, 0 not. */
function support(entry: KnowledgeEntry, { countries, codes }: Scene): number {
  const { kind, code, country } = entry;
  if (kind === 'country') return 0;
  if (!code) return country && country !== 'ID' && countries.has(country) ? 1 : 0;
  if (kind === 'district') {
    if (codes.has(code.slice(0, 5))) return 3;
    return codes.has(code.slice(0, 2)) ? 2 : 0;
  }
  if (kind !== 'province' && codes.has(code.slice(0, 2))) return 2;
  return countries.has('ID') ? 1 : 0;
}

function sceneOf(sheets: readonly Sheet[], base: KnowledgeBase): Scene {
  const countries = new Set<string>();
  const codes = new Set<string>();
  for (const sheet of sheets) {
    for (const { known } of spansOf(sheet)) {
      const entry = known?.type === 'LOCATION' ? base.entryOf(known) : undefined;
      if (entry?.country) countries.add(entry.country);
      // A regency tells its province as well.
      for (const length of [2, 5]) {
        if (entry?.code && entry.code.length >= length) codes.add(entry.code.slice(0, length));
      }
    }
  }
  return { countries, codes };
}

/**
 * The kind word of a place, inside the name ("Kabupaten Bogor") or before it ("kabupaten Bogor"), and
 * the name without it.
 */
function kindBefore(
  sheet: Sheet,
  span: NameSpan,
): { word?: PlaceKindWord | 'small'; name: string } {
  const { tokens } = sheet;
  const first = tokens[span.from]?.key ?? '';
  const isLonger = span.to - span.from > 1;
  const inside = isLonger ? placeKindWords.get(first) : undefined;
  if (inside) {
    const dotted = tokens[span.from + 1]?.text === '.' ? 2 : 1;
    return { word: inside, name: printedText(sheet, span.from + dotted, span.to) };
  }
  const name = printedText(sheet, span.from, span.to);
  let at = span.from - 1;
  if (tokens[at]?.text === '.' && tokens[at]?.glued) at -= 1;
  const before = sheet.claims[at] ? undefined : tokens[at];
  if (before?.kind !== 'word' || tokens[span.from]?.newLine) return { name };
  if (before.key === 'kota' && tokens[at - 1]?.key === 'wali') return { word: 'city', name };
  const word = placeKindWords.get(before.key);
  if (word) return { word, name };
  return smallPlaceWords.has(before.key) ? { word: 'small', name } : { name };
}

function link(span: NameSpan, known: KnownEntity, by?: NameSpan['linkedBy']): void {
  span.known = known;
  if (by) span.linkedBy = by;
  else delete span.linkedBy;
}

function unlink(span: NameSpan): void {
  delete span.known;
  delete span.linkedBy;
}
