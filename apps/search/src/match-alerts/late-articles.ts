import type { estypes } from '@elastic/elasticsearch';
import { analysisOf } from '../article-index/article-document.ts';
import type { ArticleDocument, LiveDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { onlyLive } from '../search-articles/search-filters.ts';
import type { LiveState } from './batch-states.ts';
import type { ClaimedSpan } from './missed-spans.store.postgres.ts';
import type { PassedOver } from './passed-over.store.postgres.ts';
import { OF_ONE_COPY } from './shown-progress.ts';

const heads = [
  'status',
  'articleId',
  'rev',
  'feed',
  'language',
  'duplicateGroup',
  'submission',
] as const satisfies readonly (keyof LiveDocument)[];
type Head = Pick<LiveDocument, (typeof heads)[number]>;
type AnyHead = Head | Pick<Exclude<ArticleDocument, LiveDocument>, 'status' | 'rev'>;

/** Articles of a span after its cursor, the oldest first. @throws TransientError */
export async function articlesOfSpan(
  index: ArticleIndex,
  { fromMs, toMs, cursor }: ClaimedSpan,
  count: number,
): Promise<LiveState[]> {
  const range = { gte: new Date(fromMs).toISOString(), lte: new Date(toMs).toISOString() };
  const found = await headsOf(index, {
    query: { bool: { filter: [onlyLive, { range: { 'submission.at': range } }] } },
    sort: [{ 'submission.at': 'asc' }, { articleId: 'asc' }],
    ...(cursor && { search_after: [cursor.atMs, cursor.articleId] }),
    size: count,
  });
  return found.filter(isLive).map(stateOf);
}

/** Some of the index's own time is between what arrived and what it shows. */
export class NotShownYetError extends Error {
  override readonly name = 'NotShownYetError';
}

/**
 * The article as it is now; undefined when it may not be shown any more.
 * @throws NotShownYetError when the index does not have it, or an older state of it.
 * @throws TransientError
 */
export async function articlePassedOver(
  index: ArticleIndex,
  { articleId, rev, newsAtMs, arrivedAtMs }: PassedOver,
): Promise<LiveState | undefined> {
  const query = { ids: { values: [articleId] } };
  const [head] = await headsOf(index, { query, size: 1 });
  if (head === undefined || head.rev < rev) {
    throw new NotShownYetError(`The index does not show revision ${rev} of it yet.`);
  }
  return isLive(head) ? { ...stateOf(head), newsAtMs, arrivedAtMs } : undefined;
}

const isLive = (head: AnyHead): head is Head => head.status === 'live';

async function headsOf(index: ArticleIndex, body: estypes.SearchRequest): Promise<AnyHead[]> {
  const { hits } = await askIndex(index, 'reading articles that alerts missed', () =>
    index.client.search<AnyHead>({
      ...body,
      ...OF_ONE_COPY,
      index: index.names.read,
      track_total_hits: false,
      allow_partial_search_results: false,
      _source: [...heads],
    }),
  );
  return hits.hits.flatMap(({ _source: head }) => head ?? []);
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
