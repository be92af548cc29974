import type { EntityType } from '@warta/contracts';
import { EntitySchema } from 'typeorm';

/** Someone or something that articles mention. Inserted when absent, never updated. */
export interface KnownEntityRow {
  id: string;
  type: EntityType;
  name: string;
  wikidata: string | null;
  created_at: Date;
}

export const KnownEntityEntity = new EntitySchema<KnownEntityRow>({
  name: 'entity',
  columns: {
    id: { type: 'uuid', primary: true },
    type: { type: 'text' },
    name: { type: 'text' },
    wikidata: { type: 'text', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'now()' },
  },
});

/** A form in which an entity was printed. */
export interface EntityAliasRow {
  entity_id: string;
  alias: string;
}

export const EntityAliasEntity = new EntitySchema<EntityAliasRow>({
  name: 'entity_alias',
  columns: {
    entity_id: { type: 'uuid', primary: true },
    alias: { type: 'text', primary: true },
  },
});
