import type { estypes } from '@elastic/elasticsearch';
import { ENTITY_ASKED_LENGTH_MAX } from '@warta/contracts';
import type { EntityList, FindEntities } from '@warta/contracts';
import { isWhole, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { entityIdOfKey, foldName } from '../article-index/fold-name.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { Entities } from '../entity-book/entities.ts';
import { queryFaults } from '../query-language/query-faults.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { literalPattern } from '../entity-book/literal-pattern.ts';

/** Names that are looked at; a beginning of one letter has more, of which the rarest are left out. */
const NAMES_MAX = 200;

/** The newest articles that are looked through for names with the words in another order. */
const ARTICLES_MAX = 100;

/**
 * Articles in which names are counted to find out which are the most frequent: a fraction of a second.
 * Only the beginning of a name is in more, and then the frequent ones are in enough of a sample.
 */
const COUNTED_MAX = 100_000;
const SEED = 1;

/** While somebody types; then what there is so far is the answer. */
const TIMEOUT = '1s';

interface Candidate {
  readonly id: string;
  readonly matched: string;
  readonly articles: number;
}

/**
 * Entities by the beginning of any of their names, or by words of one in any order, the last one
 * perhaps unfinished: those in the most articles first. Names people added count, blocked entities
 * and names taken away do not.
 * @param countedMax where more articles have such names, a sample of so many tells the frequent ones.
 * @throws InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function suggestEntities(
  entities: Entities,
  { q, type, size }: FindEntities,
  countedMax = COUNTED_MAX,
): Promise<EntityList> {
  const folded = foldName(q);
  if (!/[\p{L}\p{N}]/u.test(folded)) {
    throw new InvalidSearchError('q', queryFaults.nothingToFind());
  }
  // Folded it may be longer; nothing is called so, and a pattern of it would be refused.
  if (folded.length > ENTITY_ASKED_LENGTH_MAX) return { data: [], partial: false };
  const { candidates, partial } = await candidatesFor(entities, folded, countedMax);
  const named = await entities.names.of(candidates.map(({ id }) => id));
  const fitting = candidates
    .flatMap(({ id, matched }) => {
      const found = named.get(id);
      return found === undefined ? [] : [{ ...found, matched }];
    })
    .filter((found) => type === undefined || found.type === type)
    .slice(0, 2 * size);
  const counted = await countArticles(
    entities,
    fitting.map(({ id }) => id),
  );
  const data = fitting
    .map(({ id, type: kind, name, wikidata, matched }, nth) => ({
      id,
      type: kind,
      name,
      wikidata,
      articles: counted.counts[nth] ?? 0,
      matched,
    }))
    .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
    .slice(0, size);
  return { data, partial: partial || counted.partial };
}

/** How many live articles mention each of these, under any id that is it now. */
export async function countArticles(
  { index, book }: Entities,
  ids: readonly string[],
): Promise<{ counts: number[]; partial: boolean }> {
  if (ids.length === 0) return { counts: [], partial: false };
  const filters = Object.fromEntries(
    ids.map((id, nth) => [nth, { terms: { entityIds: [...book.membersOf(id)] } }]),
  );
  const found = await askIndex(index, 'counting articles of entities', () =>
    index.client.search<unknown, { counts: { buckets: Record<string, { doc_count: number }> } }>({
      index: index.names.read,
      size: 0,
      track_total_hits: false,
      timeout: TIMEOUT,
      aggs: { counts: { filters: { filters } } },
    }),
  );
  const buckets = found.aggregations?.counts.buckets;
  const counts = ids.map((_, nth) => buckets?.[nth]?.doc_count ?? 0);
  return { counts, partial: !isWhole(found) };
}

async function candidatesFor({ index, book }: Entities, folded: string, countedMax: number) {
  const found = await searchNames(index, folded, countedMax);
  const words = folded.split(' ');
  const best = new Map<string, Candidate>();
  const offer = (id: string, matched: string, articles: number) => {
    if (book.isBlocked(id) || book.isNotCalled(id, matched)) return;
    const canonical = book.canonicalOf(id);
    const known = best.get(canonical);
    if (known !== undefined && known.articles >= articles) return;
    best.set(canonical, { id: canonical, matched, articles });
  };
  for (const { key, doc_count: articles } of found.buckets) {
    offer(entityIdOfKey(key), nameOf(key), articles);
  }
  const seen = new Map<string, number>();
  for (const { fields } of found.hits) {
    for (const key of (fields?.['entityNames'] ?? []) as string[]) {
      if (hasWords(nameOf(key), words)) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  for (const [key, articles] of seen) offer(entityIdOfKey(key), nameOf(key), articles);
  offerAdded(book, folded, words, offer);
  const candidates = [...best.values()]
    .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
    .slice(0, NAMES_MAX);
  return { candidates, partial: found.isPartial };
}

function offerAdded(
  book: EntityBook,
  folded: string,
  words: readonly string[],
  offer: (id: string, matched: string, articles: number) => void,
): void {
  for (const [name, ids] of book.addedNames()) {
    if (!name.startsWith(folded) && !hasWords(name, words)) continue;
    for (const id of ids) offer(id, name, 0);
  }
}

/** The newest articles with such names, then how many have which of them. */
async function searchNames(index: ArticleIndex, folded: string, countedMax: number) {
  const query: estypes.QueryDslQueryContainer = {
    bool: {
      filter: {
        bool: {
          should: [
            { prefix: { entityNames: { value: folded } } },
            { match_bool_prefix: { names: { query: folded, operator: 'and' } } },
          ],
        },
      },
    },
  };
  const about = { index: index.names.read, query, timeout: TIMEOUT };
  return askIndex(index, 'finding entities by name', async () => {
    const newest = await index.client.search({
      ...about,
      sort: [{ datedAt: { order: 'desc' } }],
      size: ARTICLES_MAX,
      _source: false,
      docvalue_fields: ['entityNames'],
      track_total_hits: true,
    });
    const articles = totalOf(newest);
    const counted = await index.client.search<unknown, Names>({
      ...about,
      size: 0,
      track_total_hits: false,
      aggs: {
        sample: { ...sampleOf(articles, countedMax), aggs: { names: namesBeginning(folded) } },
      },
    });
    const isPartial = ![newest, counted].every(isWhole);
    const buckets = counted.aggregations?.sample.names.buckets ?? [];
    return { hits: newest.hits.hits, buckets, isPartial };
  });
}

interface Names {
  sample: { names: { buckets: readonly { key: string; doc_count: number }[] } };
}

function namesBeginning(folded: string): estypes.AggregationsAggregationContainer {
  const include = `${literalPattern(folded)}.*`;
  return { terms: { field: 'entityNames', include, size: NAMES_MAX } };
}

/** Every so-and-so-manieth article, the same ones each time; Elasticsearch scales the counts up. */
function sampleOf(articles: number, countedMax: number): estypes.AggregationsAggregationContainer {
  return articles <= countedMax
    ? { filter: { match_all: {} } }
    : { random_sampler: { probability: Math.min(0.5, countedMax / articles), seed: SEED } };
}

/** Each word is one of the name's; of the last one the beginning is enough. */
function hasWords(name: string, words: readonly string[]): boolean {
  const of = name.split(' ');
  return words.every((word, nth) =>
    nth === words.length - 1 ? of.some((one) => one.startsWith(word)) : of.includes(word),
  );
}

const nameOf = (key: string) => key.slice(0, key.lastIndexOf('|'));
