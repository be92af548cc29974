import type { AnnotatedDate } from '@warta/contracts';
import { EntitySchema } from 'typeorm';
import type { Push, Restore, Withhold } from './article-order.ts';

/** One article, for ever: after a takedown the row is its tombstone. bigint columns are text. */
export interface ArticleRow {
  id: string;
  feed: string;
  source_id: string | null;
  url: string | null;
  status: 'live' | 'held' | 'withheld' | 'canceled';
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
  /** The last version that the publisher withheld, also while a newer one is live. */
  withheld: Omit<Withhold, 'kind'> | null;
  /** What lifted the last takedown. */
  restored: Omit<Restore, 'kind'> | null;
  /** Of the revision whose embargo is waited for, while nothing is live. No text. */
  held: HeldRevision | null;
  /** Embargoes until then are over. */
  considered_at: Date | null;
  /** When the next embargo ends that keeps something back. */
  due_at: Date | null;
  /** When this rev was written. */
  changed_at: Date;
  /** The last pass of corrections that this rev takes into account. */
  corrected_through: string | null;
}

export type HeldRevision = Pick<Push, 'version' | 'updatedAt' | 'arrival'> & {
  readonly embargoUntil: string;
};

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
    withheld: { type: 'json', nullable: true },
    restored: { type: 'json', nullable: true },
    held: { type: 'json', nullable: true },
    considered_at: { type: 'timestamptz', nullable: true },
    due_at: { type: 'timestamptz', nullable: true },
    changed_at: { type: 'timestamptz', default: () => 'now()' },
    corrected_through: { type: 'bigint', nullable: true },
  },
  indices: [{ name: 'article_due', columns: ['due_at'], where: 'due_at is not null' }],
  checks: [
    {
      name: 'article_status',
      expression: `status in ('live', 'held', 'withheld', 'canceled')`,
    },
    {
      name: 'article_canceled_has_no_text',
      expression: `status = 'live' or (current_hash is null and dates is null and language is null)`,
    },
  ],
});
