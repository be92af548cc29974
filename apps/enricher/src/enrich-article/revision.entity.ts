import type { ArticleContent } from '@warta/contracts';
import { EntitySchema } from 'typeorm';
import type { AnnotationMore } from './annotation-more.ts';

/** One distinct content of an article with the best stamp it was pushed with. */
export interface RevisionRow {
  article_id: string;
  content_hash: string;
  version: string | null;
  /** As the publisher spelled it: its offset says which day it was there. */
  updated_at: string | null;
  published_at: string | null;
  embargo_until: string | null;
  source_id: string | null;
  url: string | null;
  submitted_by: string;
  arrival_at: Date;
  arrival_partition: number;
  arrival_offset: string;
  /** When this content was first pushed, where that was before `arrival_at`. */
  first_arrival_at: Date | null;
  title: string | null;
  body: string;
  language: string | null;
  byline: string | null;
  section: string | null;
  extras: ArticleContent['extras'] | null;
  /** What was found in it beyond the other tables' columns. Only of the current revision. */
  annotation_more: AnnotationMore | null;
}

export const RevisionEntity = new EntitySchema<RevisionRow>({
  name: 'revision',
  columns: {
    article_id: { type: 'uuid', primary: true },
    content_hash: { type: 'text', primary: true },
    version: { type: 'bigint', nullable: true },
    updated_at: { type: 'text', nullable: true },
    published_at: { type: 'text', nullable: true },
    embargo_until: { type: 'text', nullable: true },
    source_id: { type: 'text', nullable: true },
    url: { type: 'text', nullable: true },
    submitted_by: { type: 'text' },
    arrival_at: { type: 'timestamptz' },
    arrival_partition: { type: 'integer' },
    arrival_offset: { type: 'bigint' },
    first_arrival_at: { type: 'timestamptz', nullable: true },
    title: { type: 'text', nullable: true },
    body: { type: 'text' },
    language: { type: 'text', nullable: true },
    byline: { type: 'text', nullable: true },
    section: { type: 'text', nullable: true },
    extras: { type: 'json', nullable: true },
    annotation_more: { type: 'json', nullable: true },
  },
});
