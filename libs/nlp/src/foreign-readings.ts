import { findKnown } from './gazetteer.ts';
import { commonWords } from './lexicon-words.ts';
import type { Sheet } from './name-span.ts';

/** "pacarnya berinisial AP": letters that stand for a person. */
export const initialWords: ReadonlySet<string> = new Set(['berinisial', 'inisial', 'inisialnya']);

/** Works and groups that bear a name in letters: "drama BIG", where "drama MBC" is a channel's. */
const workWords = new Set(
  'drama film sinetron serial lagu album single novel mixtape boyband girlband'.split(' '),
);

/** Letters that stand for a person are no more than this. */
const initialLettersMax = 4;

const age = /^\d{1,2}$/;

/**
 * Letters that are no acronym of a body or a country here: "US$", the mark of an aircraft ("PK-CDC"),
 * the initials of a person with an age ("AP (18)"), the name of a drama ("drama BIG").
 */
export function hasForeignReading(sheet: Sheet, from: number, to: number): boolean {
  const token = sheet.tokens[from];
  if (!token?.upper || to - from > 1) return false;
  const next = sheet.tokens[to];
  if (next?.glued && next.text === '$') return true;
  const isNamed = commonWords.has(token.key) && workWords.has(sheet.tokens[from - 1]?.key ?? '');
  return isNamed || isPartOfCode(sheet, from) || isInitials(sheet, from);
}

/** Whether a person goes by the letters at token `at`. */
function isInitials({ tokens }: Sheet, at: number): boolean {
  const token = tokens[at];
  if (!token?.upper || token.text.length > initialLettersMax) return false;
  if (initialWords.has(tokens[at - 1]?.key ?? '')) return true;
  const [opening, number, closing] = tokens.slice(at + 1, at + 4);
  return opening?.text === '(' && closing?.text === ')' && age.test(number?.text ?? '');
}

/** "PK-CDC", not "TNI-Polri": a hyphen ties the letters to others that name nothing. */
function isPartOfCode({ tokens }: Sheet, at: number): boolean {
  const isCode = (index: number) => {
    const token = tokens[index];
    return !!token?.upper && token.text.length <= initialLettersMax && !findKnown(tokens, index);
  };
  const before = tokens[at]?.glued && tokens[at - 1]?.text === '-' && tokens[at - 1]?.glued;
  const after = tokens[at + 1]?.text === '-' && tokens[at + 1]?.glued && tokens[at + 2]?.glued;
  return (!!before && isCode(at - 2)) || (!!after && isCode(at + 2));
}
