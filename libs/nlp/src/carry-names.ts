import { legalForms } from './entity-id.ts';
import { nameKey } from './gazetteer.ts';
import { directions } from './lexicon-places.ts';
import { honorifics, roleHeads } from './lexicon-roles.ts';
import { commonWords, nameParts, stopWords } from './lexicon-words.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { claim, isFreeNameWord, nameEnd, printedText, release, spansOf } from './name-span.ts';
import { personWordsMax } from './recognise-persons.ts';

/** A full name of the article that shorter or later mentions may refer to. */
type Origin = { span: NameSpan; text: string; isShortForm?: boolean };

/** Shortest part of a name that may stand for the whole. */
const partLettersMin = 3;

/**
 * Finds later and shorter mentions of what the article has named: the same words again, a part of a
 * person's name ("Kim" of "Kim Jong Un"), the short form given in brackets ("… (BPPD)"). A part that
 * two people share is left alone: no link is better than a wrong one.
 */
export function carryNames(sheets: readonly Sheet[]): void {
  const origins = new Map<string, Origin | undefined>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) collectOrigins(origins, sheet, span);
  }
  const shortForms = new Map<string, Origin>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) collectShortForm(shortForms, sheet, span);
  }
  for (const [key, origin] of shortForms) origins.set(key, origin);
  for (const sheet of sheets) {
    releaseHomonyms(sheet, origins);
    spellOut(sheet, shortForms);
  }
  const parts = personParts(sheets);
  for (const sheet of sheets) {
    let index = 0;
    while (index < sheet.tokens.length) index = carryAt(sheet, index, origins, parts);
  }
}

function collectOrigins(
  origins: Map<string, Origin | undefined>,
  sheet: Sheet,
  span: NameSpan,
): void {
  const text = printedText(sheet, span.from, span.to);
  const key = nameKey(text);
  const former = origins.get(key);
  if (!former || (!former.span.known && span.known)) origins.set(key, { span, text });
}

/** What the article says in brackets comes before what the knowledge base says. */
function collectShortForm(shortForms: Map<string, Origin>, sheet: Sheet, span: NameSpan): void {
  if (span.type !== 'ORGANIZATION') return;
  const short = shortFormAfter(sheet, span);
  if (!short) return;
  const text = printedText(sheet, span.from, span.to);
  shortForms.set(nameKey(short), { span, text, isShortForm: true });
}

/** "Komite Nasional Keselamatan Transportasi (KNKT)": the short form must share the first letter and have no others. */
function shortFormAfter(sheet: Sheet, span: NameSpan): string | undefined {
  const [opening, short, closing] = sheet.tokens.slice(span.to, span.to + 3);
  if (opening?.text !== '(' || closing?.text !== ')' || !short?.capital) return undefined;
  if (short.text.length < 2 || stopWords.has(short.key)) return undefined;
  if (legalForms.has(short.key)) return undefined;
  const words = sheet.tokens
    .slice(span.from, span.to)
    .map((token) => token.key)
    .filter((word) => !legalForms.has(word));
  const fits = words.some((word) => word[0] === short.key[0]);
  return fits && hasLettersOf(words.join(''), short.key) ? short.text : undefined;
}

/** "Bantuan Likuiditas Bank Indonesia (BLBI)" is no short form of the bank. */
function hasLettersOf(long: string, short: string): boolean {
  let found = 0;
  for (const letter of long) if (letter === short[found]) found += 1;
  return found === short.length;
}

/**
 * Where the article spells a short form out, letter by letter, as another body than the one we know
 * ("Madrasah Aliyah (MA)"), the article is right.
 */
function releaseHomonyms(sheet: Sheet, origins: ReadonlyMap<string, Origin | undefined>): void {
  for (const span of spansOf(sheet)) {
    const printed = sheet.tokens[span.from];
    if (!span.known || span.to - span.from !== 1 || !printed?.upper) continue;
    const origin = origins.get(printed.key);
    if (!origin || origin.span.known || !isSpelledOut(printed.key, origin.text)) continue;
    // "Kedutaan Besar Amerika Serikat (AS)" spells the country out, not the embassy.
    if (nameKey(origin.text).includes(nameKey(span.known.name))) continue;
    release(sheet, span);
  }
}

/** "DTRK" found by itself is what the article has spelt out, whatever its type seemed to be. */
function spellOut(sheet: Sheet, shortForms: ReadonlyMap<string, Origin>): void {
  for (const span of spansOf(sheet)) {
    if (span.known || span.to - span.from !== 1) continue;
    const origin = shortForms.get(sheet.tokens[span.from]?.key ?? '');
    if (!origin) continue;
    const { type, known } = origin.span;
    span.type = type;
    span.carriedFrom = origin.text;
    if (known) Object.assign(span, { known, linkedBy: 'own-short-form' });
  }
}

/** The letters are the first ones of some of the words, in their order: "MK" of "PT Mitra Karya". */
function isSpelledOut(short: string, long: string): boolean {
  let spelt = 0;
  for (const word of nameKey(long).split(' ')) {
    if (word[0] === short[spelt]) spelt += 1;
  }
  return spelt === short.length;
}

function personParts(sheets: readonly Sheet[]): Map<string, Origin | undefined> {
  const parts = new Map<string, Origin | undefined>();
  for (const sheet of sheets) {
    for (const span of spansOf(sheet)) {
      if (span.type !== 'PERSON') continue;
      const text = printedText(sheet, span.from, span.to);
      const whole = span.known?.name ?? text;
      for (const part of new Set([...nameKey(whole).split(' '), ...nameKey(text).split(' ')])) {
        if (!isTellingPart(part, whole)) continue;
        const former = parts.get(part);
        const same = !parts.has(part) || (former && isSamePerson(former, { span, text }));
        parts.set(part, same ? longer(former, { span, text }) : undefined);
      }
    }
  }
  return parts;
}

function isTellingPart(part: string, whole: string): boolean {
  return (
    part.length >= partLettersMin &&
    nameKey(whole).includes(' ') &&
    !stopWords.has(part) &&
    !(commonWords.has(part) && !nameParts.has(part)) &&
    !honorifics.has(part) &&
    !directions.has(part)
  );
}

function longer(a: Origin | undefined, b: Origin): Origin {
  if (!a) return b;
  if (!!a.span.known !== !!b.span.known) return a.span.known ? a : b;
  return a.text.length >= b.text.length ? a : b;
}

/** One name's words are all among the other's. */
function isSamePerson(a: Origin, b: Origin): boolean {
  if (a.span.known && b.span.known) return a.span.known === b.span.known;
  const [first, second] = [a, b].map(
    (origin) => new Set(nameKey(origin.span.known?.name ?? origin.text).split(' ')),
  );
  if (!first || !second) return false;
  return first.isSubsetOf(second) || second.isSubsetOf(first);
}

/** Returns the token to go on at. */
function carryAt(
  sheet: Sheet,
  at: number,
  origins: ReadonlyMap<string, Origin | undefined>,
  parts: ReadonlyMap<string, Origin | undefined>,
): number {
  if (sheet.claims[at]) return at + 1;
  const accept = (index: number) =>
    isFreeNameWord(sheet, index) && !roleHeads.has(sheet.tokens[index]?.key ?? '');
  // A title-cased headline is one long run of capitals: look at each word by itself.
  const end = nameEnd(sheet, at, accept, sheet.titleCase ? 1 : personWordsMax + 4);
  if (end === at) return at + 1;
  const key = nameKey(printedText(sheet, at, end));
  const origin = origins.get(key) ?? sharedPart(key, parts);
  if (!origin) return end;
  const { span, text, isShortForm } = origin;
  claim(sheet, {
    type: span.type,
    from: at,
    to: end,
    by: 'rule:named-before',
    ...(span.known && { known: span.known }),
    ...(span.isSpeltOtherwise && { isSpeltOtherwise: true }),
    ...(span.known && isShortForm && { linkedBy: 'own-short-form' }),
    carriedFrom: text,
  });
  return end;
}

/** The one person whom all these words are parts of. */
function sharedPart(
  key: string,
  parts: ReadonlyMap<string, Origin | undefined>,
): Origin | undefined {
  const [first, ...others] = key.split(' ').map((word) => parts.get(word));
  return first && others.every((other) => other && isSamePerson(first, other)) ? first : undefined;
}
