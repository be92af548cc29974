import type { LiveState } from './batch-states.ts';

/** Pushes that arrived one after the other, without a long pause between. */
export interface ArrivalSpan {
  readonly fromMs: number;
  /** Inclusive. */
  readonly toMs: number;
  readonly pushes: number;
}

/**
 * Articles come in the order of their pushes but for embargoes that end and dead letters that are sent
 * back: those lie days before, and what is between was not missed.
 */
export const SPAN_GAP_MS = 5 * 60_000;

/** When these articles were pushed, as few spans. Pure. */
export function arrivalSpans(articles: readonly Pick<LiveState, 'arrivedAtMs'>[]): ArrivalSpan[] {
  const spans: ArrivalSpan[] = [];
  for (const at of articles.map(({ arrivedAtMs }) => arrivedAtMs).sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && at - last.toMs <= SPAN_GAP_MS) {
      spans.splice(-1, 1, { fromMs: last.fromMs, toMs: at, pushes: last.pushes + 1 });
    } else {
      spans.push({ fromMs: at, toMs: at, pushes: 1 });
    }
  }
  return spans;
}
