import type { FacetCounts, FacetName, Facets, SearchArticles } from '@warta/contracts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { foldBuckets } from '../entity-book/fold-buckets.ts';
import type { FacetAggregate, FacetAggregates, FacetBucket } from './facet-aggregations.ts';
import type { Selection, UnderstoodFilters } from './search-filters.ts';

interface Counted {
  readonly value: string;
  readonly name?: string | undefined;
  readonly articles: number;
}

/**
 * Facets as Elasticsearch counted them, with names for people and selected values always among them.
 * @throws TransientError when the names cannot be read.
 */
export async function readFacets(
  parts: EntityParts,
  request: SearchArticles,
  { selections }: UnderstoodFilters,
  aggregates: FacetAggregates,
): Promise<Facets> {
  const facets = [...new Set(request.facets)].flatMap((facet) => {
    const aggregate = aggregates[facet];
    return aggregate === undefined
      ? []
      : [{ facet, ...countsOf(parts, facet, aggregate, request, selections.get(facet)) }];
  });
  const names = await parts.names.of(
    facets.flatMap(({ facet, values }) =>
      isOfEntities(facet) ? values.map(({ value }) => value) : [],
    ),
  );
  return Object.fromEntries(
    facets.map(({ facet, values, ...counts }): [FacetName, FacetCounts] => [
      facet,
      {
        values: values.map((counted) => ({
          ...counted,
          name: isOfEntities(facet) ? names.get(counted.value)?.name : counted.name,
        })),
        ...counts,
      },
    ]),
  );
}

const isOfEntities = (facet: FacetName) =>
  facet === 'person' || facet === 'organization' || facet === 'place';

function countsOf(
  { book }: EntityParts,
  facet: FacetName,
  { doc_count: articles, values, selected }: FacetAggregate,
  { facetSize }: SearchArticles,
  selection: Selection | undefined,
) {
  const all: Counted[] = isOfEntities(facet)
    ? foldBuckets(
        book,
        values.buckets.map(({ key, doc_count }) => ({ id: String(key), articles: doc_count })),
      ).map(({ id, articles: count }) => ({ value: id, articles: count }))
    : values.buckets.map(counted);
  const chosen = (selection?.values ?? []).map(({ value }, at): Counted => ({
    value,
    articles: selected?.buckets[at]?.doc_count ?? 0,
  }));
  const isChosen = new Map(chosen.map((one) => [one.value, one]));
  const listed = all.slice(0, facetSize);
  const unlisted = chosen.filter(({ value }) => !listed.some((one) => one.value === value));
  const beyond = sumOf(all.slice(facetSize)) + (values.sum_other_doc_count ?? 0);
  // Composites do not say what they left out, but every article has one day.
  const other = facet === 'day' ? articles - sumOf(all) : beyond;
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
