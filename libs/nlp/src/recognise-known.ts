import type { EntityType } from '@warta/contracts';
import { entityTypes } from '@warta/contracts';
import { hasForeignReading } from './foreign-readings.ts';
import type { KnownMatch } from './gazetteer.ts';
import { findKnown } from './gazetteer.ts';
import { organizationDescriptors } from './lexicon-organizations.ts';
import { directions, placePrepositions } from './lexicon-places.ts';
import { honorifics, roleFields, roleHeads } from './lexicon-roles.ts';
import { commonWords, stopWords } from './lexicon-words.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { claim, isFreeNameWord, release, spansOf } from './name-span.ts';

const knownNameRule = 'rule:known-name';

/** Takes every known name of these types that its surroundings do not speak against. */
export function recogniseKnown(sheet: Sheet, types: readonly EntityType[] = entityTypes): void {
  let index = 0;
  while (index < sheet.tokens.length) {
    const match = findKnown(sheet.tokens, index);
    // What the words before call an organisation is one, whatever a tagger took the bare name for.
    const isFree = !sheet.claims[index] || match?.trust === 'strict';
    if (match && isFree && types.includes(match.entity.type) && isSupported(sheet, index, match)) {
      const span: NameSpan = {
        type: match.entity.type,
        from: index,
        to: index + match.length,
        by: knownNameRule,
        known: match.entity,
      };
      claim(sheet, span);
    }
    index += (isFree && match?.length) || 1;
  }
}

/** Whether the words around a form let it count, as far as its trust asks for that. */
export function isSupported(sheet: Sheet, at: number, match: KnownMatch): boolean {
  const { tokens } = sheet;
  const token = tokens[at];
  if (!token || hasForeignReading(sheet, at, at + match.length)) return false;
  if (match.trust === 'strict') return describedAsOrganization(sheet, at) !== undefined;
  if (match.trust === 'sure')
    return match.entity.type !== 'PERSON' || isWholeName(sheet, at, match);
  const before = tokens[at - 1];
  const afterPlaceWord = before?.kind === 'word' && placePrepositions.has(before.key);
  if (match.entity.type === 'LOCATION') {
    if (match.entity.key === 'region/barat') return !token.first && standsAlone(sheet, at, match);
    return (afterPlaceWord || isListedAfterPlace(sheet, at)) && endsName(sheet, at + match.length);
  }
  return !token.first && !afterPlaceWord && !sheet.titleCase && standsAlone(sheet, at, match);
}

/** "Prabowo" is no known person in "Edi Prabowo"; it is in "Presiden Prabowo". */
function isWholeName(sheet: Sheet, at: number, match: KnownMatch): boolean {
  if (match.length > 1 || sheet.titleCase) return true;
  const separated = sheet.tokens[at]?.first;
  const next = sheet.tokens[at + 1];
  const nameAfter = isUnexplained(sheet, at + 1, next?.first) && !findKnown(sheet.tokens, at + 1);
  return !nameAfter && !isUnexplained(sheet, at - 1, separated);
}

/** Whether no capitalised word goes with a form. */
export function standsAlone(sheet: Sheet, at: number, match: KnownMatch): boolean {
  const before = sheet.tokens[at - 1];
  const next = sheet.tokens[at + match.length];
  return !(before?.capital && !before.first) && !(next?.capital && !next.first);
}

/** "Batu Muda" is not Batu; "Batu Jawa Timur" is. */
function endsName(sheet: Sheet, end: number): boolean {
  const next = sheet.tokens[end];
  if (!next?.capital || next.first || stopWords.has(next.key)) return true;
  return directions.has(next.key) || !!sheet.claims[end] || !!findKnown(sheet.tokens, end);
}

/** "…, Medan" and "Medan, Sumatera Utara" after a place word: part of an address. */
function isListedAfterPlace(sheet: Sheet, at: number): boolean {
  return sheet.tokens[at - 1]?.text === ',' && sheet.claims[at - 2]?.type === 'LOCATION';
}

const descriptorsByLastWord = new Map<string, string[][]>();
for (const descriptor of organizationDescriptors) {
  const words = descriptor.split(' ');
  const last = words.at(-1) ?? '';
  descriptorsByLastWord.set(last, [...(descriptorsByLastWord.get(last) ?? []), words]);
}

/**
 * Whether the words before token `at` say that an organisation follows: "kantor berita …",
 * "kelompok tentara bayaran Rusia, …". Returns the token where they start.
 */
export function describedAsOrganization(sheet: Sheet, at: number): number | undefined {
  const { tokens, claims } = sheet;
  let index = at - 1;
  if (tokens[index]?.text === ',') index -= 1;
  const place = claims[index];
  if (place?.type === 'LOCATION') index = place.from - 1;
  else if (tokens[at - 1]?.text === ',') return undefined;
  const candidates = descriptorsByLastWord.get(tokens[index]?.key ?? '') ?? [];
  const fits = candidates.find((words) =>
    words.every((word, position) => tokens[index - words.length + 1 + position]?.key === word),
  );
  return fits && index - fits.length + 1;
}

/**
 * Lets go of single words that stand inside a longer name we do not know ("Jawa" in "Jawa Pos",
 * "Prabowo" in "Edi Prabowo"), and extends places by directions ("Bogor Timur"). Runs last, when
 * every neighbour that can be explained is.
 */
export function settleKnown(sheet: Sheet): void {
  for (const span of spansOf(sheet)) {
    if (!span.known || span.role || span.carriedFrom) continue;
    const next = sheet.tokens[span.to];
    if (span.type === 'LOCATION' && next?.capital && !next.first && directions.has(next.key)) {
      claim(sheet, { type: 'LOCATION', from: span.from, to: span.to + 1, by: 'rule:direction' });
      continue;
    }
    // What a tagger has bounded stands as it is.
    if (sheet.titleCase || span.to - span.from > 1 || span.by !== knownNameRule) continue;
    const unknownAfter = isUnexplained(sheet, span.to, next?.first);
    const unknownBefore = isUnexplained(sheet, span.from - 1, sheet.tokens[span.from]?.first);
    if (unknownAfter || unknownBefore) release(sheet, span);
  }
}

/** Whether a capitalised word stands at `index` that is neither taken nor an office nor a word of the language. */
export function isUnexplained(
  sheet: Sheet,
  index: number,
  separated: boolean | undefined,
): boolean {
  const token = sheet.tokens[index];
  return (
    !separated &&
    isFreeNameWord(sheet, index) &&
    !!token &&
    !roleHeads.has(token.key) &&
    !roleFields.has(token.key) &&
    !honorifics.has(token.key) &&
    !stopWords.has(token.key) &&
    !(token.first && commonWords.has(token.key))
  );
}
