import type { EntityType } from '@warta/contracts';
import { entityTypes } from '@warta/contracts';
import { hasForeignReading } from './foreign-readings.ts';
import type { NamedForms } from './gazetteer.ts';
import { formsByName, nameKey, samePrint } from './gazetteer.ts';
import type { KnownForm } from './gazetteer-row.ts';
import { verbsBeforeSpeaker } from './lexicon-speech.ts';
import { commonWords } from './lexicon-words.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import {
  isCommonOpening,
  isFreeNameWord,
  linkTo,
  printedText,
  release,
  spansOf,
} from './name-span.ts';
import { isPlaying } from './other-places.ts';
import { describedAsOrganization, isSupported, standsAlone } from './recognise-known.ts';

/** A name that is a form of ours, with the forms that are printed as it is. */
type Reading = {
  sheet: Sheet;
  span: NameSpan;
  named: NamedForms;
  name: string;
  forms: readonly KnownForm[];
};

/**
 * Says who is meant where a name is a form that the knowledge base has for its type, printed as the
 * form is. A form that is also a word or another name counts where its sentence supports it, and then
 * in the rest of the article.
 */
export function linkForms(
  sheets: readonly Sheet[],
  types: readonly EntityType[] = entityTypes,
): void {
  const readings = sheets.flatMap((sheet) => {
    const hasCapitals = sheet.tokens.some(({ capital }) => capital);
    return spansOf(sheet)
      .filter(({ type, isSpeltOtherwise }) => types.includes(type) && !isSpeltOtherwise)
      .flatMap((span) => readingOf(sheet, span, hasCapitals));
  });
  const ofOthers = new Set(readings.filter(isOfLongerName).map(({ name }) => name));
  const said = new Set<string>();
  for (const { sheet, span, named, name, forms } of readings) {
    const believed = forms.filter(({ trust }) => trust === 'sure' || !ofOthers.has(name));
    const isSaid = believed.some((form) => counts(sheet, span, named, form));
    if (isSaid && !span.known) linkTo(span, named.entity);
    if (span.known) said.add(`${span.known.key} ${name}`);
  }
  for (const { span, named, name, forms, sheet } of readings) {
    const mayFollow = (sheet.titleCase || forms.length > 0) && !ofOthers.has(name);
    if (!span.known && mayFollow && said.has(`${named.entity.key} ${name}`)) {
      linkTo(span, named.entity);
    }
  }
}

function readingOf(sheet: Sheet, span: NameSpan, hasCapitals: boolean): Reading[] {
  const name = nameKey(printedText(sheet, span.from, span.to));
  const named = formsByName(span.type, name);
  if (!named || hasForeignReading(sheet, span.from, span.to)) return [];
  // Where all is small, small letters say nothing.
  const forms = hasCapitals
    ? named.forms.filter((form) => fitsPrint(sheet, span, form))
    : named.forms;
  // "jatuh tempo": a tagger that takes the word for the paper has found no name at all.
  if (hasCapitals && forms.length === 0 && isSmall(sheet, span)) {
    if (named.forms.every(({ trust }) => trust === 'weak')) release(sheet, span);
    return [];
  }
  return [{ sheet, span, named, name, forms }];
}

/** "Chelsea Islan": a weak form with a capitalised word behind it that nobody has found is somebody's. */
function isOfLongerName({ sheet, span }: Reading): boolean {
  const next = sheet.tokens[span.to];
  if (sheet.titleCase || span.known || !next || next.upper || next.first) return false;
  return isFreeNameWord(sheet, span.to) && !commonWords.has(next.key);
}

/** Longer acronyms are read by their letters in any print. */
const printedLettersMax = 4;

function isSmall({ tokens }: Sheet, { from, to }: Pick<NameSpan, 'from' | 'to'>): boolean {
  return tokens.slice(from, to).every(({ capital, kind }) => !capital && kind === 'word');
}

/** "Kai" is no "KAI", "Us" no "US", and "jatuh tempo" has no paper in it. */
function fitsPrint(sheet: Sheet, { from, to }: NameSpan, { text, trust }: KnownForm): boolean {
  const words = sheet.tokens.slice(from, to);
  if (trust !== 'sure' && isSmall(sheet, { from, to })) return /^\p{Ll}/u.test(text);
  const isAcronym = !text.includes(' ') && text === text.toUpperCase() && /\p{Lu}/u.test(text);
  if (!isAcronym || words.length > 1 || text.length > printedLettersMax) return true;
  return samePrint(sheet.tokens, from, text);
}

function counts(sheet: Sheet, span: NameSpan, named: NamedForms, { trust }: KnownForm): boolean {
  switch (trust) {
    case 'strict':
      return describedAsOrganization(sheet, span.from) !== undefined;
    case 'sure':
      return !isFirstNameOfSpeaker(sheet, span);
    case 'weak':
      return supportsWeak(sheet, span, named);
  }
}

/** "ucap Sony": who is quoted by one plain word is a person, unless the article says otherwise. */
function isFirstNameOfSpeaker({ tokens }: Sheet, { type, from, to }: NameSpan): boolean {
  const token = tokens[from];
  if (type !== 'ORGANIZATION' || to - from > 1 || token?.upper) return false;
  return verbsBeforeSpeaker.has(tokens[from - 1]?.key ?? '');
}

/** What a tagger has bounded and typed may open a sentence, where the word is none of the language. */
function supportsWeak(sheet: Sheet, span: NameSpan, { entity }: NamedForms): boolean {
  const token = sheet.tokens[span.from];
  const match = { entity, trust: 'weak' as const, length: span.to - span.from };
  if (!token) return false;
  if (isSupported(sheet, span.from, match)) return true;
  if (span.type === 'ORGANIZATION' && isPlaying(sheet, span)) return true;
  if (sheet.titleCase || !standsAlone(sheet, span.from, match)) return false;
  if (isCommonOpening(sheet, token)) return false;
  return span.type === 'LOCATION' || !standsIn.has(sheet.tokens[span.from - 1]?.key ?? '');
}

/** A player goes to a club as to a city; what is in something is in a place, whatever its type. */
const standsIn = new Set('di in at near kota kabupaten wilayah kawasan provinsi'.split(' '));
