import type { FacetCounts, FacetName, Facets, SearchArticles } from '@warta/contracts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import { foldBuckets } from '../entity-book/fold-buckets.ts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import { isOfEntities, recountBody } from './facet-aggregations.ts';
import type {
  FacetAggregate,
  FacetAggregates,
  FacetBucket,
  Recounted,
} from './facet-aggregations.ts';
import { bucketsOf, countedTwice, doubledIn, recountOf } from './facet-merges.ts';
import { isIncomplete } from './judge-hits.ts';
import { SEARCH_TIMEOUT } from './search-body.ts';
import type { SearchPlan } from './search-body.ts';
import type { Selection } from './search-filters.ts';
import type { SearchParts } from './search-parts.ts';

interface Counted {
  readonly value: string;
  readonly name?: string | undefined;
  readonly articles: number;
}

/** Facets of a page, and whether a part of the index was silent when they were counted. */
export interface FacetsRead {
  readonly facets: Facets;
  readonly isPartial: boolean;
}

/**
 * Facets as Elasticsearch counted them, with names for people and selected values always among them.
 * Entities that people merged are counted anew, with one request more, where articles of these results
 * still carry several of their ids.
 * @param counted in this state of the index.
 * @throws TransientError when the names cannot be read, or Elasticsearch cannot answer.
 */
export async function readFacets(
  parts: SearchParts,
  { request, understood }: SearchPlan,
  aggregates: FacetAggregates,
  counted: Snapshot | 'now',
): Promise<FacetsRead> {
  const { recounts, isPartial } = await recount(
    parts,
    { request, understood },
    aggregates,
    counted,
  );
  const facets = [...new Set(request.facets)].flatMap((facet) => {
    const aggregate = aggregates[facet];
    if (aggregate === undefined) return [];
    const selection = understood.selections.get(facet);
    const all = isOfEntities(facet)
      ? entitiesOf(parts.book, aggregate, recounts.get(facet))
      : othersOf(facet, aggregate);
    return [{ facet, ...countsOf(all, aggregate, request, selection) }];
  });
  const names = await parts.names.of(
    facets.flatMap(({ facet, values }) =>
      isOfEntities(facet) ? values.map(({ value }) => value) : [],
    ),
  );
  const named = facets.map(({ facet, values, ...counts }): [FacetName, FacetCounts] => [
    facet,
    {
      values: values.map((one) => ({
        ...one,
        name: isOfEntities(facet) ? names.get(one.value)?.name : one.name,
      })),
      ...counts,
    },
  ]);
  return { facets: Object.fromEntries(named), isPartial };
}

/** What merged entities come to, by facet. Nothing is asked when no article may count twice. */
async function recount(
  { book, snapshots }: SearchParts,
  { request, understood }: Pick<SearchPlan, 'request' | 'understood'>,
  aggregates: FacetAggregates,
  counted: Snapshot | 'now',
) {
  const recounts = new Map<FacetName, ReadonlyMap<string, number>>();
  const doubled = doubledIn(book, aggregates);
  if (doubled.size === 0) return { recounts, isPartial: false };
  const groups = new Map([...doubled].map(([facet, ids]) => [facet, recountOf(book, facet, ids)]));
  const body = { ...recountBody(request, understood, groups), timeout: SEARCH_TIMEOUT };
  const [found] = await snapshots.searchAll([{ in: counted, body }]);
  const anew = (found?.aggregations ?? {}) as unknown as Recounted;
  for (const [facet, ids] of doubled) {
    const buckets = anew[facet]?.groups.buckets ?? [];
    recounts.set(facet, new Map(ids.map((id, at) => [id, buckets[at]?.doc_count ?? 0])));
  }
  return { recounts, isPartial: isIncomplete(found) };
}

/** All that were counted, and how often others occur. */
interface CountedValues {
  readonly all: readonly Counted[];
  readonly beyond: number;
}

function entitiesOf(
  book: EntityBook,
  aggregate: FacetAggregate,
  recounted: ReadonlyMap<string, number> | undefined,
): CountedValues {
  const folded = foldBuckets(book, bucketsOf(aggregate), recounted);
  const others = aggregate.values.sum_other_doc_count ?? 0;
  return {
    all: folded.map(({ id, articles }) => ({ value: id, articles })),
    beyond: Math.max(0, others - countedTwice(aggregate)),
  };
}

function othersOf(facet: FacetName, { doc_count, values }: FacetAggregate): CountedValues {
  const all = values.buckets.map(counted);
  // Composites do not say what they left out, but every article has one day.
  const beyond = facet === 'day' ? doc_count - sumOf(all) : (values.sum_other_doc_count ?? 0);
  return { all, beyond };
}

function countsOf(
  { all, beyond }: CountedValues,
  { values, selected }: FacetAggregate,
  { facetSize }: SearchArticles,
  selection: Selection | undefined,
) {
  const chosen = (selection?.values ?? []).map(({ value }, at): Counted => ({
    value,
    articles: selected?.buckets[at]?.doc_count ?? 0,
  }));
  const isChosen = new Map(chosen.map((one) => [one.value, one]));
  const listed = all.slice(0, facetSize);
  const unlisted = chosen.filter(({ value }) => !listed.some((one) => one.value === value));
  const other = sumOf(all.slice(facetSize)) + beyond;
  return {
    values: [
      ...listed.map((one) => ({
        ...one,
        articles: isChosen.get(one.value)?.articles ?? one.articles,
        selected: isChosen.has(one.value),
      })),
      ...unlisted.map((one) => ({ ...one, selected: true })),
    ],
    other: Math.max(0, other - sumOf(unlisted)),
    exhaustive: other === 0 && (values.doc_count_error_upper_bound ?? 0) === 0,
  };
}

function counted({ key, doc_count: articles, newest }: FacetBucket): Counted {
  if (typeof key === 'object') return { value: key.day, articles };
  const section = newest?.hits.hits[0]?._source?.section;
  return { value: key, articles, ...(section !== undefined && { name: section }) };
}

function sumOf(counts: readonly Counted[]): number {
  return counts.reduce((sum, { articles }) => sum + articles, 0);
}
