import type { estypes } from '@elastic/elasticsearch';
import type { ArticleHit, SearchAnswer, SearchArticles } from '@warta/contracts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { textOf } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readCursor, searchDigest, writeCursor } from './cursor.ts';
import type { SortValues } from './cursor.ts';
import { entityIds } from './entity-ids.ts';
import type { hitFields } from './search-query.ts';
import { searchBody, sortKindOf } from './search-query.ts';
import { countWords, readSearchWords, SEARCH_WORDS_MAX } from './search-words.ts';
import type { SearchWords } from './search-words.ts';

/** What a hit carries of its document. */
type HitSource = Pick<LiveDocument, (typeof hitFields)[number]>;

/** A search that cannot be answered as it was asked; the message says what to change. */
export class InvalidSearchError extends Error {
  override readonly name = 'InvalidSearchError';
  /** The query parameter at fault. */
  readonly parameter: keyof SearchArticles;

  constructor(parameter: keyof SearchArticles, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

/**
 * One page of the articles that match, from the index as it was last refreshed.
 * @throws InvalidSearchError, InvalidCursorError, or TransientError when Elasticsearch cannot
 * answer.
 */
export async function searchArticles(
  index: ArticleIndex,
  request: SearchArticles,
): Promise<SearchAnswer> {
  const words = wordsOf(request);
  const after = readCursor(request, sortKindOf(request, words));
  return askIndex(index, 'searching articles', async () => {
    const entities =
      request.entity === undefined ? undefined : await entityIds(index, request.entity);
    const found = await index.client.search<HitSource>({
      index: index.names.read,
      // Copies of a shard score a little differently: the pages of a search come from one of them.
      preference: searchDigest(request),
      // Half an answer that says so is better than none.
      allow_partial_search_results: true,
      ...searchBody({ request, words, entityIds: entities?.ids, after }),
    });
    const answer = toAnswer(request, found);
    return entities?.isComplete === false ? { ...answer, partial: true } : answer;
  });
}

function wordsOf(request: SearchArticles): SearchWords {
  const words = readSearchWords(request.q ?? '');
  const count = countWords(words);
  if (request.q !== undefined && count === 0) {
    throw new InvalidSearchError('q', 'must have at least one letter or digit');
  }
  if (count > SEARCH_WORDS_MAX) {
    throw new InvalidSearchError('q', `must have at most ${SEARCH_WORDS_MAX} words, has ${count}`);
  }
  return words;
}

function toAnswer(request: SearchArticles, found: estypes.SearchResponse<HitSource>): SearchAnswer {
  const page = found.hits.hits.slice(0, request.size);
  const last = page.at(-1);
  const isMore = found.hits.hits.length > page.length;
  const total = found.hits.total;
  return {
    data: page.map(toHit),
    total:
      typeof total === 'object'
        ? { value: total.value, relation: total.relation }
        : { value: total ?? page.length, relation: 'gte' },
    ...(isMore && last !== undefined && { next: writeCursor(request, last.sort as SortValues) }),
    partial: found.timed_out || found._shards.failed > 0,
  };
}

function toHit(hit: estypes.SearchHit<HitSource>): ArticleHit {
  const source = hit._source as HitSource;
  const title = highlightsOf(hit, 'title');
  const body = highlightsOf(hit, 'body');
  return {
    id: source.articleId,
    feed: source.feed,
    sourceId: source.sourceId,
    url: source.url,
    title: textOf(source.title),
    byline: source.byline,
    section: source.section,
    language: source.language,
    publishedAt: source.publishedAt,
    updatedAt: source.updatedAt,
    rev: source.rev,
    revision: source.revision,
    duplicateOf: source.duplicateOf,
    score: hit._score ?? null,
    highlights: { ...(title && { title }), ...(body && { body }) },
    entities: source.entities,
  };
}

/** An article has its text in the field of one language. */
function highlightsOf(hit: estypes.SearchHit<unknown>, name: string): string[] | undefined {
  const found = Object.entries(hit.highlight ?? {}).find(([field]) => field.startsWith(`${name}.`));
  return found?.[1];
}
