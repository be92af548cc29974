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

function namesOf(entity: AnnotatedEntity): string[] {
  return [entity.name, ...entity.aliases];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
