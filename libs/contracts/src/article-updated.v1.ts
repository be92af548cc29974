import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { ArticleContent, Sha256 } from './article-content.ts';
import { defineEvent, PARTITIONS_PER_TOPIC } from './define-event.ts';
import { FeedName, HttpUrl, Instant, LINE_LENGTH_MAX, SourceId, storableText } from './text.ts';

/** When the broker appended the push that made this state: orders pushes, measures freshness. */
export const Arrival = z.object({
  at: Instant.describe("The broker's append time."),
  partition: z.int().min(0),
  offset: z.string().regex(/^\d+$/).describe('Of the submitted record. Decimal: may pass 2^53.'),
});
export type Arrival = z.infer<typeof Arrival>;

const identity = {
  articleId: z.uuid(),
  feed: FeedName,
  rev: z
    .int()
    .min(1)
    .describe('Counts every change of the published state. The only external version downstream.'),
  arrival: Arrival,
  changedAt: Instant.optional().describe('When this rev was written, by the clock of Postgres.'),
};

const state = {
  ...identity,
  sourceId: SourceId.optional(),
  url: HttpUrl.optional(),
};

/** Another article that this one repeats, and that was there before. Both stay, that one leads. */
export const DuplicateOf = z.object({
  articleId: z.uuid(),
  similarity: z.number().min(0).max(1).describe('Of the word shingles; 1 is the same text.'),
  kind: z.enum(['exact', 'near']),
});
export type DuplicateOf = z.infer<typeof DuplicateOf>;

const Live = z.object({
  status: z.literal('live'),
  ...state,
  revision: z.int().min(1).describe('Counts the different contents the publisher has sent.'),
  version: z.int().min(0).optional().describe("The publisher's version number."),
  updatedAt: Instant.optional(),
  publishedAt: Instant.optional(),
  embargoUntil: Instant.optional().describe('Until when it was held, as the publisher gave it.'),
  duplicateOf: DuplicateOf.optional(),
  flags: z
    .array(z.string().max(64))
    .max(20)
    .describe('What was doubted about the push, e.g. `updated-at-in-future`.'),
  content: ArticleContent,
  contentHash: Sha256,
  annotation: Annotation,
  correctedThrough: z
    .int()
    .min(0)
    .optional()
    .describe('Offset of the last correction of entities that the annotation takes into account.'),
});

/** No source id and no URL: both may be made of the words of the title. */
const Held = z.object({
  status: z.literal('held'),
  ...identity,
  embargoUntil: Instant.describe('Live some seconds after it, unless another push changes it.'),
  version: z.int().min(0).optional().describe("The publisher's version number."),
  updatedAt: Instant.optional(),
});

const Withheld = z.object({
  status: z.literal('withheld'),
  ...state,
  withheldAt: Instant.describe('When the publisher withheld it, or an admin restored it.'),
  reason: storableText(LINE_LENGTH_MAX).optional(),
});

const Canceled = z.object({
  status: z.literal('canceled'),
  ...state,
  takenDownAt: Instant,
});

export const ArticleUpdatedV1 = z.discriminatedUnion('status', [Live, Held, Withheld, Canceled]);
export type ArticleUpdatedV1 = z.infer<typeof ArticleUpdatedV1>;
export type LiveArticle = z.infer<typeof Live>;
export type HeldArticle = z.infer<typeof Held>;
export type WithheldArticle = z.infer<typeof Withheld>;
export type CanceledArticle = z.infer<typeof Canceled>;

/**
 * The full current state of an article after a change. The highest `rev` wins, whatever the order
 * of delivery. Held, withheld and canceled are states without text, never a missing record: held
 * waits for the end of its embargo, withheld for a newer usable version, canceled for an admin.
 */
export const ArticleUpdated = defineEvent<ArticleUpdatedV1>({
  topic: 'warta.article.updated.v1',
  summary:
    'The published state of an article changed: enriched, corrected, held, withheld or taken down.',
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
