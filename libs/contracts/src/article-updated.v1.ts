import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { ArticleContent, Sha256 } from './article-content.ts';
import { defineEvent, PARTITIONS_PER_TOPIC } from './define-event.ts';
import { FeedName, HttpUrl, Instant, SourceId } from './text.ts';

/** When the broker appended the push that made this state: orders pushes, measures freshness. */
export const Arrival = z.object({
  at: Instant.describe("The broker's append time."),
  partition: z.int().min(0),
  offset: z.string().regex(/^\d+$/).describe('Of the submitted record. Decimal: may pass 2^53.'),
});
export type Arrival = z.infer<typeof Arrival>;

const state = {
  articleId: z.uuid(),
  feed: FeedName,
  sourceId: SourceId.optional(),
  url: HttpUrl.optional(),
  rev: z
    .int()
    .min(1)
    .describe('Counts every change of the published state. The only external version downstream.'),
  arrival: Arrival,
};

const Live = z.object({
  status: z.literal('live'),
  ...state,
  revision: z.int().min(1).describe('Counts the different contents the publisher has sent.'),
  version: z.int().min(0).optional().describe("The publisher's version number."),
  updatedAt: Instant.optional(),
  publishedAt: Instant.optional(),
  flags: z
    .array(z.string().max(64))
    .max(20)
    .describe('What was doubted about the push, e.g. `updated-at-in-future`.'),
  content: ArticleContent,
  contentHash: Sha256,
  annotation: Annotation,
});

const Canceled = z.object({
  status: z.literal('canceled'),
  ...state,
  takenDownAt: Instant,
});

export const ArticleUpdatedV1 = z.discriminatedUnion('status', [Live, Canceled]);
export type ArticleUpdatedV1 = z.infer<typeof ArticleUpdatedV1>;
export type LiveArticle = z.infer<typeof Live>;
export type CanceledArticle = z.infer<typeof Canceled>;

/**
 * The full current state of an article after a change. The highest `rev` wins, whatever the order
 * of delivery; a takedown is a state without text, never a missing record.
 */
export const ArticleUpdated = defineEvent<ArticleUpdatedV1>({
  topic: 'warta.article.updated.v1',
  summary: 'The published state of an article changed: enriched, corrected or taken down.',
  schema: ArticleUpdatedV1,
  key: (event) => event.articleId,
  partitions: PARTITIONS_PER_TOPIC,
  retention: { kind: 'days', days: 7 },
  example: {
    status: 'canceled',
    articleId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001',
    feed: 'harian-contoh',
    sourceId: 'harga-beras-1',
    rev: 3,
    arrival: { at: '2026-11-23T02:10:00.000Z', partition: 7, offset: '42' },
    takenDownAt: '2026-11-23T02:10:00.000Z',
  },
});
