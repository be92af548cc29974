import type { estypes } from '@elastic/elasticsearch';
import type { Copies } from '@warta/contracts';
import { matching, publishedClauses } from './search-filters.ts';
import type { UnderstoodFilters } from './search-filters.ts';
import { SEARCH_TIMEOUT, TOTAL_COUNTED_MAX } from './search-body.ts';

type Clause = estypes.QueryDslQueryContainer;

/**
 * How many articles each of these groups has, and how many of them match.
 * @param isCounted the latter is known already.
 */
export function copiesBody(
  groups: readonly string[],
  understood: UnderstoodFilters,
  isCounted = false,
): estypes.SearchRequest {
  const published = publishedClauses(understood.filters);
  const byGroup = { field: 'duplicateGroup', size: groups.length, execution_hint: 'map' as const };
  return {
    size: 0,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
    query: { bool: { filter: [...published, { terms: { duplicateGroup: [...groups] } }] } },
    aggs: {
      groups: {
        terms: byGroup,
        ...(!isCounted && { aggs: { matching: { filter: matching(understood) } } }),
      },
    },
  };
}

interface GroupBuckets {
  readonly groups?: {
    readonly buckets: readonly {
      readonly key: string;
      readonly doc_count: number;
      readonly matching?: { readonly doc_count: number };
    }[];
  };
}

/** @param repeated how many match of each group of which more than one does, when that is known. */
export function readCopies(
  aggregations: unknown,
  repeated?: ReadonlyMap<string, number>,
): Map<string, Copies> {
  const { groups } = (aggregations ?? {}) as GroupBuckets;
  return new Map(
    groups?.buckets.map(({ key, doc_count: total, matching }) => {
      const matches = repeated?.get(key) ?? matching?.doc_count ?? 1;
      return [key, { group: key, matching: Math.max(1, matches), total }];
    }),
  );
}

/**
 * How many groups match: of as many articles as are counted, those that repeat a group are taken
 * off. Exact up to there, and a lower bound above.
 */
export function groupCountBody(query: Clause): estypes.SearchRequest {
  const repeated = {
    field: 'duplicateGroup',
    min_doc_count: 2,
    size: TOTAL_COUNTED_MAX,
    // Numbering all groups of the index anew after each refresh would cost more.
    execution_hint: 'map' as const,
  };
  return {
    size: 0,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
    terminate_after: TOTAL_COUNTED_MAX,
    query: { bool: { filter: [query] } },
    // Inside of a filter, which says how many articles were looked at.
    aggs: { articles: { filter: { match_all: {} }, aggs: { repeated: { terms: repeated } } } },
  };
}

interface CountedArticles {
  readonly articles?: {
    readonly doc_count: number;
    readonly repeated: {
      readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
    };
  };
}

export function readGroupCount(aggregations: unknown): number {
  const { articles } = (aggregations ?? {}) as CountedArticles;
  if (articles === undefined) return 0;
  return articles.repeated.buckets.reduce(
    (count, bucket) => count - bucket.doc_count + 1,
    articles.doc_count,
  );
}

/** How many match of each group of which more than one does, as far as they were counted. */
export function readRepeated(aggregations: unknown): Map<string, number> {
  const { articles } = (aggregations ?? {}) as CountedArticles;
  return new Map(articles?.repeated.buckets.map(({ key, doc_count }) => [key, doc_count]));
}
