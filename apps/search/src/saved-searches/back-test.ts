import type { estypes } from '@elastic/elasticsearch';
import type { BackTest } from '@warta/contracts';
import { analyzedLanguages } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { CompiledSearch } from './compiled-search.ts';
import { quoteFields } from '../query-language/inner-quotes.ts';
import { sentenceFields } from '../search-articles/hit-sentences.ts';
import { hitFields } from '../search-articles/search-body.ts';
import type { HitSource } from '../search-articles/search-body.ts';
import { onlyLive } from '../search-articles/search-filters.ts';
import { highlightOfQuery } from '../search-articles/search-highlight.ts';
import { toHit } from '../search-articles/search-hits.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const SAMPLES = 5;

/** Stories are counted exactly up to here, above within a few per cent. */
const STORIES_EXACT_MAX = 40_000;

/** Of all articles: a search that finds more is rather a subscription to everything. */
const MUCH_SHARE = 0.1;

/** An alert every five minutes, day and night. */
const MUCH_PER_DAY = 288;

/** Below it, a week with its weekend is not even once in the figures. */
const SHORT_HISTORY_DAYS = 7;

/** A month's articles are counted, where a search only looks for the best. */
const COUNT_TIMEOUT_MS = 8_000;

type Clause = estypes.QueryDslQueryContainer;
interface DayBucket {
  readonly key_as_string: string;
  readonly doc_count: number;
  readonly stories: { readonly value: number };
}
interface Counted {
  readonly days: { readonly buckets: readonly DayBucket[] };
  readonly hours: { readonly buckets: readonly { key: number; doc_count: number }[] };
  readonly stories: { readonly value: number };
}
interface Volume {
  readonly days: { readonly buckets: readonly { key: number; doc_count: number }[] };
  readonly narrowed?: { readonly doc_count: number };
}

export interface BackTestOptions {
  readonly days: number;
  readonly nowMs: number;
  /** Whose days are counted. */
  readonly timeZone: string;
  /** The filters alone, when the search has words and filters. */
  readonly narrowed?: CompiledSearch | undefined;
}

/**
 * What a search would have found in the last days: hits, stories, when they came, and samples.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function backTest(
  index: ArticleIndex,
  search: CompiledSearch,
  { days, nowMs, timeZone, narrowed }: BackTestOptions,
): Promise<BackTest> {
  const fromMs = nowMs - days * DAY_MS;
  const pushed: Clause = {
    range: { 'submission.at': { gte: fromMs, lt: nowMs, format: 'epoch_millis' } },
  };
  const [found, volume] = await askIndex(index, 'trying a search on past articles', () =>
    Promise.all([
      ask(index, search, { pushed, timeZone, fromMs, nowMs }),
      askVolume(index, pushed, narrowed),
    ]),
  );
  const { hours, stories, days: perDay } = found.aggregations as unknown as Counted;
  const articles = totalOf(found);
  const activeDays = volume.aggregations?.days.buckets.filter(({ doc_count: n }) => n > 0) ?? [];
  const busiest = hours.buckets.reduce(
    (most, hour) => (hour.doc_count > most.doc_count ? hour : most),
    {
      key: 0,
      doc_count: 0,
    },
  );
  const figures = {
    articles,
    stories: Math.min(stories.value, articles),
    ofArticles: totalOf(volume),
    alertsPerDay: round(Math.min(stories.value, articles) / Math.max(1, activeDays.length)),
  };
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(nowMs).toISOString(),
    ...figures,
    storiesExact: stories.value <= STORIES_EXACT_MAX,
    days: perDay.buckets.map((day) => ({
      day: day.key_as_string,
      articles: day.doc_count,
      stories: Math.min(day.stories.value, day.doc_count),
    })),
    ...(busiest.doc_count > 0 && {
      busiestHour: { from: new Date(busiest.key).toISOString(), articles: busiest.doc_count },
    }),
    samples: found.hits.hits.map((hit) => toHit(hit, { searched: search.entityIds })),
    warnings: warningsOf(figures, {
      activeDays: activeDays.length,
      days,
      ofFilters: narrowed && volume.aggregations?.narrowed?.doc_count,
    }),
    partial: [found, volume].some((answer) => answer.timed_out || answer._shards.failed > 0),
  };
}

function ask(
  index: ArticleIndex,
  search: CompiledSearch,
  span: { pushed: Clause; timeZone: string; fromMs: number; nowMs: number },
) {
  const group = { field: 'duplicateGroup', precision_threshold: STORIES_EXACT_MAX };
  return index.client.search<HitSource>(
    {
      index: index.names.read,
      query: { bool: { filter: [span.pushed, search.clause(analyzedLanguages, true)] } },
      size: SAMPLES,
      sort: [{ 'submission.at': { order: 'desc' } }, { articleId: { order: 'asc' } }],
      collapse: { field: 'duplicateGroup' },
      _source: [...hitFields, ...sentenceFields, ...quoteFields],
      track_total_hits: true,
      ...(search.hasText && { highlight: highlightedBy(search) }),
      aggs: {
        stories: { cardinality: group },
        days: {
          date_histogram: {
            field: 'submission.at',
            calendar_interval: 'day',
            format: 'yyyy-MM-dd',
            time_zone: span.timeZone,
            min_doc_count: 0,
            extended_bounds: { min: span.fromMs, max: span.nowMs },
          },
          aggs: { stories: { cardinality: { field: 'duplicateGroup' } } },
        },
        hours: {
          date_histogram: { field: 'submission.at', fixed_interval: '1h', min_doc_count: 1 },
        },
      },
    },
    { requestTimeout: COUNT_TIMEOUT_MS },
  );
}

/** A filter has nothing to mark; the same query as one that scores has. */
function highlightedBy(search: CompiledSearch): estypes.SearchHighlight {
  return highlightOfQuery(search.clause(analyzedLanguages), analyzedLanguages);
}

/** All articles of that time, and those that the filters leave of them. */
function askVolume(index: ArticleIndex, pushed: Clause, narrowed: CompiledSearch | undefined) {
  return index.client.search<unknown, Volume>(
    {
      index: index.names.read,
      query: { bool: { filter: [onlyLive, pushed] } },
      size: 0,
      track_total_hits: true,
      aggs: {
        days: {
          date_histogram: {
            field: 'submission.at',
            fixed_interval: `${(24 * HOUR_MS) / 1_000}s`,
            min_doc_count: 1,
          },
        },
        ...(narrowed && { narrowed: { filter: narrowed.clause(analyzedLanguages) } }),
      },
    },
    { requestTimeout: COUNT_TIMEOUT_MS },
  );
}

type Figures = Pick<BackTest, 'articles' | 'stories' | 'ofArticles' | 'alertsPerDay'>;

/** What somebody should know before saving it. Pure. */
export function warningsOf(
  { articles, ofArticles, alertsPerDay }: Figures,
  history: { activeDays: number; days: number; ofFilters?: number | undefined },
): BackTest['warnings'] {
  const warnings: BackTest['warnings'] = [];
  const warn = (code: BackTest['warnings'][number]['code'], message: string) =>
    warnings.push({ code, message });
  if (ofArticles > 0 && articles === 0) {
    if (history.ofFilters === 0) {
      warn('filter-never-true', 'The filters alone leave no article: look at each of them.');
    } else {
      warn('matches-nothing', `None of ${ofArticles} articles matches. Is every word needed?`);
    }
  }
  const share = ofArticles === 0 ? 0 : articles / ofArticles;
  if (share > MUCH_SHARE || alertsPerDay > MUCH_PER_DAY) {
    const percent = Math.round(share * 100);
    warn(
      'matches-much',
      `It matches ${percent} % of all articles, ${Math.round(alertsPerDay)} alerts a day: narrow it, or take a digest.`,
    );
  }
  if (history.activeDays < Math.min(SHORT_HISTORY_DAYS, history.days)) {
    warn(
      'short-history',
      `Articles came on ${history.activeDays} of these ${history.days} days only: the figures may mislead.`,
    );
  }
  return warnings;
}

function totalOf({ hits: { total } }: estypes.SearchResponse<unknown, unknown>): number {
  return typeof total === 'object' ? total.value : (total ?? 0);
}

const round = (value: number) => Math.round(value * 10) / 10;
