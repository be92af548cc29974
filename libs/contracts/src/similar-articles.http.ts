import { z } from 'zod';
import { ArticleHit } from './search-articles.http.ts';
import { flag, isPartial, searchFilters } from './search-filters.http.ts';

export const SIMILAR_SIZE_DEFAULT = 10;
export const SIMILAR_SIZE_MAX = 50;

const { feed, lang, from, to, timeZone } = searchFilters;

/** Query of GET /v1/articles/{id}/similar. */
export const AskSimilar = z.strictObject({
  feed,
  lang,
  from,
  to,
  timeZone,
  copies: flag(false).describe(
    'Also the copies of this article, and every copy of the others, not only the best of each group.',
  ),
  size: z.coerce.number().int().min(1).max(SIMILAR_SIZE_MAX).default(SIMILAR_SIZE_DEFAULT),
});
export type AskSimilar = z.infer<typeof AskSimilar>;

/** Answer of GET /v1/articles/{id}/similar: articles about the same, the most similar first. */
export const SimilarArticles = z
  .object({ data: z.array(ArticleHit), partial: isPartial })
  .meta({ id: 'SimilarArticles' });
export type SimilarArticles = z.infer<typeof SimilarArticles>;
