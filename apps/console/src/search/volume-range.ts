import type { Attention } from '../api/answers.ts';

type Bucket = Attention['data'][number];
type Interval = Attention['interval'];

/** A stretch of time as a search has it: `to` is the first moment that is no more in it. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** Of the address: how the chart is drawn. */
export const chartChoices = ['chart'] as const;

const HOUR_MS = 3_600_000;
const lengthMs: Record<Interval, number> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 31 * 24 * HOUR_MS,
};

/**
 * The whole buckets that a stretch touches, so that what is chosen on a chart is what its bars
 * count. Nothing when it touches none.
 */
export function rangeOfBuckets(
  buckets: readonly Bucket[],
  interval: Interval,
  fromMs: number,
  toMs: number,
): TimeRange | undefined {
  const touched = buckets.flatMap(({ from }, index) => {
    const start = Date.parse(from);
    const next = buckets[index + 1];
    const end = next === undefined ? endOf(from, interval) : Date.parse(next.from);
    return start < toMs && end > fromMs ? [{ from, end }] : [];
  });
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: new Date(last.end).toISOString().replace('.000Z', 'Z') };
}

/** The end of a bucket that none follows. Months by the calendar, of the zone of the bucket or near it. */
function endOf(from: string, interval: Interval): number {
  const start = Date.parse(from);
  if (interval !== 'month') return start + lengthMs[interval];
  // A month of a zone east of Greenwich begins on the last day of the month before, in UTC.
  const middle = new Date(start + 15 * lengthMs.day);
  const daysOfMonth = new Date(
    Date.UTC(middle.getUTCFullYear(), middle.getUTCMonth() + 1, 0),
  ).getUTCDate();
  return start + daysOfMonth * lengthMs.day;
}
