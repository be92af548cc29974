import type { estypes } from '@elastic/elasticsearch';
import { isWhole } from '../article-index/answers-of.ts';
import type { EntityBook } from './entity-book.ts';

/** Elasticsearch stops then and answers with what it has: such counts are partial. */
const SEARCH_TIMEOUT = '2s';

type Clause = estypes.QueryDslQueryContainer;

/** In how many articles of a search, and of the background. */
export interface Shares {
  readonly articles: number;
  readonly background: number;
}

interface Counted {
  counts: { buckets: readonly { doc_count: number }[] };
}

/**
 * Counts entities that others were merged into, whichever of its ids an article carries, each article
 * once. Nothing is asked when there are none.
 * @throws as `search`
 */
export async function countMerged(
  search: (body: estypes.SearchRequest) => Promise<estypes.SearchResponse>,
  book: EntityBook,
  ids: readonly string[],
  queries: { readonly articles: Clause; readonly background: Clause },
): Promise<{ counts: Map<string, Shares>; partial: boolean }> {
  const merged = ids.filter((id) => book.membersOf(id).length > 1);
  if (merged.length === 0) return { counts: new Map(), partial: false };
  const filters = merged.map((id) => ({ terms: { entityIds: [...book.membersOf(id)] } }));
  const [articles, background] = await Promise.all(
    ([queries.articles, queries.background] as const).map((query) =>
      search({
        size: 0,
        track_total_hits: false,
        timeout: SEARCH_TIMEOUT,
        query: { bool: { filter: [query] } },
        aggs: { counts: { filters: { filters } } },
      }),
    ),
  );
  const countsIn = (found: typeof articles) =>
    (found?.aggregations as unknown as Counted | undefined)?.counts.buckets ?? [];
  const [inArticles, inBackground] = [countsIn(articles), countsIn(background)];
  return {
    counts: new Map(
      merged.map((id, at) => [
        id,
        {
          articles: inArticles[at]?.doc_count ?? 0,
          background: inBackground[at]?.doc_count ?? 0,
        },
      ]),
    ),
    partial: [articles, background].some((found) => found !== undefined && !isWhole(found)),
  };
}
