import { knownByName } from './gazetteer.ts';
import type { Candidate, KnowledgeBase, KnowledgeEntry, KnowledgeKind } from './knowledge-base.ts';
import type { PlaceKindWord } from './lexicon-places.ts';
import { placeKindWords, smallPlaceWords } from './lexicon-places.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { linkTo, printedText, spansOf, unlink } from './name-span.ts';
import { isHalfOfName } from './other-places.ts';

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
 * The words around a name outweigh our own tables: "Kabupaten Bogor" is not the city, "Desa Semarang"
 * neither, "Riau dan Jambi" are two provinces.
 */
export function placeByItsWords(sheet: Sheet, span: NameSpan, base: KnowledgeBase): void {
  if (!span.known) return;
  const entry = base.entryOf(span.known);
  if (isForeignCity(entry) && isPartOfAddress(sheet, span, base)) unlink(span);
  const { word, name } = kindBefore(sheet, span);
  if (word === 'small') {
    if (entry && townKinds.includes(entry.kind)) unlink(span);
    return;
  }
  const kinds = word ? kindsOfWord[word] : undefined;
  if (kinds && entry && kinds.includes(entry.kind)) return;
  if (!kinds && entry?.kind !== 'municipality') return;
  const [fitting, ...others] = base
    .candidates(name)
    .filter((candidate) => (kinds ?? ['province']).includes(candidate.entry.kind));
  if (!fitting || others.length > 0 || word === 'district') return;
  if (kinds || standsAmongProvinces(sheet, span, base, fitting.entry)) {
    linkTo(span, fitting.entry.entity, 'context');
  }
}

/** The kinds whose names villages and streets bear as well. */
const townKinds: readonly KnowledgeKind[] = ['city', 'municipality', 'regency'];

const listWords = new Set([',', 'dan', 'serta', 'atau', 'hingga', 'and']);

/** "Riau, Jambi, dan Bengkulu"; "Muaro Jambi, Jambi": beside a province, behind a part of it. */
function standsAmongProvinces(
  sheet: Sheet,
  span: NameSpan,
  base: KnowledgeBase,
  province: KnowledgeEntry,
): boolean {
  const neighbour = (mark: number, at: number) => {
    const known = listWords.has(sheet.tokens[mark]?.key ?? '') && sheet.claims[at]?.known;
    return known ? base.entryOf(known) : undefined;
  };
  const before = neighbour(span.from - 1, span.from - 2);
  const after = neighbour(span.to, span.to + 1);
  if (before?.kind === 'province' || after?.kind === 'province') return true;
  return !!before?.code && !!province.code && before.code.startsWith(`${province.code}.`);
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

/** Ties a place that our own tables do not have. */
export function linkPlace(sheet: Sheet, span: NameSpan, base: KnowledgeBase, scene: Scene): void {
  const { word, name } = kindBefore(sheet, span);
  if (word === 'small' || isAcronym(sheet, span)) return;
  const fits = ({ kind }: KnowledgeEntry) =>
    kind !== 'brand' && (word === undefined || kindsOfWord[word].includes(kind));
  // "Kota Solo": the short name is ours, the kind the registries'.
  const own = word && knownByName('LOCATION', name);
  const entry = own && base.entryOf(own);
  if (entry && (fits(entry) || entry.kind === 'country')) {
    // "Ibu Kota RI" names the country, not a city of this name.
    if (entry.kind === 'country' && word !== 'country') dropFirstWord(sheet, span);
    linkTo(span, own);
    return;
  }
  const inAddress = isPartOfAddress(sheet, span, base);
  const candidates = base
    .candidates(name)
    .filter(({ entry: each }) => fits(each) && !(inAddress && isForeignCity(each)));
  const supported = best(candidates, (candidate) => support(candidate.entry, scene));
  if (supported) {
    linkTo(span, supported.entry.entity, 'context');
    return;
  }
  const [sure, ...others] = candidates.filter(({ isSure }) => isSure);
  if (sure && others.length === 0 && !isHalfOfName(sheet, span))
    linkTo(span, sure.entry.entity, 'prior');
}

function dropFirstWord(sheet: Sheet, span: NameSpan): void {
  if (span.to - span.from === 1) return;
  sheet.claims[span.from] = undefined;
  span.from += 1;
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

/** Where an article plays, as far as its linked places tell. */
export function sceneOf(sheets: readonly Sheet[], base: KnowledgeBase): Scene {
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
