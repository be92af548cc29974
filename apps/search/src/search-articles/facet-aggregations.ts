import type { estypes } from '@elastic/elasticsearch';
import type { FacetName, SearchArticles } from '@warta/contracts';
import { facetFields, matching } from './search-filters.ts';
import type { UnderstoodFilters } from './search-filters.ts';

type Clause = estypes.QueryDslQueryContainer;
type Aggregation = estypes.AggregationsAggregationContainer;

/** Asked for beyond the size, since people may have merged some of the entities or blocked them. */
const ENTITIES_MARGIN = 10;

/** One aggregation of `facetAggregations` as it is answered. */
export interface FacetAggregate {
  readonly doc_count: number;
  readonly values: {
    readonly buckets: readonly FacetBucket[];
    readonly sum_other_doc_count?: number;
    readonly doc_count_error_upper_bound?: number;
  };
  /** Of entities that people merged; absent when there are none. */
  readonly members?: { readonly buckets: readonly FacetBucket[] };
  /** In the order of the selection's values. */
  readonly selected?: { readonly buckets: readonly { readonly doc_count: number }[] };
}
export interface FacetBucket {
  /** Of days the ISO date, by their name. */
  readonly key: string | { readonly day: string };
  readonly doc_count: number;
  readonly newest?: {
    readonly hits: { readonly hits: readonly { readonly _source?: { section?: string } }[] };
  };
}

/** The answer to `facetAggregations`. */
export type FacetAggregates = Readonly<Partial<Record<FacetName, FacetAggregate>>>;

/**
 * Facets that are counted although one of their values is selected. That selection must not narrow
 * their own counts, or nobody could choose a second value: it is applied to the hits and to the
 * other facets, not to the query.
 */
export function facetsKeptOpen(
  { facets = [] }: SearchArticles,
  { selections }: UnderstoodFilters,
): FacetName[] {
  return [...new Set(facets)].filter((facet) => selections.has(facet));
}

export function selectedIn(
  { selections }: UnderstoodFilters,
  facets: readonly FacetName[],
): Clause[] {
  return facets.flatMap((facet) => selections.get(facet)?.clause ?? []);
}

/** Counts of each facet that is asked for, narrowed by the selections of all others. Pure. */
export function facetAggregations(
  request: SearchArticles,
  understood: UnderstoodFilters,
): Record<string, Aggregation> {
  const open = facetsKeptOpen(request, understood);
  return Object.fromEntries(
    [...new Set(request.facets)].map((facet) => {
      const others = open.filter((one) => one !== facet);
      const selection = understood.selections.get(facet);
      const aggs = {
        values: valuesOf(facet, request),
        ...(isOfEntities(facet) &&
          understood.merged.length > 0 && { members: membersIn(facet, understood.merged) }),
        ...(selection && {
          selected: { filters: { filters: selection.values.map(({ clause }) => clause) } },
        }),
      };
      return [facet, { filter: { bool: { filter: selectedIn(understood, others) } }, aggs }];
    }),
  );
}

/** How often each of these ids occurs, however few articles have it. */
function membersIn(facet: FacetName, merged: readonly string[]): Aggregation {
  const include = [...merged];
  return { terms: { field: facetFields[facet], include, size: include.length } };
}

export const isOfEntities = (facet: FacetName) =>
  facet === 'person' || facet === 'organization' || facet === 'place';

function valuesOf(facet: FacetName, request: SearchArticles): Aggregation {
  const field = facetFields[facet];
  const size = request.facetSize;
  switch (facet) {
    case 'feed':
    case 'language':
      return { terms: { field, size } };
    case 'person':
    case 'organization':
    case 'place':
      return { terms: { field, size: size + ENTITIES_MARGIN } };
    case 'section':
      return { terms: { field, size }, aggs: { newest: newestSection } };
    case 'day':
      return { composite: { size, sources: [{ day: { date_histogram: daysOf(request) } }] } };
  }
}

/** How it is written. */
const newestSection: Aggregation = {
  top_hits: { size: 1, sort: [{ datedAt: 'desc' }], _source: ['section'] },
};

/** The latest first, and only days with articles: dates of any year cannot make too many buckets. */
function daysOf({ timeZone = 'UTC' }: SearchArticles) {
  return {
    field: facetFields.day,
    calendar_interval: '1d',
    time_zone: timeZone,
    order: 'desc' as const,
    format: 'strict_date',
  };
}

/** The answer to `recountBody`, by facet. */
export type Recounted = Readonly<
  Partial<
    Record<
      FacetName,
      { readonly groups: { readonly buckets: readonly { readonly doc_count: number }[] } }
    >
  >
>;

/** Counts entities that were merged as the facets of a search do, each article once. Pure. */
export function recountBody(
  request: SearchArticles,
  understood: UnderstoodFilters,
  groups: ReadonlyMap<FacetName, Aggregation>,
): estypes.SearchRequest {
  const open = facetsKeptOpen(request, understood);
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [matching(understood, { without: open })] } },
    aggs: Object.fromEntries(
      [...groups].map(([facet, aggregation]) => {
        const others = open.filter((one) => one !== facet);
        const filter = { bool: { filter: selectedIn(understood, others) } };
        return [facet, { filter, aggs: { groups: aggregation } }];
      }),
    ),
  };
}
