import type { AnnotatedEntity } from '@warta/contracts';
import { EntitySchema } from 'typeorm';
import type { EntityMore } from './annotation-more.ts';

/** All mentions of one entity in one article, with what the article says about it. */
export interface MentionRow {
  article_id: string;
  entity_id: string;
  /** Among the entities of the article. */
  position: number;
  type: AnnotatedEntity['type'];
  name: string;
  wikidata: string | null;
  role: string | null;
  salience: AnnotatedEntity['salience'];
  aliases: string[];
  /** Start, end, start, end, … in UTF-16 units. */
  title_offsets: number[];
  body_offsets: number[];
  more: EntityMore | null;
}

export const MentionEntity = new EntitySchema<MentionRow>({
  name: 'mention',
  columns: {
    article_id: { type: 'uuid', primary: true },
    entity_id: { type: 'uuid', primary: true },
    position: { type: 'integer' },
    type: { type: 'text' },
    name: { type: 'text' },
    wikidata: { type: 'text', nullable: true },
    role: { type: 'text', nullable: true },
    salience: { type: 'text' },
    aliases: { type: 'text', array: true },
    title_offsets: { type: 'integer', array: true },
    body_offsets: { type: 'integer', array: true },
    more: { type: 'json', nullable: true },
  },
  indices: [{ name: 'mention_entity', columns: ['entity_id'] }],
});
