import type { estypes } from '@elastic/elasticsearch';
import type { AskSignificant, EntityType, Significant } from '@warta/contracts';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { countMerged } from '../entity-book/count-merged.ts';
import type { Shares } from '../entity-book/count-merged.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { printedNames } from '../entity-book/names-in-use.ts';
import { exactOf } from '../query-language/article-fields.ts';
import { isIncomplete } from '../search-articles/judge-hits.ts';
import { SEARCH_TIMEOUT } from '../search-articles/search-body.ts';
import {
  matching,
  publishedClauses,
  understandFilters,
} from '../search-articles/search-filters.ts';
import type { UnderstoodFilters } from '../search-articles/search-filters.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';

type Aggregation = estypes.AggregationsAggregationContainer;

/** Their bodies are read word by word while the caller waits: some 400 words each. */
const SAMPLED_ARTICLES = 200;

/** One article is no pattern. */
const ARTICLES_MIN = 2;
/** Words are many more than names, so chance makes more of them look unusual. */
const ARTICLES_WITH_TERM_MIN = 3;

/** Asked for in addition: some are what was searched for, some were merged or blocked by people. */
const MARGIN = 15;

const fieldOf = {
  PERSON: 'people',
  ORGANIZATION: 'organizations',
  LOCATION: 'places',
  EVENT: 'events',
} as const satisfies Record<EntityType, string>;

/** Searched for, whose names are looked up; a name that more bear is typed itself. */
const SEARCHED_NAMED_MAX = 20;

interface SignificantBuckets {
  /** Articles of the search. */
  readonly doc_count: number;
  /** Articles of the background. */
  readonly bg_count: number;
  readonly buckets: readonly {
    readonly key: string;
    readonly doc_count: number;
    readonly bg_count: number;
    readonly score: number;
  }[];
}
type Aggregates = Record<EntityType, SignificantBuckets> & {
  sample: { doc_count: number } & Partial<Record<AnalyzedLanguage, SignificantBuckets>>;
};

/**
 * What matching articles have more often than all others do, by the measure called JLH: how much
 * larger its share is, times how many times as large. What was searched for is left out.
 * @throws InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function findSignificant(
  present: SearchParts,
  { size, ...filters }: AskSignificant,
): Promise<Significant> {
  const parts = present.at(filters.asOf);
  const understood = await understandFilters(parts, filters);
  const found = await parts.snapshots.searchLatest({
    size: 0,
    track_total_hits: true,
    timeout: SEARCH_TIMEOUT,
    query: matching(understood),
    aggs: aggregationsOf(understood, size + MARGIN),
  });
  const aggregates = found.aggregations as unknown as Aggregates;
  const { sample } = aggregates;
  const searched = searchedIn(parts, understood);
  const [entities, names] = await Promise.all([
    entitiesIn(parts, understood, { aggregates, searched }, size),
    namesOf(parts, searched),
  ]);
  return {
    entities: entities.data,
    terms: termsIn(understood, sample, names, size),
    articles: typeof found.hits.total === 'object' ? found.hits.total.value : 0,
    sample: sample.doc_count,
    background: aggregates.PERSON.bg_count,
    partial: isIncomplete(found) || entities.partial || !understood.isComplete,
  };
}

function aggregationsOf(understood: UnderstoodFilters, size: number): Record<string, Aggregation> {
  const { languages } = understood;
  const measured = { size, jlh: {}, background_filter: backgroundOf(understood) };
  const least = { min_doc_count: ARTICLES_MIN, shard_min_doc_count: ARTICLES_MIN };
  const entities = Object.entries(fieldOf).map(([type, field]): [string, Aggregation] => [
    type,
    { significant_terms: { field, ...measured, ...least } },
  ]);
  const terms = languages.map((one): [string, Aggregation] => [
    one,
    {
      significant_text: {
        field: exactOf(`body.${one}`),
        source_fields: [`body.${one}`],
        min_doc_count: ARTICLES_WITH_TERM_MIN,
        ...measured,
      },
    },
  ]);
  return {
    ...Object.fromEntries(entities),
    sample: {
      // One of each group: copies of one text would make all of its words unusual.
      diversified_sampler: {
        field: 'duplicateGroup',
        shard_size: SAMPLED_ARTICLES,
        max_docs_per_value: 1,
        execution_hint: 'bytes_hash',
      },
      aggs: Object.fromEntries(terms),
    },
  };
}

/** All that is published in these languages. */
function backgroundOf({ filters, selections }: UnderstoodFilters): estypes.QueryDslQueryContainer {
  const language = selections.get('language')?.clause;
  return { bool: { filter: [...publishedClauses(filters), ...(language ? [language] : [])] } };
}

/** Entities that were searched for, by whatever part of the search. */
function searchedIn(
  { book }: EntityParts,
  { filters, text, entityIds = [] }: UnderstoodFilters,
): Set<string> {
  const { person = [], organization = [], place = [] } = filters;
  const ids = [...entityIds, ...(text?.entityIds ?? []), ...person, ...organization, ...place];
  return new Set(ids.map((id) => book.canonicalOf(id)));
}

/** What they are called: by people, by the index and in articles. */
async function namesOf(
  { index, book, names }: EntityParts,
  searched: ReadonlySet<string>,
): Promise<string[]> {
  const ids = [...searched].slice(0, SEARCHED_NAMED_MAX);
  const members = ids.flatMap((id) => book.membersOf(id)).slice(0, SEARCHED_NAMED_MAX);
  const [named, printed] = await Promise.all([names.of(ids), printedNames(index, members)]);
  return [
    ...[...named.values()].map(({ name }) => name),
    ...ids.flatMap((id) => book.namesAddedTo(id)),
    ...[...printed.values()].flat(),
  ];
}

async function entitiesIn(
  { book, names, snapshots }: SearchParts,
  understood: UnderstoodFilters,
  { aggregates, searched }: { aggregates: Aggregates; searched: ReadonlySet<string> },
  size: number,
): Promise<{ data: Significant['entities']; partial: boolean }> {
  const unusual = Object.keys(fieldOf)
    .flatMap((type) => aggregates[type as EntityType].buckets)
    .map((bucket) => ({ ...bucket, id: book.canonicalOf(bucket.key) }))
    .filter(({ id }) => !searched.has(id) && !book.isBlocked(id));
  const ids = [...new Set(unusual.map(({ id }) => id))];
  const queries = { articles: matching(understood), background: backgroundOf(understood) };
  const { counts, partial } = await countMerged(
    (body) => snapshots.searchLatest(body),
    book,
    ids,
    queries,
  );
  const { doc_count, bg_count } = aggregates.PERSON;
  const all = { articles: doc_count, background: bg_count };
  const best = new Map(
    unusual
      .map(({ id, doc_count: articles, bg_count: background, score }) => {
        const merged = counts.get(id);
        return merged === undefined
          ? { id, articles, background, score }
          : { id, ...merged, score: scoreOf(merged, all) };
      })
      .sort((one, other) => one.score - other.score)
      .map((one) => [one.id, one]),
  );
  const ranked = [...best.values()]
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, size);
  const named = await names.of(ranked.map(({ id }) => id));
  const data = ranked.flatMap(({ id, ...counted }) => {
    const known = named.get(id);
    // The search may have asked for its Wikidata id.
    if (known === undefined || searched.has(known.wikidata ?? id)) return [];
    return [{ id: known.id, type: known.type, name: known.name, ...counted }];
  });
  return { data, partial };
}

function termsIn(
  { filters, languages }: UnderstoodFilters,
  sample: Aggregates['sample'],
  names: readonly string[],
  size: number,
): Significant['terms'] {
  const typed = new Set(wordsOf([filters.q ?? '', filters.entity ?? '', ...names].join(' ')));
  return languages
    .flatMap((language) =>
      (sample[language]?.buckets ?? []).map((bucket) => ({ ...bucket, language })),
    )
    .filter(({ key }) => isWord.test(key) && !typed.has(key))
    .sort((one, other) => other.score - one.score)
    .slice(0, size)
    .map(({ key: term, language, doc_count: articles, bg_count: background, score }) => ({
      term,
      language,
      articles,
      background,
      score,
    }));
}

/** Numbers say little without what they count. */
const isWord = /^\p{L}.*\p{L}$/u;

/** As the analysis writes words: in small letters without accents. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** JLH, as Elasticsearch scores: how much larger the share is, times how many times as large. */
function scoreOf({ articles, background }: Shares, all: Shares): number {
  if (all.articles === 0 || all.background === 0 || background === 0) return 0;
  const share = articles / all.articles;
  const usual = background / all.background;
  return share <= usual ? 0 : (share - usual) * (share / usual);
}
