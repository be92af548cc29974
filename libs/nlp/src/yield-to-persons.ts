import { nameKey } from './gazetteer.ts';
import { placePrepositions } from './lexicon-places.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { claim, printedText, spansOf, unlink } from './name-span.ts';
import { territorialHeads } from './settle-tagged.ts';

/** A person whom the article names by more than one word. */
type Person = { words: string[]; text: string; span: NameSpan };

/** Who plays, trains or is met before the bare name of a club. */
const clubWords = new Set(
  `klub tim skuad kubu pelatih pemain bek kiper striker gelandang winger penyerang kapten manajer fans
  suporter pendukung laga lawan melawan kontra versus vs hadapi menghadapi gawang bersama`.split(
    /\s+/,
  ),
);

/** Lists of names have more people of one name; they are compared one by one. */
const namesakesMax = 20;

/** The fewest letters of a name that may stand for a person. */
const lettersMin = 3;

/**
 * "Paris" is no city in "Hotman Paris" and "Chelsea" no club where the article is about "Chelsea Islan":
 * a place or a body that is a word of a person's longer name is that person, unless the article puts it
 * where places and bodies stand.
 */
export function yieldToPersons(sheets: readonly Sheet[]): void {
  takeCitiesOfNames(sheets);
  const persons = personsByWord(sheets);
  if (persons.size === 0) return;
  const open: { sheet: Sheet; span: NameSpan; key: string }[] = [];
  const meant = new Set<string>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const key = nameKey(printedText(sheet, span.from, span.to));
      if (span.type === 'PERSON' || span.type === 'EVENT') continue;
      if (span.to - span.from > 1) {
        for (const word of key.split(' ')) if (span.type === 'ORGANIZATION') meant.add(word);
        continue;
      }
      // "Lurah Cipayung Tomi Patria": the office's place, then the person.
      const isOfOffice = territorialHeads.has(sheet.tokens[span.from - 1]?.key ?? '');
      if (isOfOffice) meant.add(key);
      else if (!persons.has(key) || joinName(sheet, span, persons.get(key) ?? [])) continue;
      else if (standsAsItself(sheet, span)) meant.add(key);
      else open.push({ sheet, span, key });
    }
  }
  for (const { sheet, span, key } of open) {
    const [person, ...others] = persons.get(key) ?? [];
    if (!person || meant.has(key) || span.known?.key.startsWith('territory/')) continue;
    if (others.length === 0 && !isMiddle(person, key)) become(sheet, span, person);
    else unlink(span);
  }
}

/** "Hotman Paris" found in two: a foreign city has a preposition behind a person, or stands apart. */
function takeCitiesOfNames(sheets: readonly Sheet[]): void {
  const firstNames = new Map<string, NameSpan>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const isOne = span.type === 'PERSON' && !span.known && span.to - span.from === 1;
      if (isOne) firstNames.set(sheet.tokens[span.from]?.key ?? '', span);
    }
  }
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      const before = sheet.claims[span.from - 1];
      const person = firstNames.get(sheet.tokens[span.from - 1]?.key ?? '');
      const isCity = span.type === 'LOCATION' && span.known?.key.startsWith('city/');
      if (!isCity || !person || sheet.tokens[span.from]?.first || span.to - span.from > 1) continue;
      if (before && (before.type !== 'PERSON' || before.to - before.from > 1)) continue;
      claim(sheet, { type: 'PERSON', from: span.from - 1, to: span.to, by: person.by });
    }
  }
}

/** The longest names, by each of their words. */
function personsByWord(sheets: readonly Sheet[]): Map<string, Person[]> {
  const persons = new Map<string, Person>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type !== 'PERSON') continue;
      const text = printedText(sheet, span.from, span.to);
      const words = nameKey(text).split(' ');
      if (words.length > 1) persons.set(words.join(' '), { words, text, span });
    }
  }
  const byWord = new Map<string, Person[]>();
  for (const person of [...persons.values()].toSorted((a, b) => b.words.length - a.words.length)) {
    for (const word of new Set(person.words)) {
      const others = byWord.get(word) ?? [];
      if (others.length >= namesakesMax) continue;
      const isShorter = others.some(({ words }) =>
        person.words.every((one) => words.includes(one)),
      );
      if (word.length >= lettersMin && !isShorter) byWord.set(word, [...others, person]);
    }
  }
  return byWord;
}

/** Takes the words of a person's name that stand around one of them. */
function joinName(sheet: Sheet, span: NameSpan, persons: readonly Person[]): boolean {
  for (const person of persons) {
    const at = person.words.indexOf(sheet.tokens[span.from]?.key ?? '');
    let { from, to } = span;
    while (isNextWord(sheet, from - 1, from, person.words[at - span.from + from - 1])) from -= 1;
    while (isNextWord(sheet, to, to, person.words[at - span.from + to])) to += 1;
    if (to - from < 2) continue;
    const first = sheet.claims[from];
    const last = sheet.claims[to - 1];
    const whole = { ...span, from: first?.from ?? from, to: last?.to ?? to };
    become(sheet, whole, person);
    return true;
  }
  return false;
}

/** Token `index` is this word; no line breaks before token `later` of the two. */
function isNextWord(sheet: Sheet, index: number, later: number, word: string | undefined): boolean {
  const token = sheet.tokens[index];
  if (!token?.capital || token.key !== word || sheet.tokens[later]?.newLine) return false;
  const taken = sheet.claims[index];
  return !taken || taken.type === 'PERSON' || taken.to - taken.from === 1;
}

/** "di Osaka", "Osaka, Jepang", "pelatih Chelsea". */
function standsAsItself(sheet: Sheet, { type, from, to }: NameSpan): boolean {
  const before = sheet.tokens[from - 1];
  if (placePrepositions.has(before?.key ?? '') || clubWords.has(before?.key ?? '')) return true;
  if (clubWords.has(sheet.tokens[to]?.key ?? '')) return true;
  const isListed = (mark: number, at: number) =>
    [',', '(', 'dan', 'and'].includes(sheet.tokens[mark]?.key ?? '') &&
    sheet.claims[at]?.type === type;
  return isListed(from - 1, from - 2) || isListed(to, to + 1);
}

function isMiddle({ words }: Person, key: string): boolean {
  return words[0] !== key && words.at(-1) !== key;
}

function become(sheet: Sheet, { from, to }: NameSpan, { text, span }: Person): void {
  claim(sheet, {
    type: 'PERSON',
    from,
    to,
    by: 'rule:named-before',
    ...(span.known && { known: span.known }),
    carriedFrom: text,
  });
}
