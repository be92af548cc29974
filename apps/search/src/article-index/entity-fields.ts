import type { AnnotatedEntity, EntityType } from '@warta/contracts';
import { entityNameKey } from './fold-name.ts';

/** An entity as lists of hits show it. */
export type EntitySummary = Pick<
  AnnotatedEntity,
  'id' | 'type' | 'name' | 'wikidata' | 'salience'
> & { mentions: number };

/** What an article's document says of its entities, beside the annotation itself. */
export interface EntityFields {
  /** Warta's ids and Wikidata's ids of the entities. */
  entityIds: string[];
  /** Warta's ids of the entities of one type. Absent in documents of versions that did not keep them. */
  people?: string[];
  organizations?: string[];
  places?: string[];
  events?: string[];
  /** `folded name|entity id` for every name: finds the ids behind a name. */
  entityNames: string[];
  /** `entity id|name as printed`: under which names an entity is found in how many articles. */
  entityForms?: string[];
  /** `entity id|role as printed`. */
  entityRoles?: string[];
  /** Every name of every entity, canonical and as printed: searched as words, never stemmed. */
  names: string[];
  entities: EntitySummary[];
}

export function entityFieldsOf(entities: readonly AnnotatedEntity[]): EntityFields {
  const idsOf = (wanted: EntityType) =>
    unique(entities.flatMap(({ id, type }) => (type === wanted ? [id] : [])));
  return {
    entityIds: unique(entities.flatMap(({ id, wikidata }) => [id, wikidata ?? id])),
    people: idsOf('PERSON'),
    organizations: idsOf('ORGANIZATION'),
    places: idsOf('LOCATION'),
    events: idsOf('EVENT'),
    entityNames: unique(
      entities.flatMap((entity) =>
        namesOf(entity).flatMap((name) => entityNameKey(name, entity.id) ?? []),
      ),
    ),
    entityForms: unique(entities.flatMap(({ id, aliases }) => aliases.flatMap(printedFor(id)))),
    entityRoles: unique(
      entities.flatMap(({ id, role }) => (role === undefined ? [] : printedFor(id)(role))),
    ),
    names: unique(entities.flatMap(namesOf)),
    entities: entities.map(({ id, type, name, wikidata, salience, mentions }) => ({
      id,
      type,
      name,
      wikidata,
      salience,
      mentions: mentions.length,
    })),
  };
}

/** What is printed longer than a name can be is no name; Elasticsearch would refuse a long key. */
const PRINTED_LENGTH_MAX = 200;

const printedFor = (id: string) => (printed: string) => {
  const text = printed.replace(/\s+/g, ' ').trim();
  return text === '' || text.length > PRINTED_LENGTH_MAX ? [] : [`${id}|${text}`];
};

/** What is printed, of a key of `entityForms` or `entityRoles`. */
export const printedOfKey = (key: string): string => key.slice(key.indexOf('|') + 1);

function namesOf(entity: AnnotatedEntity): string[] {
  return [entity.name, ...entity.aliases];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
