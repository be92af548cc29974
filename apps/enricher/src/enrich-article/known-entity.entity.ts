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
  /** As corrections compare names; null in rows of an older version until it is needed. */
  name_key: string | null;
}

export const EntityAliasEntity = new EntitySchema<EntityAliasRow>({
  name: 'entity_alias',
  columns: {
    entity_id: { type: 'uuid', primary: true },
    alias: { type: 'text', primary: true },
    name_key: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'entity_alias_name', columns: ['name_key'] },
    { name: 'entity_alias_unnamed', columns: ['entity_id'], where: 'name_key is null' },
  ],
});
