import type { estypes } from '@elastic/elasticsearch';
import type { AskAttention, Attention, AttentionInterval } from '@warta/contracts';
import { isIncomplete } from '../search-articles/judge-hits.ts';
import { SEARCH_TIMEOUT } from '../search-articles/search-body.ts';
import {
  isDay,
  matching,
  momentOf,
  understandFilters,
  volume,
} from '../search-articles/search-filters.ts';
import type { UnderstoodFilters } from '../search-articles/search-filters.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { attentionRange } from './attention-range.ts';
import type { AttentionRange } from './attention-range.ts';

type Aggregation = estypes.AggregationsAggregationContainer;

/** What Elasticsearch's date math calls them. */
const unitOf: Readonly<Record<AttentionInterval, string>> = {
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'M',
};

/** The first is written, with the time zone's offset; all are read. */
const BUCKET_FORMAT = "yyyy-MM-dd'T'HH:mm:ssXXX||strict_date_optional_time||epoch_millis";

interface Counted {
  readonly doc_count: number;
}
interface Bounds {
  readonly oldest: { readonly value: number | null };
  readonly newest: { readonly value: number | null };
}
interface Buckets {
  readonly within: {
    readonly buckets: {
      readonly buckets: readonly (Counted & { key_as_string: string; matching: Counted })[];
    };
  };
  readonly before?: { readonly matching: Counted };
  readonly after?: { readonly matching: Counted };
}

/**
 * How many articles match over time, and of how many: all those of the same feeds and languages. So
 * a day on which more is published does not look like a day on which more is said about it.
 * @throws InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function readAttention(
  present: SearchParts,
  request: AskAttention,
): Promise<Attention> {
  const { interval, ...filters } = request;
  const timeZone = filters.timeZone ?? 'UTC';
  const parts = present.at(filters.asOf);
  const understood = await understandFilters(parts, filters);
  const bounds = await ask<Bounds>(parts, boundsBody(understood));
  const range = attentionRange({
    interval,
    fromMs: filters.from === undefined ? undefined : momentOf(filters.from, timeZone),
    toMs: filters.to === undefined ? undefined : momentOf(filters.to, timeZone),
    oldestMs: bounds.found.oldest.value ?? undefined,
    newestMs: bounds.found.newest.value ?? undefined,
    nowMs: Date.now(),
  });
  const isPartial = bounds.isPartial || !understood.isComplete;
  if (range === undefined) return nothing(interval ?? 'day', timeZone, isPartial);
  const counted = await ask<Buckets>(parts, bucketsBody(understood, range, timeZone));
  const { within, before, after } = counted.found;
  const data = within.buckets.buckets.map((bucket) => ({
    from: bucket.key_as_string,
    ...shareOf(bucket.matching.doc_count, bucket.doc_count),
  }));
  return {
    interval: range.interval,
    timeZone,
    data,
    overall: shareOf(sumOf(data, 'articles'), sumOf(data, 'total')),
    before: before?.matching.doc_count ?? 0,
    after: after?.matching.doc_count ?? 0,
    partial: isPartial || counted.isPartial,
  };
}

function boundsBody(understood: UnderstoodFilters): estypes.SearchRequest {
  return {
    query: matching(understood),
    aggs: { oldest: { min: { field: 'datedAt' } }, newest: { max: { field: 'datedAt' } } },
  };
}

/**
 * Buckets are whole where the request does not cut them: a first one that began with the first match
 * would have nothing but matches.
 */
function bucketsBody(
  understood: UnderstoodFilters,
  { interval, firstMs, lastMs }: AttentionRange,
  timeZone: string,
): estypes.SearchRequest {
  const { from, to } = understood.filters;
  const bounds = {
    min: from === undefined || !isDay(from) ? firstMs : from,
    // Up to and without: the second before is in the last bucket.
    max: to === undefined || !isDay(to) ? lastMs : `${to}||-1s`,
  };
  const counted = { matching: { filter: matching(understood) } };
  const unit = unitOf[interval];
  const inRange = (range: object) => ({
    range: { datedAt: { ...range, format: 'epoch_millis', time_zone: timeZone } },
  });
  const first = `${firstMs}||/${unit}`;
  const end = `${lastMs}||+1${unit}/${unit}`;
  const within = [
    ...(from === undefined ? [inRange({ gte: first })] : []),
    ...(to === undefined ? [inRange({ lt: end })] : []),
  ];
  const buckets: Aggregation = {
    date_histogram: {
      field: 'datedAt',
      calendar_interval: interval,
      time_zone: timeZone,
      format: BUCKET_FORMAT,
      min_doc_count: 0,
      extended_bounds: bounds,
    } as estypes.AggregationsDateHistogramAggregation,
    aggs: counted,
  };
  return {
    query: volume(understood),
    aggs: {
      within: { filter: { bool: { filter: within } }, aggs: { buckets } },
      ...(from === undefined && { before: { filter: inRange({ lt: first }), aggs: counted } }),
      ...(to === undefined && { after: { filter: inRange({ gte: end }), aggs: counted } }),
    },
  };
}

async function ask<Aggregations>({ snapshots }: SearchParts, body: estypes.SearchRequest) {
  const found = await snapshots.searchLatest({
    size: 0,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
    ...body,
  });
  return { found: found.aggregations as Aggregations, isPartial: isIncomplete(found) };
}

function nothing(interval: AttentionInterval, timeZone: string, partial: boolean): Attention {
  const overall = { articles: 0, total: 0, share: 0 };
  return { interval, timeZone, data: [], overall, before: 0, after: 0, partial };
}

function shareOf(articles: number, total: number) {
  return { articles, total, share: total === 0 ? 0 : articles / total };
}

function sumOf(data: Attention['data'], name: 'articles' | 'total'): number {
  return data.reduce((sum, bucket) => sum + bucket[name], 0);
}
