import { z } from 'zod';
import { AnnotatedAmount, AnnotatedDate, AnnotatedEntity, Furniture, Quote } from './annotation.ts';
import { DuplicateOf } from './article-updated.v1.ts';
import { OutputFormat } from './output-format.http.ts';
import { CountedTotal, flag, isPartial, listed, searchFilters } from './search-filters.http.ts';
import {
  Copies,
  FACET_SIZE_DEFAULT,
  FACET_SIZE_MAX,
  FacetName,
  Facets,
  MatchingQuote,
  MatchingSentence,
  QUOTES_PER_HIT_MAX,
  SENTENCES_PER_HIT_MAX,
} from './search-results.http.ts';
import { FeedName, HttpUrl, Instant } from './text.ts';

export const SEARCH_SIZE_DEFAULT = 20;
export const SEARCH_SIZE_MAX = 100;
/** It names the state of the index that its pages come from, which may span several shards. */
const CURSOR_LENGTH_MAX = 4_000;

/** Query of GET /v1/articles. Everything given must match; nothing given means everything. */
export const SearchArticles = z.strictObject({
  ...searchFilters,
  sort: z
    .enum(['relevance', 'newest', 'oldest'])
    .optional()
    .describe('By default relevance with q, else newest.'),
  collapse: z
    .enum(['group', 'none'])
    .default('group')
    .describe('group: of articles that tell one text only the best match is shown.'),
  facets: listed(FacetName).describe(
    'What to count the results by: articles, each copy too, also where only one of a group is shown.',
  ),
  facetSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(FACET_SIZE_MAX)
    .default(FACET_SIZE_DEFAULT)
    .describe('Values of each facet.'),
  sentences: flag(false).describe(
    'The sentences in which something matched, instead of fragments of the body.',
  ),
  size: z.coerce.number().int().min(1).max(SEARCH_SIZE_MAX).default(SEARCH_SIZE_DEFAULT),
  cursor: z
    .string()
    .max(CURSOR_LENGTH_MAX)
    .optional()
    .describe('`next` of the page before; belongs to the same query.'),
  format: OutputFormat.optional().describe('What to answer in; it goes before the header Accept.'),
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
    changedAt: Instant.optional().describe(
      'When this state of it was made: by its publisher, or by a better annotation.',
    ),
    score: z.number().nullable(),
    highlights: z
      .object({ title: z.array(z.string()).optional(), body: z.array(z.string()).optional() })
      .describe(
        'HTML-encoded fragments with <em> around what matched, and nothing else: words, and where only ' +
          'entities or quotes were asked for, where they are.',
      ),
    lead: z.string().optional().describe('Its first paragraph, or the beginning of it.'),
    copies: Copies.optional().describe('Present with collapse=group.'),
    sentences: z
      .array(MatchingSentence)
      .optional()
      .describe(`With sentences=true: at most ${SENTENCES_PER_HIT_MAX}, in the order of the text.`),
    quotes: z
      .array(MatchingQuote)
      .optional()
      .describe(
        `With speaker: or quote: in q: the quotes that match, at most the best ${QUOTES_PER_HIT_MAX}, in the ` +
          'order of the text. Absent where none does.',
      ),
    entities: z.array(EntityOfHit),
  })
  .meta({ id: 'ArticleHit' });
export type ArticleHit = z.infer<typeof ArticleHit>;

export const SearchAnswer = z
  .object({
    data: z.array(ArticleHit),
    total: CountedTotal.describe('Articles that match, copies too.'),
    groups: CountedTotal.optional().describe(
      'The same with the copies of one text counted once. On the first page with collapse=group.',
    ),
    facets: Facets.optional(),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    moved: z
      .literal(true)
      .optional()
      .describe(
        'Present when the state of the index that the pages before came from is gone: this page ' +
          'comes from a newer one, still behind the page before.',
      ),
    recordedSince: Instant.optional().describe(
      'With asOf: since when states are recorded. Of what was replaced before nothing is known.',
    ),
    partial: isPartial,
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
