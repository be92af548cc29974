import { z } from 'zod';
import { ArticleHit } from './search-articles.http.ts';
import { flag, searchFilters } from './search-filters.http.ts';

/** Query of GET /v1/articles/export: the filters of a search; there is no limit on the hits. */
export const ExportArticles = z.strictObject({
  ...searchFilters,
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  body: flag(false).describe('Also the whole text of each article.'),
});
export type ExportArticles = z.infer<typeof ExportArticles>;

/** A line of NDJSON. */
export const ExportedArticle = ArticleHit.omit({
  score: true,
  highlights: true,
  copies: true,
  sentences: true,
})
  .extend({ body: z.string().optional() })
  .meta({ id: 'ExportedArticle' });
export type ExportedArticle = z.infer<typeof ExportedArticle>;

/**
 * The columns of CSV, which are in the first line. In a cell, names are separated by "; ". A value that a
 * spreadsheet would take for a formula has an apostrophe before it.
 */
export const csvColumns = [
  'id',
  'feed',
  'publishedAt',
  'updatedAt',
  'language',
  'section',
  'title',
  'byline',
  'url',
  'people',
  'organizations',
  'places',
  'events',
  'duplicateOf',
  'rev',
  'revision',
  'sourceId',
] as const;
