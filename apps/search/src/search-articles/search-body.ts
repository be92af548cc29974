import type { estypes } from '@elastic/elasticsearch';
import type { SearchArticles } from '@warta/contracts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { quoteFields } from '../query-language/inner-quotes.ts';
import type { SortKind, SortValues } from './cursor.ts';
import { facetAggregations, facetsKeptOpen, selectedIn } from './facet-aggregations.ts';
import { isMarkedByPlace, sentenceFields } from './hit-sentences.ts';
import { withFreshness } from './ranking.ts';
import { matching } from './search-filters.ts';
import type { UnderstoodFilters } from './search-filters.ts';
import { highlightOf } from './search-highlight.ts';

/** Elasticsearch stops collecting then and answers with what it has: such a page is partial. */
export const SEARCH_TIMEOUT = '2s';

/** Counting further costs more than knowing is worth; the answer says "at least". */
export const TOTAL_COUNTED_MAX = 10_000;

/** What a hit needs of its document; the body stays where it is. */
export const hitFields = [
  'articleId',
  'feed',
  'sourceId',
  'url',
  'title',
  'lead',
  'byline',
  'section',
  'language',
  'publishedAt',
  'updatedAt',
  'submittedAt',
  'changedAt',
  'rev',
  'revision',
  'duplicateOf',
  'duplicateGroup',
  'entities',
] as const satisfies readonly (keyof LiveDocument)[];

export type HitSource = Pick<LiveDocument, (typeof hitFields)[number]>;

/** A validated search with what had to be found out for it. */
export interface SearchPlan {
  readonly request: SearchArticles;
  readonly understood: UnderstoodFilters;
  readonly sort: SortKind;
  /** What freshness is measured from: see `searchedAtMs`. */
  readonly atMs: number;
}

/** The part of the results that is asked for. */
export interface PageBounds {
  readonly size: number;
  /** Where the page before ended. */
  readonly after?: SortValues | undefined;
  /** Only the best of each group. Elasticsearch can do that on a first page only. */
  readonly isCollapsed: boolean;
  /** Groups of which it is known already what becomes of them. */
  readonly withoutGroups?: readonly string[];
  /** A request more for one page: it has counted already. */
  readonly isContinued?: boolean;
}

/**
 * The body of the search. Nothing of the request becomes syntax: texts are only ever analysed, and
 * everything else is a value of a clause written here. Pure.
 */
export function searchBody(plan: SearchPlan, bounds: PageBounds): estypes.SearchRequest {
  const { request, understood } = plan;
  const open = facetsKeptOpen(request, understood);
  const selected = selectedIn(understood, open);
  return {
    query: scored(
      plan,
      matching(understood, { without: open, quotes: true }),
      bounds.withoutGroups,
    ),
    ...(selected.length > 0 && { post_filter: { bool: { filter: selected } } }),
    sort: sortOf(plan.sort),
    size: bounds.size,
    ...(bounds.after && { search_after: [...bounds.after] }),
    ...(bounds.isCollapsed && { collapse: { field: 'duplicateGroup' } }),
    ...(understood.text?.hasText && {
      highlight: highlightOf(understood.text.marks, request.sentences),
    }),
    // Later pages count in the index as it is: what was withdrawn since must not be listed.
    ...(bounds.after === undefined && facetsOf(plan)),
    _source: sourceOf(plan),
    track_total_hits: bounds.isContinued ? false : TOTAL_COUNTED_MAX,
    timeout: SEARCH_TIMEOUT,
  };
}

/** What a page needs of its documents. */
function sourceOf({ request, understood }: SearchPlan): string[] {
  return [
    ...hitFields,
    ...(isMarkedByPlace(request, understood) ? sentenceFields : []),
    ...(understood.text?.withQuotes ? quoteFields : []),
  ];
}

/** What counts the facets of a page that is not the first. */
export function countBody(plan: SearchPlan): estypes.SearchRequest | undefined {
  const aggregated = facetsOf(plan);
  if (aggregated === undefined) return undefined;
  const { query, post_filter } = searchBody(plan, { size: 0, isCollapsed: false });
  return {
    query,
    ...(post_filter && { post_filter }),
    ...aggregated,
    size: 0,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
  };
}

function facetsOf({ request, understood }: SearchPlan) {
  return request.facets && { aggs: facetAggregations(request, understood) };
}

/** The order a search has when it does not ask for one. */
export function sortKindOf(request: SearchArticles, understood: UnderstoodFilters): SortKind {
  return request.sort ?? (understood.text?.hasText ? 'relevance' : 'newest');
}

/** The query as it scores, for every request of one search. */
export function scored(
  { sort, atMs, understood: { text } }: SearchPlan,
  query: estypes.QueryDslQueryContainer,
  withoutGroups: readonly string[] = [],
): estypes.QueryDslQueryContainer {
  const narrowed =
    withoutGroups.length === 0
      ? query
      : { bool: { must: [query], must_not: [{ terms: { duplicateGroup: [...withoutGroups] } }] } };
  if (sort !== 'relevance') return narrowed;
  const ranked = text?.together && { bool: { must: [narrowed], should: [text.together] } };
  return withFreshness(ranked ?? narrowed, atMs);
}

/** The id makes every order total, so that no article falls between two pages. */
export function sortOf(sort: SortKind): estypes.SortCombinations[] {
  const byId = { articleId: { order: 'asc' as const } };
  switch (sort) {
    case 'relevance':
      return [{ _score: { order: 'desc' } }, { datedAt: { order: 'desc' } }, byId];
    case 'newest':
      return [{ datedAt: { order: 'desc' } }, byId];
    case 'oldest':
      return [{ datedAt: { order: 'asc' } }, byId];
  }
}
