import { z } from 'zod';
import { ArticleHit } from './search-articles.http.ts';
import { flag, searchFilters } from './search-filters.http.ts';

/** What stands between the cells of a line of CSV. */
export const CsvDelimiter = z.enum(['comma', 'semicolon']);
export type CsvDelimiter = z.infer<typeof CsvDelimiter>;

/** Query of GET /v1/articles/export: the filters of a search; there is no limit on the hits. */
export const ExportArticles = z.strictObject({
  ...searchFilters,
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
  delimiter: CsvDelimiter.default('comma').describe(
    'Of CSV. semicolon: as Excel opens it where numbers have a decimal comma, such as in Indonesia; with a ' +
      'byte order mark.',
  ),
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
 * The columns of CSV, which are in the first line. In a cell, names are separated by "; ". What a
 * spreadsheet would take for a formula has an apostrophe before it, also behind a line break, a tab
 * and the delimiter that is not the one asked for.
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
  'quotes',
] as const;
