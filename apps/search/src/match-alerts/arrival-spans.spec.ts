import { arrivalSpans, SPAN_GAP_MS } from './arrival-spans.ts';

describe('spans of arrivals', () => {
  it('hold every article and nothing of a long pause between two', () => {
    const times = [9 * SPAN_GAP_MS, 0, SPAN_GAP_MS, 9 * SPAN_GAP_MS + 1];
    expect(arrivalSpans(times.map((arrivedAtMs) => ({ arrivedAtMs })))).toEqual([
      { fromMs: 0, toMs: SPAN_GAP_MS, pushes: 2 },
      { fromMs: 9 * SPAN_GAP_MS, toMs: 9 * SPAN_GAP_MS + 1, pushes: 2 },
    ]);
    expect(arrivalSpans([])).toEqual([]);
  });
});
