import type { EntityType } from '@warta/contracts';
import { entityFields } from './query-tree.ts';
import type { EntityField } from './query-tree.ts';

/** Every field that a query can name. */
export const fieldNames = [
  'title',
  ...entityFields,
  ...(['quote', 'feed', 'lang', 'section', 'date'] as const),
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Of which types the entities of a field are. `entity:` takes all; who speaks may be an office. */
export const typesOfField: Readonly<Record<EntityField, readonly EntityType[] | undefined>> = {
  person: ['PERSON'],
  org: ['ORGANIZATION'],
  place: ['LOCATION'],
  event: ['EVENT'],
  entity: undefined,
  speaker: undefined,
};

export function isFieldName(name: string): name is FieldName {
  return (fieldNames as readonly string[]).includes(name);
}

/** Names that other search languages give to what these fields are. */
const calledElsewhere = new Map<string, FieldName>([
  ...(['headline', 'intitle', 'judul', 'titles'] as const).map((name) => [name, 'title'] as const),
  ...(['orang', 'people', 'tokoh', 'persons'] as const).map((name) => [name, 'person'] as const),
  ...(['organization', 'organisation', 'organisasi', 'lembaga', 'company'] as const).map(
    (name) => [name, 'org'] as const,
  ),
  ...(['location', 'lokasi', 'tempat', 'country'] as const).map((name) => [name, 'place'] as const),
  ...(['peristiwa'] as const).map((name) => [name, 'event'] as const),
  ...(['entitas'] as const).map((name) => [name, 'entity'] as const),
  ...(['pembicara', 'narasumber', 'said', 'saidby'] as const).map(
    (name) => [name, 'speaker'] as const,
  ),
  ...(['kutipan', 'quotes'] as const).map((name) => [name, 'quote'] as const),
  ...(['source', 'site', 'domain', 'outlet', 'feeds'] as const).map(
    (name) => [name, 'feed'] as const,
  ),
  ...(['language', 'bahasa'] as const).map((name) => [name, 'lang'] as const),
  ...(['rubrik', 'kanal', 'category'] as const).map((name) => [name, 'section'] as const),
  ...(['tanggal', 'published', 'since', 'until', 'before', 'after'] as const).map(
    (name) => [name, 'date'] as const,
  ),
]);

/** Longer words are no misspelt field. */
const NAME_LETTERS_MAX = 12;

/**
 * The field that somebody means who writes `persn:` or `source:`. Undefined for any other word
 * before a colon: that is text, like `10:30`, `https://…` or `Catatan:`. So are names in short forms,
 * since of three letters one letter apart is another word.
 */
export function meantField(name: string): FieldName | undefined {
  if (name.length > NAME_LETTERS_MAX) return undefined;
  const elsewhere = calledElsewhere.get(name);
  if (elsewhere !== undefined) return elsewhere;
  return fieldNames.find((field) => field.length >= 5 && isOneLetterApart(field, name));
}

/** One letter added, left out or another, or two swapped. */
function isOneLetterApart(field: string, name: string): boolean {
  if (Math.abs(field.length - name.length) > 1) return false;
  let start = 0;
  while (start < field.length && field[start] === name[start]) start += 1;
  const [wanted, given] = [field.slice(start), name.slice(start)];
  return (
    wanted.slice(1) === given.slice(1) ||
    wanted.slice(1) === given ||
    wanted === given.slice(1) ||
    (wanted[0] === given[1] && wanted[1] === given[0] && wanted.slice(2) === given.slice(2))
  );
}
