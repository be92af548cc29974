import type { estypes } from '@elastic/elasticsearch';
import type { FacetName } from '@warta/contracts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { EntityBucket } from '../entity-book/fold-buckets.ts';
import type { FacetAggregate, FacetAggregates } from './facet-aggregations.ts';
import { facetFields } from './search-filters.ts';

type Aggregation = estypes.AggregationsAggregationContainer;

/** Merged entities of one facet that are counted anew, the most frequent first; more are never listed. */
const RECOUNTED_MAX = 110;

/** Buckets of a facet with what is known of merged entities beyond the most frequent ids. */
export function bucketsOf({ values, members }: FacetAggregate): EntityBucket[] {
  const counts = new Map(
    [...values.buckets, ...(members?.buckets ?? [])].map(({ key, doc_count }) => [
      String(key),
      doc_count,
    ]),
  );
  return [...counts].map(([id, articles]) => ({ id, articles }));
}

/** Articles of ids that were counted among "all others", and are in `bucketsOf` by themselves. */
export function countedTwice({ values, members }: FacetAggregate): number {
  const listed = new Set(values.buckets.map(({ key }) => String(key)));
  return (members?.buckets ?? []).reduce(
    (sum, { key, doc_count }) => (listed.has(String(key)) ? sum : sum + doc_count),
    0,
  );
}

/**
 * Entities of which articles of these results carry several ids, by facet: their counts cannot be
 * added up, since one article may have two of them.
 */
export function doubledIn(
  book: EntityBook,
  aggregates: FacetAggregates,
): ReadonlyMap<FacetName, readonly string[]> {
  const doubled = new Map<FacetName, string[]>();
  for (const facet of ['person', 'organization', 'place'] as const) {
    const aggregate = aggregates[facet];
    if (aggregate === undefined || book.isEmpty) continue;
    const known = bucketsOf(aggregate).filter(({ id }) => !book.isBlocked(id));
    const groups = Map.groupBy(known, ({ id }) => book.canonicalOf(id));
    const several = [...groups]
      .filter(([, members]) => members.length > 1)
      .map(([id, members]) => ({ id, articles: members.reduce((sum, of) => sum + of.articles, 0) }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, RECOUNTED_MAX);
    if (several.length > 0)
      doubled.set(
        facet,
        several.map(({ id }) => id),
      );
  }
  return doubled;
}

/** Counts entities by all their ids, each article once. */
export function recountOf(book: EntityBook, facet: FacetName, ids: readonly string[]): Aggregation {
  const filters = ids.map((id) => {
    const members = book.membersOf(id).filter((member) => !book.isBlocked(member));
    return { terms: { [facetFields[facet]]: members } };
  });
  return { filters: { filters } };
}
