import type { AnnotatedDate } from '@warta/contracts';
import { EntitySchema } from 'typeorm';

/** One article, for ever: after a takedown the row is its tombstone. bigint columns are text. */
export interface ArticleRow {
  id: string;
  feed: string;
  source_id: string | null;
  url: string | null;
  status: 'live' | 'canceled';
  rev: string;
  revision_count: number;
  /** Names the current revision, which is also the annotated one. */
  current_hash: string | null;
  extractor: string | null;
  extractor_version: string | null;
  /** As detected. */
  language: string | null;
  dates: AnnotatedDate[] | null;
  annotation_flags: string[] | null;
  takedown_at: Date | null;
  takedown_partition: number | null;
  takedown_offset: string | null;
  takedown_by: string | null;
  takedown_reason: string | null;
  changed_at: Date;
}

export const ArticleEntity = new EntitySchema<ArticleRow>({
  name: 'article',
  columns: {
    id: { type: 'uuid', primary: true },
    feed: { type: 'text' },
    source_id: { type: 'text', nullable: true },
    url: { type: 'text', nullable: true },
    status: { type: 'text' },
    rev: { type: 'bigint' },
    revision_count: { type: 'integer' },
    current_hash: { type: 'text', nullable: true },
    extractor: { type: 'text', nullable: true },
    extractor_version: { type: 'text', nullable: true },
    language: { type: 'text', nullable: true },
    dates: { type: 'json', nullable: true },
    annotation_flags: { type: 'text', array: true, nullable: true },
    takedown_at: { type: 'timestamptz', nullable: true },
    takedown_partition: { type: 'integer', nullable: true },
    takedown_offset: { type: 'bigint', nullable: true },
    takedown_by: { type: 'text', nullable: true },
    takedown_reason: { type: 'text', nullable: true },
    changed_at: { type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    { name: 'article_status', expression: `status in ('live', 'canceled')` },
    {
      name: 'article_canceled_has_no_text',
      expression: `status = 'live' or (current_hash is null and dates is null and language is null)`,
    },
  ],
});
