import { knownByName } from './gazetteer.ts';
import { organizationHeads, organizationTails } from './lexicon-organizations.ts';
import { placeHeads } from './lexicon-places.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import { verbsAfterSpeaker, verbsBeforeSpeaker } from './lexicon-speech.ts';
import { commonWords, nameParts, stopWords } from './lexicon-words.ts';
import type { Sheet } from './name-span.ts';
import { claim, isFreeNameWord, nameEnd, printedText } from './name-span.ts';

/** Longest name of a person in words. */
export const personWordsMax = 5;

/** An age in brackets or between commas makes a person; smaller numbers are goals and places. */
const ageMin = 5;
const ageMax = 110;

const introductions = new Set(['bernama', 'named']);

/** Last words of names that are no person's. */
const thingWords = new Set(
  'international stadium airport hotel mall park tower plaza center centre communication group airlines law school club cup league'.split(
    ' ',
  ),
);

/** A word that can stand in a person's name here. */
export function isPersonWord(sheet: Sheet, index: number): boolean {
  const token = sheet.tokens[index];
  if (!token || !isFreeNameWord(sheet, index)) return false;
  if (token.upper && token.text.length > 2) return false;
  if (token.key.endsWith('nya') || thingWords.has(token.key)) return false;
  if (nameParts.has(token.key)) return true;
  return !(
    roleHeads.has(token.key) ||
    honorifics.has(token.key) ||
    organizationHeads.has(token.key) ||
    organizationTails.has(token.key) ||
    placeHeads.has(token.key)
  );
}

/** Takes persons without an office: speakers, people with their age, and words that are names. */
export function recognisePersons(sheet: Sheet): void {
  if (sheet.titleCase) return;
  let index = 0;
  while (index < sheet.tokens.length) {
    const end = nameEnd(sheet, index, (next) => isPersonWord(sheet, next), personWordsMax + 1);
    if (end > index && end - index <= personWordsMax * 2 && isPerson(sheet, index, end)) {
      const known = knownByName('PERSON', printedText(sheet, index, end));
      claim(sheet, {
        type: 'PERSON',
        from: index,
        to: end,
        by: 'rule:person-word',
        ...(known && { known }),
      });
    }
    index = Math.max(end, index + 1);
  }
}

function isPerson(sheet: Sheet, from: number, to: number): boolean {
  const { tokens, claims } = sheet;
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word');
  const before = tokens[from - 1];
  const after = tokens[to];
  if (words.length > personWordsMax || words.every((word) => word.upper)) return false;
  // A capitalised neighbour that is no part of the run: the run is a piece of something longer.
  if (after?.capital && !after.first && !claims[to] && !stopWords.has(after.key)) return false;
  const parts = words.filter((word) => nameParts.has(word.key)).length;
  const unusual = words.filter((word) => !commonWords.has(word.key)).length;
  if (!words.some((word) => word.text.length >= 3)) return false;
  const opening = words[0];
  if (opening && commonWords.has(opening.key) && !nameParts.has(opening.key)) return false;
  if (unusual === 0 || (parts === 0 && unusual < words.length)) return false;
  if (words.length === 1 && parts === 0 && tokens[from]?.first) return false;

  if (before?.kind === 'word' && !before.capital) {
    if (verbsBeforeSpeaker.has(before.key) && isSpoken(sheet, from - 1)) return true;
    if (introductions.has(before.key)) return true;
  }
  if (hasAge(sheet, to) && (words.length > 1 || parts > 0)) return true;
  if (words.length < 2) return false;
  const first = words[0];
  if (first && nameParts.has(first.key) && (parts > 1 || unusual === words.length)) return true;
  return parts > 0 && !!after && verbsAfterSpeaker.has(after.key);
}

/** The verb follows a quotation or a comma: "…," kata Budi. */
function isSpoken(sheet: Sheet, verb: number): boolean {
  const before = sheet.tokens[verb - 1];
  return before?.kind === 'mark' && [',', '"', '”', '?', '!', '.', "'", '’'].includes(before.text);
}

/** "(45)", "(45 tahun)", ", 45,". */
function hasAge(sheet: Sheet, at: number): boolean {
  const opening = sheet.tokens[at];
  const number = sheet.tokens[at + 1];
  const closing = sheet.tokens[at + 2];
  if (!opening || !number || !closing || !/^\d{1,3}$/.test(number.text)) return false;
  const age = Number(number.text);
  if (age < ageMin || age > ageMax) return false;
  if (opening.text === '(') return closing.text === ')' || closing.key === 'tahun';
  return opening.text === ',' && (closing.text === ',' || closing.key === 'tahun');
}
