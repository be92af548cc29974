import { knownByName, nameKey } from './gazetteer.ts';
import type { KnowledgeBase, KnowledgeEntry } from './knowledge-base.ts';
import { placeHeads, placeKindWords } from './lexicon-places.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { linkTo, printedText, spansOf, unlink } from './name-span.ts';
import { isUnexplained } from './recognise-known.ts';

/** What a state of a federation has and a country has not. */
const stateOffices = new Set('governor governors legislature lawmakers statehouse'.split(' '));

/** Between two that play each other. */
const versusWords = new Set(['vs', 'versus', 'v']);

/**
 * Lets go of places that the article says are others: "Paris, Texas" is not in France, "the Georgia
 * governor" in no country, and who plays "vs Barcelona" is a club.
 */
export function releaseOtherPlaces(sheets: readonly Sheet[], base: KnowledgeBase): void {
  const others = new Set<string>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type !== 'LOCATION') continue;
      playAsClub(sheet, span);
      const entry = span.known && base.entryOf(span.known);
      const isOther =
        entry && (liesElsewhere(sheet, span, entry, base) || isState(sheet, span, entry));
      if (isOther) others.add(nameKey(printedText(sheet, span.from, span.to)));
    }
  }
  if (others.size === 0) return;
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const isOther = others.has(nameKey(printedText(sheet, span.from, span.to)));
      if (span.type !== 'LOCATION' || !isOther) continue;
      unlink(span);
      span.isSpeltOtherwise = true;
    }
  }
}

/** "Paris, Texas": the area behind the comma is of another country, and the two are no list. */
function liesElsewhere(
  sheet: Sheet,
  { from, to }: NameSpan,
  { kind, country }: KnowledgeEntry,
  base: KnowledgeBase,
): boolean {
  const { tokens, claims } = sheet;
  const area = claims[to + 1];
  if (kind !== 'city' || tokens[to]?.text !== ',' || area?.type !== 'LOCATION') return false;
  const isListed = (mark: number, at: number) =>
    [',', 'dan', 'and', 'atau', 'or', 'serta'].includes(tokens[mark]?.key ?? '') &&
    claims[at]?.type === 'LOCATION';
  const isList = isListed(from - 1, from - 2) || isListed(area.to, area.to + 1);
  if (isList || isListed(area.to + 1, area.to + 2)) return false;
  const name = printedText(sheet, area.from, area.to);
  const known = area.known && base.entryOf(area.known);
  const sure = base.candidates(name).filter(({ isSure }) => isSure);
  const around = known ?? (sure.length === 1 ? sure[0]?.entry : undefined);
  const isArea = around?.kind === 'state' || around?.kind === 'country';
  return isArea && !!country && !!around.country && around.country !== country;
}

function isState(sheet: Sheet, { to }: NameSpan, { kind }: KnowledgeEntry): boolean {
  return kind === 'country' && stateOffices.has(sheet.tokens[to]?.key ?? '');
}

/** Beside "vs" a city is its club, or nothing that we know; a country plays itself. */
function playAsClub(sheet: Sheet, span: NameSpan): void {
  if (!isPlaying(sheet, span) || span.known?.key.startsWith('territory/')) return;
  const club = knownByName('ORGANIZATION', printedText(sheet, span.from, span.to));
  if (club) {
    span.type = 'ORGANIZATION';
    linkTo(span, club);
  } else if (span.known) {
    unlink(span);
    span.isSpeltOtherwise = true;
  }
}

/** "Dortmund vs. Barcelona". */
export function isPlaying({ tokens }: Sheet, { from, to }: NameSpan): boolean {
  const before = tokens[from - 1]?.text === '.' ? from - 2 : from - 1;
  return [before, to].some((index) => versusWords.has(tokens[index]?.key ?? ''));
}

/** "Air Jordan", "Kansas Unhas": with a capitalised word that nothing explains a place is half a name. */
export function isHalfOfName(sheet: Sheet, { from, to }: NameSpan): boolean {
  if (sheet.titleCase) return false;
  const before = sheet.tokens[from - 1]?.key ?? '';
  const isHeaded = placeHeads.has(before) || placeKindWords.has(before);
  const after = sheet.tokens[to];
  return (
    (!isHeaded && isUnexplained(sheet, from - 1, sheet.tokens[from]?.first)) ||
    isUnexplained(sheet, to, after?.first)
  );
}
