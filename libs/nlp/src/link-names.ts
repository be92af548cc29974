import { normaliseName } from './entity-id.ts';
import { knownByName, nameKey } from './gazetteer.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { linkForms } from './link-forms.ts';
import { linkPlace, placeByItsWords, sceneOf } from './link-places.ts';
import { neverPlaceAfter } from './lexicon-places.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { releaseNamesakes, releaseOutOfField } from './namesakes.ts';
import { releaseOtherPlaces } from './other-places.ts';
import { linkTo, printedText, release, spansOf, unlink } from './name-span.ts';

/**
 * Says who is meant by the names that our own tables do not have, from the registries: by the word
 * before the name ("Bupati Bogor"), by what else the article names ("Lembang" where Jawa Barat is
 * named), else by prior where no comparable place has the name. A name that stays open is left alone:
 * no link is better than a wrong one.
 */
export function linkNames(sheets: readonly Sheet[], base: KnowledgeBase): void {
  linkForms(sheets, ['ORGANIZATION']);
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type === 'ORGANIZATION') linkOrganization(sheet, span, base);
      if (isOtherPrint(sheet, span)) unlink(span);
      if (span.type !== 'LOCATION') continue;
      if (neverPlaceAfter.has(sheet.tokens[span.from - 1]?.key ?? '')) release(sheet, span);
      else placeByItsWords(sheet, span, base);
    }
  }
  releaseNamesakes(sheets);
  releaseOutOfField(sheets);
  releaseOtherPlaces(sheets, base);
  const scene = sceneOf(sheets, base);
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const isOpen = span.type === 'LOCATION' && !span.known && !span.isSpeltOtherwise;
      if (isOpen) linkPlace(sheet, span, base, scene);
    }
  }
}

/** Without its legal form, or by the longer name of the article; a brand that is also a place says nothing. */
function linkOrganization(sheet: Sheet, span: NameSpan, base: KnowledgeBase): void {
  if (span.known || span.isSpeltOtherwise || !sheet.tokens[span.from]?.capital) return;
  // What the article has spelt out is no longer open to another reading.
  const text = span.carriedFrom ?? printedText(sheet, span.from, span.to);
  const name = normaliseName('ORGANIZATION', text);
  const own = knownByName('ORGANIZATION', name);
  if (own) {
    // The bare form was not believed where it stands.
    if (name !== nameKey(text)) linkTo(span, own);
    return;
  }
  const candidates = base.candidates(name);
  const [first] = candidates;
  const isBrand = candidates.length === 1 && first?.isSure && first.entry.kind === 'brand';
  if (isBrand) linkTo(span, first.entry.entity, 'prior');
}

/** Longer acronyms are read by their letters in any print. */
const printedLettersMax = 4;

/** "mu" and "Us" are no "MU" and "US" where capitals mean something. */
function isOtherPrint(sheet: Sheet, { from, to, known }: NameSpan): boolean {
  const token = sheet.tokens[from];
  if (!known || !token || to - from > 1 || token.upper || sheet.titleCase) return false;
  if (token.text.length > printedLettersMax || !sheet.tokens.some(({ capital }) => capital)) {
    return false;
  }
  const forms = known.forms.filter(({ text }) => text.toLowerCase() === token.key);
  return forms.length > 0 && forms.every(({ text }) => text === text.toUpperCase());
}
