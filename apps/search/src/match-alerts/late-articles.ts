import type { estypes } from '@elastic/elasticsearch';
import { analysisOf } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { onlyLive } from '../search-articles/search-filters.ts';
import type { LiveState } from './batch-states.ts';
import type { ClaimedSpan } from './missed-spans.store.postgres.ts';
import type { PassedOver } from './passed-over.store.postgres.ts';

const heads = [
  'articleId',
  'rev',
  'feed',
  'language',
  'duplicateGroup',
  'submission',
] as const satisfies readonly (keyof LiveDocument)[];
type Head = Pick<LiveDocument, (typeof heads)[number]>;

/** Articles of a span after its cursor, the oldest first. @throws TransientError */
export async function articlesOfSpan(
  index: ArticleIndex,
  { fromMs, toMs, cursor }: ClaimedSpan,
  count: number,
): Promise<LiveState[]> {
  const range = { gte: new Date(fromMs).toISOString(), lte: new Date(toMs).toISOString() };
  return read(index, {
    query: { bool: { filter: [onlyLive, { range: { 'submission.at': range } }] } },
    sort: [{ 'submission.at': 'asc' }, { articleId: 'asc' }],
    ...(cursor && { search_after: [cursor.atMs, cursor.articleId] }),
    size: count,
  });
}

/** The article as it is now; undefined when it is not shown any more. @throws TransientError */
export async function articlePassedOver(
  index: ArticleIndex,
  { articleId, newsAtMs }: PassedOver,
): Promise<LiveState | undefined> {
  const query = { bool: { filter: [onlyLive, { ids: { values: [articleId] } }] } };
  const [article] = await read(index, { query, size: 1 });
  return article && { ...article, newsAtMs };
}

async function read(index: ArticleIndex, body: estypes.SearchRequest): Promise<LiveState[]> {
  const { hits } = await askIndex(index, 'reading articles that alerts missed', () =>
    index.client.search<Head>({
      ...body,
      index: index.names.read,
      track_total_hits: false,
      allow_partial_search_results: false,
      _source: [...heads],
    }),
  );
  return hits.hits.flatMap(({ _source: head }) => (head ? [stateOf(head)] : []));
}

function stateOf({ articleId, rev, feed, language, duplicateGroup, submission }: Head): LiveState {
  const arrivedAtMs = Date.parse(submission?.at ?? '') || 0;
  return {
    articleId,
    rev,
    feed,
    group: duplicateGroup ?? articleId,
    language,
    analysis: analysisOf(language),
    newsAtMs: arrivedAtMs,
    arrivedAtMs,
  };
}
