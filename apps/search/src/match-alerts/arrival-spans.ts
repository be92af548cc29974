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

/** So that a span that lapses takes little with it that is still young enough. */
export const SPAN_MS_MAX = 24 * 3_600_000;

/**
 * When these articles were pushed, as few spans. Those that were under embargo may have been pushed
 * before the search was saved, and what lies around them with it: each moment is a span of its own. Pure.
 */
export function arrivalSpans(
  articles: readonly Pick<LiveState, 'arrivedAtMs' | 'newsAtMs'>[],
): ArrivalSpan[] {
  const isEmbargoed = ({ arrivedAtMs, newsAtMs }: (typeof articles)[number]) =>
    newsAtMs > arrivedAtMs;
  return [
    ...spansOf(
      articles.filter((one) => !isEmbargoed(one)),
      SPAN_GAP_MS,
    ),
    ...spansOf(articles.filter(isEmbargoed), 0),
  ].sort((a, b) => a.fromMs - b.fromMs);
}

function spansOf(
  articles: readonly Pick<LiveState, 'arrivedAtMs'>[],
  gapMs: number,
): ArrivalSpan[] {
  const spans: ArrivalSpan[] = [];
  for (const at of articles.map(({ arrivedAtMs }) => arrivedAtMs).sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && at - last.toMs <= gapMs && at - last.fromMs <= SPAN_MS_MAX) {
      spans.splice(-1, 1, { fromMs: last.fromMs, toMs: at, pushes: last.pushes + 1 });
    } else {
      spans.push({ fromMs: at, toMs: at, pushes: 1 });
    }
  }
  return spans;
}
