import type { EntityType } from '@warta/contracts';
import { asiaAfricaCityRows } from './gazetteer-cities-asia-africa.ts';
import { westernCityRows } from './gazetteer-cities-west.ts';
import { clubRows } from './gazetteer-clubs.ts';
import { companyAndClubRows } from './gazetteer-companies-clubs.ts';
import { indonesianDistrictNames } from './gazetteer-indonesia-districts.ts';
import { regencyRows } from './gazetteer-indonesia-regencies.ts';
import { indonesianPlaceRows } from './gazetteer-indonesia.ts';
import { internetAndEntertainmentRows } from './gazetteer-internet-entertainment.ts';
import { landmarkRows } from './gazetteer-landmarks.ts';
import { mediaRows } from './gazetteer-media.ts';
import { personRows } from './gazetteer-people.ts';
import { publicFigureRows } from './gazetteer-public-figures.ts';
import { regionRows } from './gazetteer-regions.ts';
import type { FormTrust, KnownEntity, KnownForm } from './gazetteer-row.ts';
import { parseRows, parseTerritoryRows } from './gazetteer-row.ts';
import { stateBodyRows } from './gazetteer-state-bodies.ts';
import { territoryRows } from './gazetteer-territories.ts';
import { worldBodyRows } from './gazetteer-world-bodies.ts';
import { nameKey, plainKey, withoutAccents } from './name-key.ts';
import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

export { nameKey, plainKey };

/** A printed form of a known entity found at a place in a text. */
export type KnownMatch = { entity: KnownEntity; trust: FormTrust; length: number };

/** A known entity and those of its forms that are one name: "KAI", "Kai". */
export type NamedForms = { entity: KnownEntity; forms: KnownForm[] };

type Entry = KnownMatch & { words: string[]; printed: string | undefined };

const districtRows = indonesianDistrictNames
  .trim()
  .split(/[;\n]+/)
  .map((name) => `|${name.trim()}|`)
  .join('\n');

/** The whole knowledge base. Where two rows claim one form, the earlier row wins. */
export const knownEntities: readonly KnownEntity[] = [
  ...parseTerritoryRows(territoryRows),
  ...parseRows(regionRows, 'LOCATION', 'region'),
  ...parseRows(indonesianPlaceRows, 'LOCATION', 'indonesia'),
  ...parseRows(regencyRows, 'LOCATION', 'indonesia'),
  ...parseRows(asiaAfricaCityRows, 'LOCATION', 'city'),
  ...parseRows(westernCityRows, 'LOCATION', 'city'),
  ...parseRows(districtRows, 'LOCATION', 'indonesia'),
  ...parseRows(landmarkRows, 'LOCATION', 'landmark'),
  ...parseRows(worldBodyRows, 'ORGANIZATION', 'organization'),
  ...parseRows(stateBodyRows, 'ORGANIZATION', 'organization'),
  ...parseRows(mediaRows, 'ORGANIZATION', 'organization'),
  ...parseRows(companyAndClubRows, 'ORGANIZATION', 'organization'),
  ...parseRows(clubRows, 'ORGANIZATION', 'organization'),
  ...parseRows(internetAndEntertainmentRows, 'ORGANIZATION', 'organization'),
  ...parseRows(personRows, 'PERSON', 'person'),
  ...parseRows(publicFigureRows, 'PERSON', 'person'),
];

/** Capitals are part of the form where it is an acronym (AS, PBB) or starts small (detikcom). */
function mustBePrintedAs(text: string): string | undefined {
  const acronym = !text.includes(' ') && text === text.toUpperCase() && text.length <= 8;
  return acronym || /^\p{Ll}/u.test(text) ? text : undefined;
}

const entriesByFirstWord = new Map<string, Entry[]>();
const formsByTypedName = new Map<string, NamedForms>();

for (const entity of knownEntities) {
  for (const form of entity.forms) {
    const words = tokenise(form.text)
      .filter((token) => token.kind !== 'mark')
      .map((token) => token.key);
    const name = words.join(' ');
    for (const key of new Set([name, withoutAccents(name)])) {
      const typed = `${entity.type} ${key}`;
      const named = formsByTypedName.get(typed);
      if (!named) formsByTypedName.set(typed, { entity, forms: [form] });
      else if (named.entity === entity) named.forms.push(form);
    }
    const entries = entriesByFirstWord.get(words[0] ?? '') ?? [];
    entriesByFirstWord.set(words[0] ?? '', entries);
    entries.push({
      entity,
      trust: form.trust,
      words,
      printed: mustBePrintedAs(form.text),
      length: 0,
    });
  }
}
for (const entries of entriesByFirstWord.values()) {
  entries.sort((a, b) => b.words.length - a.words.length);
}

/** The known entity of this type and name, with the forms that say how far the name is to be believed. */
export function formsByName(type: EntityType, name: string): NamedForms | undefined {
  const key = nameKey(name);
  return (
    formsByTypedName.get(`${type} ${key}`) ?? formsByTypedName.get(`${type} ${withoutAccents(key)}`)
  );
}

/** The known entity of this type and name, whatever its trust and print. */
export function knownByName(type: EntityType, name: string): KnownEntity | undefined {
  return formsByName(type, name)?.entity;
}

/** The longest known form that starts at token `at`; `length` counts tokens. */
export function findKnown(tokens: readonly Token[], at: number): KnownMatch | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'mark') return undefined;
  for (const entry of entriesByFirstWord.get(token.key) ?? []) {
    if (
      entry.printed
        ? !samePrint(tokens, at, entry.printed)
        : !token.capital && token.kind === 'word'
    ) {
      continue;
    }
    const length = matchLength(tokens, at, entry.words);
    if (length > 0) return { entity: entry.entity, trust: entry.trust, length };
  }
  return undefined;
}

/** "A.S." and "AS" are one print; "As" is another, and "B.I" without its last dot is a stage name. */
export function samePrint(tokens: readonly Token[], at: number, printed: string): boolean {
  const text = tokens[at]?.text ?? '';
  if (text === printed) return true;
  const end = tokens[at + 1];
  const isWhole = !text.includes('.') || (end?.text === '.' && end.glued);
  return isWhole && text.replaceAll('.', '') === printed.replaceAll('.', '');
}

/** Words may be joined by a space or glued by a hyphen or dot; nothing else may stand between. */
function matchLength(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let index = at;
  for (const [position, word] of words.entries()) {
    if (position > 0) {
      const joint = tokens[index];
      if (joint?.glued && (joint.text === '-' || joint.text === '.') && tokens[index + 1]?.glued) {
        index += 1;
      }
    }
    const token = tokens[index];
    if (!token || token.key !== word || (position > 0 && token.newLine)) return 0;
    index += 1;
  }
  return index - at;
}
