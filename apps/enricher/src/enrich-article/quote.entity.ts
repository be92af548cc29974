import { EntitySchema } from 'typeorm';
import type { QuoteMore } from './annotation-more.ts';

/** What someone said, by its place among the quotes of an article's current body. */
export interface QuoteRow {
  article_id: string;
  position: number;
  text: string;
  start_offset: number;
  end_offset: number;
  cue: string;
  direct: boolean;
  speaker_entity_id: string | null;
  speaker: string | null;
  confidence: number;
  more: QuoteMore | null;
}

export const QuoteEntity = new EntitySchema<QuoteRow>({
  name: 'quote',
  columns: {
    article_id: { type: 'uuid', primary: true },
    position: { type: 'integer', primary: true },
    text: { type: 'text' },
    start_offset: { type: 'integer' },
    end_offset: { type: 'integer' },
    cue: { type: 'text' },
    direct: { type: 'boolean' },
    speaker_entity_id: { type: 'uuid', nullable: true },
    speaker: { type: 'text', nullable: true },
    confidence: { type: 'double precision' },
    more: { type: 'json', nullable: true },
  },
});
