import { z } from 'zod';
import { ArticleContent, Sha256 } from './article-content.ts';
import { defineEvent, PARTITIONS_PER_TOPIC } from './define-event.ts';
import { FeedName, HttpUrl, Instant, LINE_LENGTH_MAX, SourceId, storableText } from './text.ts';

const origin = {
  articleId: z.uuid().describe('UUIDv5 over the JSON array [feed, source id or identity URL].'),
  feed: FeedName,
  sourceId: SourceId.optional().describe("The feed's own id of the article."),
  url: HttpUrl.optional(),
  receivedAt: Instant.describe("The ingestor's clock. For people; order comes from the broker."),
  submittedBy: z
    .string()
    .max(80)
    .describe(
      'Public id of the API key that pushed it; feed:<name> when its signature was enough.',
    ),
};

const Publish = z.object({
  kind: z.literal('publish'),
  ...origin,
  version: z.int().min(0).optional().describe("The publisher's version number."),
  updatedAt: Instant.optional(),
  publishedAt: Instant.optional(),
  embargoUntil: Instant.optional().describe('Published as held, without text, until then.'),
  format: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .optional()
    .describe('Of the document it was read from, as docs/formats.md names it.'),
  content: ArticleContent,
  contentHash: Sha256.describe(
    'SHA-256 over the canonical JSON of content, publishedAt and, when given, embargoUntil.',
  ),
});

const Takedown = z.object({
  kind: z.literal('takedown'),
  ...origin,
  reason: storableText(LINE_LENGTH_MAX).optional(),
});

const Withhold = z.object({
  kind: z.literal('withhold'),
  ...origin,
  version: z.int().min(0).optional().describe("The publisher's number of the withheld version."),
  updatedAt: Instant.optional(),
  reason: storableText(LINE_LENGTH_MAX).optional(),
});

const Restore = z.object({
  kind: z.literal('restore'),
  ...origin,
  reason: storableText(LINE_LENGTH_MAX).optional(),
});

const Reconsider = z.object({
  kind: z.literal('reconsider'),
  articleId: origin.articleId,
  feed: FeedName,
  receivedAt: origin.receivedAt.describe('When the enricher asked for it, by its clock.'),
  submittedBy: origin.submittedBy.describe('`enricher`: no feed and no key asks for this.'),
  cause: z
    .enum(['embargo-due', 'duplicate-changed', 'entity-corrected'])
    .describe(
      'Says nothing new: that time has passed, that another article changed, or that a person ' +
        'corrected an entity which it may name.',
    ),
});

export const ArticleSubmittedV1 = z.discriminatedUnion('kind', [
  Publish,
  Withhold,
  Takedown,
  Restore,
  Reconsider,
]);
export type ArticleSubmittedV1 = z.infer<typeof ArticleSubmittedV1>;
export type ArticlePublish = z.infer<typeof Publish>;
export type ArticleWithhold = z.infer<typeof Withhold>;
export type ArticleTakedown = z.infer<typeof Takedown>;
export type ArticleRestore = z.infer<typeof Restore>;
export type ArticleReconsider = z.infer<typeof Reconsider>;

/**
 * An article as someone outside gave it to us: not yet believed, not yet deduplicated. Order of
 * one article's pushes holds because they share the key; LogAppendTime and offset of its record
 * are the arrival that orders pushes without a publisher's stamp.
 */
export const ArticleSubmitted = defineEvent<ArticleSubmittedV1>({
  topic: 'warta.article.submitted.v1',
  summary:
    'A feed pushed an article, a correction, a withholding or a takedown, and was told that it is ' +
    'safe; an admin restored an article; or the enricher asks itself to look at one again.',
  schema: ArticleSubmittedV1,
  key: (event) => event.articleId,
  partitions: PARTITIONS_PER_TOPIC,
  retention: { kind: 'days', days: 30 },
  example: {
    kind: 'publish',
    articleId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001',
    feed: 'harian-contoh',
    sourceId: 'harga-beras-1',
    url: 'https://example.org/ekonomi/harga-beras',
    receivedAt: '2026-11-23T02:00:00.000Z',
    submittedBy: 'k7f2m9x4',
    version: 1,
    publishedAt: '2026-11-23T08:55:00+07:00',
    content: {
      title: 'Harga beras turun di Cipinang',
      body: 'Jakarta — Harga beras di Pasar Induk Cipinang turun, kata Badan Pangan Nasional.',
      language: 'id',
    },
    contentHash: '9f2feb0f1ef425b292f2f94bc8482494df430413deb3f1a6e9f3b2f6f5f4c0aa',
  },
});

/**
 * The consumer group that works submissions off, without a stack's prefix. What it has committed
 * says how far they are enriched; the search service tells it to whoever holds a receipt.
 */
export const SUBMISSIONS_GROUP = 'warta.enricher';
