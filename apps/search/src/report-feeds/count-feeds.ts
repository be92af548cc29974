import { FEEDS_REPORTED_MAX } from '@warta/contracts';
import type { FeedReport } from '@warta/contracts';
import type { estypes } from '@elastic/elasticsearch';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { HOUR_MS, LEARNT_HOURS } from './feed-rhythm.ts';
import type { HourlyCount } from './feed-rhythm.ts';

const DAY_MS = 24 * HOUR_MS;

/**
 * Feeds whose hours are asked for at once: with 672 hours each they stay below the 65,536 buckets
 * that Elasticsearch puts into one answer.
 */
const FEEDS_LEARNT_AT_ONCE = 64;

type Articles = FeedReport['articles'];
type Counts = Articles['all'];

/** What the index says of one feed. */
export interface FeedCounts {
  readonly feed: string;
  readonly articles: Articles;
  /** The last push that brought something new and is shown or waits for the end of its embargo. */
  readonly lastNewsMs?: number;
}

const statuses = ['live', 'held', 'withheld', 'canceled'] as const satisfies (keyof Counts)[];

/**
 * Articles whose state a push of the feed has made. A takedown or a restore may be an admin's, and a
 * feed that is dead is not heard again by these. The index does not tell a restore from a withheld
 * version.
 */
const isNews = { terms: { status: ['live', 'held'] } } satisfies estypes.QueryDslQueryContainer;

interface Buckets<Bucket> {
  readonly buckets: readonly Bucket[];
  readonly sum_other_doc_count?: number;
}
type ByStatus = Buckets<{ key: keyof Counts; doc_count: number }>;
interface FeedBucket {
  readonly key: string;
  readonly all: ByStatus;
  readonly day: { readonly byStatus: ByStatus };
  readonly week: { readonly byStatus: ByStatus };
  readonly news: { readonly last: { readonly value: number | null } };
}

/**
 * Articles per feed and status, from the index as it was last refreshed; of one feed, or of the
 * `FEEDS_REPORTED_MAX` with the most. By time they are counted from the push that made their state.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function countFeeds(
  index: ArticleIndex,
  nowMs: number,
  feed?: string,
): Promise<{ feeds: FeedCounts[]; isComplete: boolean }> {
  const byStatus = { terms: { field: 'status', size: statuses.length } };
  const since = (ms: number): estypes.AggregationsAggregationContainer => ({
    filter: { range: { 'submission.at': { gt: nowMs - ms, format: 'epoch_millis' } } },
    aggs: { byStatus },
  });
  const found = await aggregate<Buckets<FeedBucket>>(index, 'counting articles of feeds', {
    query: feed === undefined ? { exists: { field: 'feed' } } : { term: { feed } },
    aggs: {
      feeds: {
        terms: { field: 'feed', size: FEEDS_REPORTED_MAX },
        aggs: {
          all: byStatus,
          day: since(DAY_MS),
          week: since(7 * DAY_MS),
          news: { filter: isNews, aggs: { last: { max: { field: 'submission.at' } } } },
        },
      },
    },
  });
  return {
    feeds: found.buckets.map(({ key, all, day, week, news }) => ({
      feed: key,
      articles: {
        last24Hours: countsOf(day.byStatus),
        last7Days: countsOf(week.byStatus),
        all: countsOf(all),
      },
      ...(news.last.value !== null && { lastNewsMs: news.last.value }),
    })),
    isComplete: (found.sum_other_doc_count ?? 0) === 0,
  };
}

/**
 * In which hours feeds pushed something new, in the weeks up to the last news of each: what a rhythm
 * is learnt from. An article counts in the hour of the push that made its state; a push that repeats
 * what is there leaves no trace in the index and counts nowhere.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function countHours(
  index: ArticleIndex,
  feeds: readonly FeedCounts[],
): Promise<Map<string, HourlyCount[]>> {
  const hours = new Map<string, HourlyCount[]>();
  const pushed = feeds.filter(({ lastNewsMs }) => lastNewsMs !== undefined);
  for (let at = 0; at < pushed.length; at += FEEDS_LEARNT_AT_ONCE) {
    const some = pushed.slice(at, at + FEEDS_LEARNT_AT_ONCE);
    const found = await aggregate<
      Buckets<{ key: string; hours: Buckets<{ key: number; doc_count: number }> }>
    >(index, 'counting the hours of feeds', {
      query: { bool: { filter: { bool: { should: some.map(lastWeeksOf) } } } },
      aggs: {
        feeds: {
          terms: { field: 'feed', size: FEEDS_LEARNT_AT_ONCE },
          aggs: {
            hours: {
              date_histogram: { field: 'submission.at', fixed_interval: '1h', min_doc_count: 1 },
            },
          },
        },
      },
    });
    for (const bucket of found.buckets) {
      const counted = bucket.hours.buckets.map(({ key, doc_count: pushes }) => ({
        hour: key / HOUR_MS,
        pushes,
      }));
      hours.set(bucket.key, counted);
    }
  }
  return hours;
}

function lastWeeksOf({ feed, lastNewsMs = 0 }: FeedCounts): estypes.QueryDslQueryContainer {
  const gt = lastNewsMs - LEARNT_HOURS * HOUR_MS;
  const range = { 'submission.at': { gt, lte: lastNewsMs, format: 'epoch_millis' } };
  return { bool: { filter: [{ term: { feed } }, isNews, { range }] } };
}

/** The answer under `feeds`, whole or not at all: half a count would be taken for a silence. */
async function aggregate<Answer>(
  index: ArticleIndex,
  doing: string,
  body: estypes.SearchRequest,
): Promise<Answer> {
  return askIndex(index, doing, async () => {
    const { aggregations } = await index.client.search<unknown, { feeds: Answer }>({
      index: index.names.read,
      size: 0,
      track_total_hits: false,
      allow_partial_search_results: false,
      ...body,
    });
    if (aggregations === undefined) throw new Error(`${doing}: the answer lacks the counts`);
    return aggregations.feeds;
  });
}

function countsOf({ buckets }: ByStatus): Counts {
  const counts: Counts = { live: 0, held: 0, withheld: 0, canceled: 0 };
  for (const { key, doc_count: count } of buckets) counts[key] = count;
  return counts;
}
