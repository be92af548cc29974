import { z } from 'zod';
import { AnnotatedAmount, AnnotatedDate, AnnotatedEntity, Furniture, Quote } from './annotation.ts';
import { DuplicateOf } from './article-updated.v1.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

export const SEARCH_SIZE_DEFAULT = 20;
export const SEARCH_SIZE_MAX = 100;
export const QUERY_LENGTH_MAX = 2_000;

/** Query of GET /v1/articles. Everything given must match; nothing given means everything. */
export const SearchArticles = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(QUERY_LENGTH_MAX)
    .optional()
    .describe('Words, "phrases", -exclusions; all words must match.'),
  entity: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('An entity: its id, its Wikidata id, or any of its names.'),
  lang: z.string().min(2).max(3).optional().describe('Language as detected, e.g. id or en.'),
  feed: FeedName.optional(),
  from: z
    .union([Instant, z.iso.date()])
    .optional()
    .describe('Published at or after; a date means the start of that day, UTC.'),
  to: z.union([Instant, z.iso.date()]).optional().describe('Published before.'),
  sort: z
    .enum(['relevance', 'newest', 'oldest'])
    .optional()
    .describe('By default relevance with q, else newest.'),
  size: z.coerce.number().int().min(1).max(SEARCH_SIZE_MAX).default(SEARCH_SIZE_DEFAULT),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe('`next` of the page before; belongs to the same query.'),
});
export type SearchArticles = z.infer<typeof SearchArticles>;

const head = {
  id: z.uuid(),
  feed: FeedName,
  sourceId: z.string().optional(),
  url: HttpUrl.optional(),
  title: z.string().optional(),
  byline: z
    .string()
    .optional()
    .describe(
      'As the feed says it. Where it says nothing, reading one article shows what is printed.',
    ),
  section: z.string().optional(),
  language: z.string(),
  publishedAt: Instant.optional(),
  updatedAt: Instant.optional(),
  rev: z.int(),
  revision: z.int(),
  duplicateOf: DuplicateOf.optional().describe(
    'The article that told the same story first. Absent on that one.',
  ),
};

const EntityOfHit = AnnotatedEntity.pick({
  id: true,
  type: true,
  name: true,
  wikidata: true,
  salience: true,
}).extend({ mentions: z.int().describe('How often it is mentioned.') });

export const ArticleHit = z
  .object({
    ...head,
    score: z.number().nullable(),
    highlights: z
      .object({ title: z.array(z.string()).optional(), body: z.array(z.string()).optional() })
      .describe('HTML-encoded fragments with <em> around what matched, and nothing else.'),
    entities: z.array(EntityOfHit),
  })
  .meta({ id: 'ArticleHit' });
export type ArticleHit = z.infer<typeof ArticleHit>;

export const SearchAnswer = z
  .object({
    data: z.array(ArticleHit),
    total: z.object({
      value: z.int(),
      relation: z.enum(['eq', 'gte']).describe('gte: at least so many.'),
    }),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    partial: z.boolean().describe('True when a part of the index did not answer in time.'),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/**
 * Answer of GET /v1/articles/{id}: the article as it is now. A taken-down or withheld one answers
 * 410, one under embargo 404.
 */
export const ArticleView = z
  .object({
    ...head,
    body: z.string(),
    extras: z.record(z.string(), z.json()).optional(),
    flags: z.array(z.string()),
    extractor: z.string().describe('Name and version of what made the annotations.'),
    entities: z.array(AnnotatedEntity),
    quotes: z.array(Quote),
    dates: z.array(AnnotatedDate),
    amounts: z.array(AnnotatedAmount),
    furniture: z
      .array(Furniture)
      .describe('What the publisher put around its text; nothing else is found in it.'),
    attribution: z
      .array(z.string())
      .describe('The agencies and media that the article says it is taken from.'),
    models: z.array(z.string()).describe('The trained models that took part.'),
    submittedAt: Instant.describe('When the broker stored the push that made this state.'),
  })
  .meta({ id: 'ArticleView' });
export type ArticleView = z.infer<typeof ArticleView>;
