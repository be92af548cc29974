import { carryNames } from './carry-names.ts';
import { releaseOwnAcronyms } from './own-acronyms.ts';
import type { Sheet } from './name-span.ts';
import { release, spansOf } from './name-span.ts';
import { recogniseEvents } from './recognise-events.ts';
import { recogniseKnown, settleKnown } from './recognise-known.ts';
import { recogniseOrganizations } from './recognise-organizations.ts';
import { recognisePersons } from './recognise-persons.ts';
import { recognisePlaces } from './recognise-places.ts';
import { recogniseRoles } from './recognise-roles.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { linkForms } from './link-forms.ts';
import { linkNames } from './link-names.ts';
import { settleTagged } from './settle-tagged.ts';
import { tagNames } from './tag-names.ts';
import type { Tagger, TextStyle } from './tagger.ts';
import type { Token } from './tokens.ts';
import { yieldToPersons } from './yield-to-persons.ts';

/** Above this share of capitalised words a title's capitals say nothing. */
const titleCaseShare = 0.7;

/** Lays a field out for recognition; `lowerWords` are those of the whole article. */
export function layOut(
  field: Sheet['field'],
  text: string,
  tokens: readonly Token[],
  lowerWords: ReadonlySet<string>,
): Sheet {
  const words = tokens.filter((token) => token.kind === 'word');
  const capitals = words.filter((token) => token.capital).length;
  return {
    field,
    text,
    tokens,
    claims: new Array<undefined>(tokens.length).fill(undefined),
    titleCase: field === 'title' && capitals > titleCaseShare * words.length,
    lowerWords,
  };
}

/** The words that an article prints in lower case. */
export function lowerWordsOf(fields: readonly (readonly Token[])[]): Set<string> {
  const words = new Set<string>();
  for (const tokens of fields) {
    for (const token of tokens) {
      if (token.kind === 'word' && !token.capital) words.add(token.key);
    }
  }
  return words;
}

/**
 * Finds the names of an article; the spans are left in the sheets' claims. A trained tagger says what
 * is a name; the knowledge base adds what it missed and says who is meant. Where the language has no
 * tagger, the words around give names away. Last comes what the article itself has said elsewhere. A
 * sentence by itself has what the tagger finds in it, and nothing is added.
 *
 * @returns whether the tagger has seen the whole article; true where there is none.
 */
export async function recognise(sheets: readonly Sheet[], tagger?: Tagger): Promise<boolean> {
  const style = styleOf(sheets);
  const isWhole = tagger ? await tagNames(sheets, tagger, style) : true;
  if (tagger && style === 'sentence') {
    for (const sheet of sheets) {
      recogniseKnown(sheet, ['PERSON']);
      giveRoles(sheet);
    }
    linkForms(sheets);
    return isWhole;
  }
  settleTagged(sheets);
  for (const sheet of sheets) {
    recogniseKnown(sheet);
    recogniseEvents(sheet);
    if (tagger && isWhole) {
      recogniseRoles(sheet);
      continue;
    }
    recogniseOrganizations(sheet);
    recognisePlaces(sheet);
    recogniseRoles(sheet);
    recognisePersons(sheet);
  }
  yieldToPersons(sheets);
  releaseOwnAcronyms(sheets);
  carryNames(sheets);
  for (const sheet of sheets) settleKnown(sheet);
  linkNames(sheets, knowledgeBase());
  return isWhole;
}

/** Reads the offices before the people that are found, and finds nobody by an office alone. */
function giveRoles(sheet: Sheet): void {
  const found = new Set(spansOf(sheet));
  recogniseRoles(sheet);
  for (const span of spansOf(sheet)) if (!found.has(span)) release(sheet, span);
}

/** The most tokens of one sentence: the longest of 18,525 articles' sentences but for lists. */
const sentenceTokensMax = 100;

/** One line without a title is a sentence by itself. */
function styleOf(sheets: readonly Sheet[]): TextStyle {
  const tokens = sheets.flatMap((sheet) => sheet.tokens.slice(0, sentenceTokensMax + 1));
  const isOneLine = tokens.filter((token) => token.newLine).length === 1;
  const hasTitle = sheets.some(({ field, tokens: own }) => field === 'title' && own.length > 0);
  return isOneLine && !hasTitle && tokens.length <= sentenceTokensMax ? 'sentence' : 'article';
}
