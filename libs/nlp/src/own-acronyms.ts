import { initialWords } from './foreign-readings.ts';
import type { KnownEntity } from './gazetteer-row.ts';
import { knownByName, nameKey } from './gazetteer.ts';
import type { Sheet } from './name-span.ts';
import { printedText, release, spansOf, unlink } from './name-span.ts';

/** Words that an acronym may leave out: "Pajak Bumi dan Bangunan (PBB)". */
const linkWords = new Set([
  'dan',
  'atau',
  'untuk',
  'di',
  'of',
  'and',
  'the',
  'for',
  'pada',
  'atas',
]);

/** Longer ones are rarely spelt by their first letters. */
const acronymLettersMax = 6;

/**
 * Readings that articles take for granted: a "PBB" that is paid is a tax. The words directly before
 * give it away, for the whole article.
 */
const otherReadings = new Map([
  ['PBB', new Set(['bayar', 'membayar', 'pembayaran', 'tagihan', 'tunggakan', 'pajak', 'tarif'])],
]);

/** What an article spells out before brackets, nothing where they are initials, and whether it is a name. */
type Expansion = { words: string; isName: boolean };

/**
 * Lets go of known names where the article says that their letters mean something else here: "hutan
 * tanaman industri (HTI)" is no party, "Pajak Bumi dan Bangunan (PBB)" not the United Nations. What is
 * spelt out as a name of its own is carry-names' to tie.
 */
export function releaseOwnAcronyms(sheets: readonly Sheet[]): void {
  const expansions = new Map<string, Expansion>();
  for (const sheet of sheets) collectExpansions(expansions, sheet);
  if (expansions.size === 0) return;
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const expansion = expansions.get(printedText(sheet, span.from, span.to));
      const known = span.known ?? knownByName(span.type, printedText(sheet, span.from, span.to));
      if (!expansion || !known) continue;
      if (expansion.words !== '' && isFormOf(known, expansion.words)) continue;
      if (!expansion.isName) {
        release(sheet, span);
        continue;
      }
      unlink(span);
      span.isSpeltOtherwise = true;
    }
  }
}

function collectExpansions(expansions: Map<string, Expansion>, sheet: Sheet): void {
  for (const [index, token] of sheet.tokens.entries()) {
    const before = sheet.tokens[index - 1];
    if (before && otherReadings.get(token.text)?.has(before.key)) {
      expansions.set(token.text, { words: before.text, isName: false });
      continue;
    }
    if (!token.upper || token.text.length > acronymLettersMax) continue;
    if (initialWords.has(before?.key ?? '')) {
      expansions.set(token.text, { words: '', isName: true });
      continue;
    }
    if (before?.text !== '(' || sheet.tokens[index + 1]?.text !== ')') continue;
    const from = expansionBefore(sheet, index - 1, token.key);
    if (from === undefined) continue;
    const isName = sheet.claims.slice(from, index - 1).some(Boolean);
    expansions.set(token.text, { words: printedText(sheet, from, index - 1), isName });
  }
}

/** Where the words begin whose first letters are these, read backwards from `end`. */
function expansionBefore(sheet: Sheet, end: number, letters: string): number | undefined {
  let at = end - 1;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    while (
      linkWords.has(sheet.tokens[at]?.key ?? '') &&
      sheet.tokens[at]?.key[0] !== letters[letter]
    )
      at -= 1;
    const token = sheet.tokens[at];
    if (token?.kind !== 'word' || token.key[0] !== letters[letter]) return undefined;
    at -= 1;
  }
  return at + 1;
}

function isFormOf(known: KnownEntity, words: string): boolean {
  const key = nameKey(words);
  return known.forms.some(({ text }) => {
    const form = nameKey(text);
    return form === key || (form.includes(' ') && (key.includes(form) || form.includes(key)));
  });
}
