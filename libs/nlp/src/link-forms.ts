import type { EntityType } from '@warta/contracts';
import { entityTypes } from '@warta/contracts';
import { hasForeignReading } from './foreign-readings.ts';
import type { NamedForms } from './gazetteer.ts';
import { formsByName, nameKey, samePrint } from './gazetteer.ts';
import type { KnownForm } from './gazetteer-row.ts';
import { verbsBeforeSpeaker } from './lexicon-speech.ts';
import type { NameSpan, Sheet } from './name-span.ts';
import { isCommonOpening, linkTo, printedText, spansOf } from './name-span.ts';
import { describedAsOrganization, isSupported, standsAlone } from './recognise-known.ts';

type Open = { span: NameSpan; named: NamedForms; name: string };

/**
 * Says who is meant where a name is a form that the knowledge base has for its type, printed as the
 * form is. A form that is also a word or another name counts where its sentence supports it, and then
 * in the rest of the article.
 */
export function linkForms(
  sheets: readonly Sheet[],
  types: readonly EntityType[] = entityTypes,
): void {
  const linked = new Set<string>();
  const open: Open[] = [];
  for (const sheet of sheets) {
    const hasCapitals = sheet.tokens.some(({ capital }) => capital);
    for (const span of spansOf(sheet)) {
      if (!types.includes(span.type) || span.isSpeltOtherwise) continue;
      const name = nameKey(printedText(sheet, span.from, span.to));
      if (span.known) {
        linked.add(`${span.known.key} ${name}`);
        continue;
      }
      const named = formsByName(span.type, name);
      if (!named || hasForeignReading(sheet, span.from, span.to)) continue;
      const forms = hasCapitals
        ? named.forms.filter((form) => fitsPrint(sheet, span, form))
        : named.forms;
      if (forms.some((form) => counts(sheet, span, named, form))) {
        linkTo(span, named.entity);
        linked.add(`${named.entity.key} ${name}`);
      } else if (sheet.titleCase || forms.length > 0) open.push({ span, named, name });
    }
  }
  for (const { span, named, name } of open) {
    if (linked.has(`${named.entity.key} ${name}`)) linkTo(span, named.entity);
  }
}

/** Longer acronyms are read by their letters in any print. */
const printedLettersMax = 4;

/** "Kai" is no "KAI", "Us" no "US", and "jatuh tempo" has no paper in it. */
function fitsPrint(sheet: Sheet, { from, to }: NameSpan, { text, trust }: KnownForm): boolean {
  const words = sheet.tokens.slice(from, to);
  const isSmall = words.every(({ capital, kind }) => !capital && kind === 'word');
  if (isSmall && trust !== 'sure') return /^\p{Ll}/u.test(text);
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
  if (sheet.titleCase || !standsAlone(sheet, span.from, match)) return false;
  if (isCommonOpening(sheet, token)) return false;
  return span.type === 'LOCATION' || !standsIn.has(sheet.tokens[span.from - 1]?.key ?? '');
}

/** A player goes to a club as to a city; what is in something is in a place, whatever its type. */
const standsIn = new Set('di in at near kota kabupaten wilayah kawasan provinsi'.split(' '));
