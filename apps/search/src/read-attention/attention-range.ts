import { ATTENTION_BUCKETS_MAX } from '@warta/contracts';
import type { AttentionInterval } from '@warta/contracts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a bucket is, at least: what a number of them is estimated by. */
const lengthMs: Readonly<Record<AttentionInterval, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 28 * DAY_MS,
};

/** As many points as a chart shows on a small screen. */
const READABLE_BUCKETS = 120;

/** Articles that say they are of a later day than tomorrow are wrong about it. */
const FUTURE_MS = DAY_MS;

export interface AttentionRange {
  readonly interval: AttentionInterval;
  /** A moment in the first bucket, and one in the last; within a day where the request names days. */
  readonly firstMs: number;
  readonly lastMs: number;
}

/** What is known of the time that is asked about. */
export interface AskedTime {
  readonly interval?: AttentionInterval | undefined;
  /** From the request. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** When the first and the last matching article were published; absent when none matches. */
  readonly oldestMs?: number | undefined;
  readonly newestMs?: number | undefined;
  readonly nowMs: number;
}

/**
 * Which buckets to show: from `from`, else the oldest article, to `to`, else the newest. Without
 * `from` never more than the limit, with the latest of them. Undefined when there is nothing to show.
 * @throws InvalidSearchError when the request itself asks for more buckets than there may be.
 */
export function attentionRange(asked: AskedTime): AttentionRange | undefined {
  const { fromMs, toMs, oldestMs, newestMs, nowMs } = asked;
  const lastMs = toMs === undefined ? latestOf(newestMs, nowMs) : toMs - 1;
  const begins = fromMs ?? oldestMs;
  if (lastMs === undefined || begins === undefined || begins > lastMs) return undefined;
  const interval = asked.interval ?? readable(lastMs - begins);
  const spanMaxMs = (ATTENTION_BUCKETS_MAX - 1) * lengthMs[interval];
  if (fromMs === undefined) {
    return { interval, firstMs: Math.max(begins, lastMs - spanMaxMs), lastMs };
  }
  if (lastMs - fromMs > spanMaxMs) {
    throw new InvalidSearchError(
      'interval',
      `makes more than ${ATTENTION_BUCKETS_MAX} points of this time: use ${readable(lastMs - fromMs)}, or a shorter time`,
    );
  }
  return { interval, firstMs: fromMs, lastMs };
}

function latestOf(newestMs: number | undefined, nowMs: number): number | undefined {
  return newestMs === undefined ? undefined : Math.min(newestMs, nowMs + FUTURE_MS);
}

/** The finest that makes a readable chart; of very long times the coarsest there is. */
function readable(spanMs: number): AttentionInterval {
  const intervals = ['hour', 'day', 'week'] as const;
  return intervals.find((one) => spanMs <= READABLE_BUCKETS * lengthMs[one]) ?? 'month';
}
