import {
  creditLine,
  fixedPromptLine,
  labelledCredit,
  creditWords,
  loosePromptLine,
  offerPromptLine,
  pointingEnd,
  promptVerbs,
} from './lexicon-furniture.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import { verbsAfterSpeaker, verbsBeforeSpeaker, verbsOfSameSpeaker } from './lexicon-speech.ts';
import { monthNumbers, weekdayNumbers } from './lexicon-time.ts';

/** A call to look at something is short; what is longer tells a story. The film's title does not count. */
const loosePromptCharsMax = 80;

/** "Foto: Rengga/detikcom" and "Foto: Dok. Biro Pers Sekretariat Presiden"; more words are a caption. */
const creditWordsMax = 7;

// Titles are short and the lines that are looked at too, so the scan is linear.
const quotedTitle = /["“][^"“”\n]{1,160}["”]|(?<!\p{L})['‘][^'‘’\n]{1,160}['’](?!\p{L})/gu;
const stopInside = /[.!?] +(\p{L}+)/gu;
/** "…, Budi Santoso tertipu": a name and what it does. */
const goesOn = /, (?:\p{Lu}[\p{L}’'-]{1,30} ){1,4}\p{Ll}/u;
const dayInBrackets = /\(\d{1,2}[/-]\d{1,2}/;

/**
 * Whether a line does nothing but ask the reader for something. A sentence of the article may begin with
 * the same words ("Lihat video itu, Presiden menangis"): what tells of somebody or some day is the
 * article's, and so is what stays doubtful.
 */
export function isPromptLine(line: string): boolean {
  if (fixedPromptLine.test(line)) return true;
  const rest = line.replaceAll(quotedTitle, ' ').trimEnd();
  if (offerPromptLine.test(line)) return !tells(rest) && !goesOn.test(rest) && asksAfterStops(rest);
  return (
    loosePromptLine.test(line) &&
    rest.length <= loosePromptCharsMax &&
    !/[,;]/.test(rest) &&
    !/[.!?] *\S/.test(rest) &&
    (!rest.endsWith('.') || pointingEnd.test(rest)) &&
    !tells(rest)
  );
}

/** Whether a line says whose picture or text it is; a caption that tells what it shows is the article's. */
export function isCreditLine(line: string): boolean {
  if (creditLine.test(line)) return true;
  const name = labelledCredit.exec(line)?.[1]?.trim();
  if (!name || tells(name)) return false;
  const words = name.split(/[\s/]+/);
  return (
    words.length <= creditWordsMax &&
    (!/\p{L}{4}\.$/u.test(name) || words.length === 1) &&
    words.every((word) => !/^\p{Ll}/u.test(word) || creditWords.test(word))
  );
}

/** A reporting verb, a day, or somebody with an office: prompts have none of them. */
function tells(line: string): boolean {
  if (dayInBrackets.test(line)) return true;
  const words = line.split(/[^\p{L}\p{N}'’-]+/u);
  return words.some((word, index) => {
    const key = word.toLowerCase();
    const next = words[index + 1] ?? '';
    if (/^\p{Lu}/u.test(word) && (weekdayNumbers.has(key) || monthNumbers.has(key))) return true;
    if ((roleHeads.has(key) || honorifics.has(key)) && /^\p{Lu}/u.test(next)) return true;
    // The line's first word is its own verb: "Lanjut ke halaman dua".
    return index > 0 && word === key && isReporting(key);
  });
}

function isReporting(key: string): boolean {
  return verbsBeforeSpeaker.has(key) || verbsOfSameSpeaker.has(key) || verbsAfterSpeaker.has(key);
}

/** "… di Telegram. Caranya klik tautan ini": every further sentence asks for something too. */
function asksAfterStops(line: string): boolean {
  return [...line.matchAll(stopInside)].every(([, word = '']) =>
    promptVerbs.has(word.toLowerCase()),
  );
}
