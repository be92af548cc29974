import { knownByName } from './gazetteer.ts';
import { isLikelyMedium, isMedium, mediumNouns, sureCues, takenCues } from './lexicon-furniture.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import { nameParts } from './lexicon-words.ts';
import { monthNumbers, weekdayNumbers } from './lexicon-time.ts';

/** Where a text says from whom it was taken, and the name as printed. */
export type Attribution = { start: number; end: number; name: string };

const capitalised = `\\p{Lu}[\\p{L}\\p{N}&'’-]{0,30}`;
const ending = '(?:\\.(?:com|co|id|net|org|tv|news|uk)){0,2}';

// Every repetition is bounded, so the scans are linear.
const taken = new RegExp(
  `(?<!\\p{L})(?:(?:seperti|sebagaimana|as) )?(${takenCues})( dari| oleh| dalam)?` +
    `( (?:${mediumNouns}))?(?: resmi)? `,
  'giu',
);
// Capitals count here, unlike before the name.
const nameHere = new RegExp(
  `(?:the )?(?:${capitalised}|[a-z\\d-]{2,30}(?=\\.(?:com|co|id|net|org)))${ending}(?: ${capitalised}${ending}){0,3}`,
  'uy',
);
const dayBehind = /^,? (?:(?:pada |hari |on )?(\p{L}{3,10})(?!\p{L})|(\(\d{1,2}\/))/u;
const dayCharsMax = 32;
const reported =
  /((?:\p{Lu}[\p{L}\p{N}.&'’-]{0,30} ){0,3}\p{Lu}[\p{L}\p{N}.&'’-]{0,30}) report(?:s|ed)(?!\p{L})/gu;
const sourceInBrackets = /\((?:sumber|source) ?: ?([^\n:()]{2,60}?)\)/giu;
const alreadyShown =
  /artikel ini (?:telah|sudah) (?:tayang|terbit|dipublikasikan)(?: sebelumnya)? di /giu;
const sourceLine = /^\(?(?:sumber|source) ?: ?([^\n:()]{2,80}?)\)?\.?$/iu;

/** A last line of agencies in capitals is short. */
const capitalsMax = 80;

/** Finds "seperti dikutip dari AFP", "dilansir Reuters", "according to Reuters" in a text. */
export function attributionsIn(text: string): Attribution[] {
  const found: Attribution[] = [];
  for (const match of text.matchAll(taken)) {
    const [whole, cue = '', from, noun] = match;
    nameHere.lastIndex = match.index + whole.length;
    const printed = nameHere.exec(text)?.[0] ?? '';
    const article = printed.startsWith('the ') ? 4 : 0;
    const source = sourceName(printed.slice(article));
    const led = { cue: cue.toLowerCase(), from: !!from, noun: !!noun };
    const start = match.index + whole.length + article;
    if (
      source === '' ||
      !isSourceAfter(
        led,
        source,
        text.slice(start + source.length, start + source.length + dayCharsMax),
      )
    )
      continue;
    found.push({ start: match.index, end: start + source.length, name: source });
  }
  for (const match of text.matchAll(reported)) {
    const printed = match[1] ?? '';
    const words = printed.split(' ');
    const source = words.map((_, index) => words.slice(index).join(' ')).find(isMedium);
    if (!source) continue;
    const start = match.index + printed.length - source.length;
    found.push({ start, end: match.index + match[0].length, name: source });
  }
  for (const { index, 0: whole, 1: printed = '' } of text.matchAll(sourceInBrackets)) {
    for (const each of listedSources(printed)) {
      found.push({ start: index, end: index + whole.length, name: each });
    }
  }
  for (const { index, 0: whole } of text.matchAll(alreadyShown)) {
    nameHere.lastIndex = index + whole.length;
    const printed = nameHere.exec(text)?.[0] ?? '';
    if (!isMedium(printed)) continue;
    found.push({ start: index, end: index + whole.length + printed.length, name: printed });
  }
  return found.sort((a, b) => a.start - b.start);
}

function listedSources(listed: string): string[] {
  return listed
    .split(/ ?[,/|;&] ?| dan | and /)
    .map((each) => each.trim())
    .filter((each) => /^\p{Lu}/u.test(each) || isMedium(each));
}

/** The sources of a line such as "Sumber: Reuters, AFP" or, at a text's end, "DEWI | REUTERS". */
export function sourcesOfLine(line: string, isLast: boolean): Attribution[] {
  const [, listed] = sourceLine.exec(line) ?? [];
  if (listed) {
    return listedSources(listed).map((each) => ({ start: 0, end: line.length, name: each }));
  }
  if (!isLast || line.length > capitalsMax || line !== line.toUpperCase()) return [];
  const found: Attribution[] = [];
  let start = 0;
  for (const part of line.split(/([|/])/)) {
    const printed = part.trim();
    const at = start + part.indexOf(printed);
    // Writers stand first: what follows a source is one too, unless it is a person's name.
    const isSource =
      isLikelyMedium(printed) || (found.length > 0 && printed.length > 1 && !hasNamePart(printed));
    if (isSource) found.push({ start: at, end: at + printed.length, name: printed });
    start += part.length;
  }
  return found;
}

type Led = { cue: string; from: boolean; noun: boolean };

/**
 * Whether the name behind a cue is that of a source. "Seperti dikutip Gizmodo, Senin" tells when it was
 * read; "seperti dikutip Budi" may as well be somebody who quotes.
 */
function isSourceAfter({ cue, from, noun }: Led, source: string, behind: string): boolean {
  if (isMedium(source)) return true;
  const words = source.toLowerCase().split(' ');
  const first = words[0] ?? '';
  if (honorifics.has(first) || roleHeads.has(first) || knownByName('PERSON', source)) return false;
  if (words.length <= 3 && hasNamePart(source) && !noun && !isLikelyMedium(source)) return false;
  if (words.length === 1 && /^(?:dikutip|disitat|dinukil)$/.test(cue) && !from && !noun) {
    return isDayNext(behind) || /\p{Ll}\p{Lu}/u.test(source);
  }
  return (sureCues.has(cue) && cue !== 'mengutip') || (noun && from && cue !== 'menurut');
}

function hasNamePart(name: string): boolean {
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => nameParts.has(word));
}

/** ", Senin (12/6)", " pada Senin", " (12/6/2023)". */
function isDayNext(behind: string): boolean {
  const [, word = '', bracket] = dayBehind.exec(behind) ?? [];
  return bracket !== undefined || weekdayNumbers.has(word.toLowerCase());
}

/** The name without a day behind it: "AFP Senin"; a day alone is no name. */
function sourceName(printed: string): string {
  const words = printed.split(' ');
  const day = words.findIndex((each) => {
    const key = each.toLowerCase();
    return weekdayNumbers.has(key) || monthNumbers.has(key);
  });
  // "The Sunday Times" has a day in it, but not behind a name of its own.
  const isNamed = day > 0 && words[day - 1]?.toLowerCase() === 'the';
  const kept = day === -1 || isNamed ? words : words.slice(0, day);
  const text = kept.join(' ');
  return /^\p{Lu}/u.test(text) || isMedium(text.split(' ')[0] ?? '') ? text : '';
}
