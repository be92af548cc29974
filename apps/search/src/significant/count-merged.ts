import type { estypes } from '@elastic/elasticsearch';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';
import { isIncomplete } from '../search-articles/judge-hits.ts';
import { SEARCH_TIMEOUT } from '../search-articles/search-body.ts';

type Clause = estypes.QueryDslQueryContainer;

/** In how many articles of the search, and of the background. */
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
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function countMerged(
  snapshots: Snapshots,
  book: EntityBook,
  ids: readonly string[],
  queries: { readonly articles: Clause; readonly background: Clause },
): Promise<{ counts: Map<string, Shares>; partial: boolean }> {
  const merged = ids.filter((id) => book.membersOf(id).length > 1);
  if (merged.length === 0) return { counts: new Map(), partial: false };
  const filters = merged.map((id) => ({ terms: { entityIds: [...book.membersOf(id)] } }));
  const [articles, background] = await Promise.all(
    ([queries.articles, queries.background] as const).map((query) =>
      snapshots.searchLatest({
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
    partial: [articles, background].some((found) => found !== undefined && isIncomplete(found)),
  };
}

/** JLH, as Elasticsearch scores: how much larger the share is, times how many times as large. */
export function scoreOf({ articles, background }: Shares, all: Shares): number {
  if (all.articles === 0 || all.background === 0 || background === 0) return 0;
  const share = articles / all.articles;
  const usual = background / all.background;
  return share <= usual ? 0 : (share - usual) * (share / usual);
}
