import type { AnnotatedField, EntityType } from '@warta/contracts';
import type { KnownEntity } from './gazetteer-row.ts';
import { commonWords, stopWords } from './lexicon-words.ts';
import type { Token } from './tokens.ts';

/** A name found at tokens `from` up to, not including, `to`. */
export type NameSpan = {
  type: EntityType;
  from: number;
  to: number;
  /** The model or rule that found it: the proof kept with each mention. */
  by: string;
  known?: KnownEntity;
  /** How `known` was found, where it was not by a form of our own tables. */
  linkedBy?: 'own-short-form' | 'context' | 'prior';
  /** The office printed before the name, and the token it starts at. */
  role?: string;
  roleFrom?: number;
  /** Refers to the longer name of the same article with this text ("Kim" to "Kim Jong Un"). */
  carriedFrom?: string;
  /** The article says that this is something else than what our tables have by the name. */
  isSpeltOtherwise?: true;
};

/** One field of an article while names are found in it. */
export type Sheet = {
  field: AnnotatedField;
  text: string;
  tokens: readonly Token[];
  /** For each token the name that has taken it. */
  claims: (NameSpan | undefined)[];
  /** Nearly every word has a capital, as in headlines: capitals say nothing. */
  titleCase: boolean;
  /** Words that the article prints in lower case somewhere. */
  lowerWords: ReadonlySet<string>;
};

/** Ties a span to an entity; without `by` by a form of our own tables. */
export function linkTo(span: NameSpan, known: KnownEntity, by?: NameSpan['linkedBy']): void {
  span.known = known;
  if (by) span.linkedBy = by;
  else delete span.linkedBy;
}

/** Leaves a span to its own words. */
export function unlink(span: NameSpan): void {
  delete span.known;
  delete span.linkedBy;
}

/** Takes the tokens of a span, releasing shorter names inside it. */
export function claim(sheet: Sheet, span: NameSpan): void {
  for (let index = span.from; index < span.to; index += 1) {
    const former = sheet.claims[index];
    if (former) release(sheet, former);
  }
  sheet.claims.fill(span, span.from, span.to);
}

/** Gives the tokens of a span back. */
export function release(sheet: Sheet, span: NameSpan): void {
  for (let index = span.from; index < span.to; index += 1) {
    if (sheet.claims[index] === span) sheet.claims[index] = undefined;
  }
}

/** The spans of a sheet in order of position. */
export function spansOf(sheet: Sheet): NameSpan[] {
  return [...new Set(sheet.claims)].filter((span) => span !== undefined);
}

/** The text of a span as printed. */
export function printedText(sheet: Sheet, from: number, to: number): string {
  const start = sheet.tokens[from]?.start ?? 0;
  return sheet.text.slice(start, sheet.tokens[to - 1]?.end ?? start);
}

/** A word that only the start of a sentence gave its capital. */
export function isCommonOpening(sheet: Sheet, token: Token): boolean {
  return token.first && (commonWords.has(token.key) || sheet.lowerWords.has(token.key));
}

/** A capitalised word that no other name has taken and that may belong to one. */
export function isFreeNameWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  return (
    token?.kind === 'word' &&
    token.capital &&
    !sheet.claims[index] &&
    !stopWords.has(token.key) &&
    !isCommonOpening(sheet, token)
  );
}

const particles = new Set(
  'bin binti ibn van von de der den da dos del la le al el bint ter'.split(' '),
);

/**
 * The end of the name that starts at `from`: capitalised words on one line, joined by spaces, hyphens
 * ("Jae-in"), dots of initials ("Muhammad A. Fauzi") or particles ("Mohammed bin Salman").
 */
export function nameEnd(
  sheet: Sheet,
  from: number,
  accept: (index: number) => boolean,
  wordsMax: number,
): number {
  let end = from;
  let words = 0;
  while (words < wordsMax) {
    const next = words === 0 ? from : nextWordOfName(sheet, end);
    const token = sheet.tokens[next];
    if (!token || (words > 0 && token.newLine)) break;
    const hyphenated = next > end && token.glued && sheet.tokens[next - 1]?.text === '-';
    const fits = accept(next) || (hyphenated && token.kind === 'word' && token.text.length <= 6);
    if (!fits) break;
    end = next + 1;
    words += 1;
  }
  return end;
}

function nextWordOfName(sheet: Sheet, end: number): number {
  const { tokens } = sheet;
  const token = tokens[end];
  const last = tokens[end - 1];
  if (token?.text === '-' && token.glued && tokens[end + 1]?.glued) return end + 1;
  if (token?.text === '.' && token.glued && last?.capital && last.text.length <= 2) return end + 1;
  if (token?.kind === 'word' && particles.has(token.key) && tokens[end + 1]?.capital) {
    return token.capital ? end : end + 1;
  }
  return end;
}
