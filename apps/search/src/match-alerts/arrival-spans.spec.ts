import { arrivalSpans, SPAN_GAP_MS, SPAN_MS_MAX } from './arrival-spans.ts';

const pushedAt = (times: readonly number[]) =>
  times.map((at) => ({ arrivedAtMs: at, newsAtMs: at }));

describe('spans of arrivals', () => {
  it('hold every article and nothing of a long pause between two', () => {
    const times = [9 * SPAN_GAP_MS, 0, SPAN_GAP_MS, 9 * SPAN_GAP_MS + 1];
    expect(arrivalSpans(pushedAt(times))).toEqual([
      { fromMs: 0, toMs: SPAN_GAP_MS, pushes: 2 },
      { fromMs: 9 * SPAN_GAP_MS, toMs: 9 * SPAN_GAP_MS + 1, pushes: 2 },
    ]);
    expect(arrivalSpans([])).toEqual([]);
  });

  it('hold nothing else around an article that was under embargo', () => {
    const embargoed = [2, 2, 3].map((at) => ({ arrivedAtMs: at, newsAtMs: SPAN_GAP_MS }));
    expect(arrivalSpans([...embargoed, ...pushedAt([1, 4])])).toEqual([
      { fromMs: 1, toMs: 4, pushes: 2 },
      { fromMs: 2, toMs: 2, pushes: 2 },
      { fromMs: 3, toMs: 3, pushes: 1 },
    ]);
  });

  it('are no longer than a day, however many articles there are', () => {
    const times = Array.from({ length: 1_000 }, (_, at) => at * SPAN_GAP_MS);
    const spans = arrivalSpans(pushedAt(times));
    expect(spans.every(({ fromMs, toMs }) => toMs - fromMs <= SPAN_MS_MAX)).toBe(true);
    expect(spans.reduce((sum, { pushes }) => sum + pushes, 0)).toBe(times.length);
    expect(spans).toHaveLength(4);
  });
});
