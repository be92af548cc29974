import { z } from 'zod';
import { ArticleHit } from './search-articles.http.ts';
import { flag, searchFilters } from './search-filters.http.ts';

/** What a search can be answered in besides JSON, by `format` or the header Accept. */
export const outputFormats = ['json', 'ndjson', 'csv', 'rss', 'atom', 'jsonfeed'] as const;
export const OutputFormat = z.enum(outputFormats);
export type OutputFormat = z.infer<typeof OutputFormat>;

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
