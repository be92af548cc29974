import fc from 'fast-check';
import { rangeOfBuckets } from './volume-range.ts';

const DAY_MS = 24 * 3_600_000;
const start = Date.parse('2023-06-10T17:00:00Z');
const days = Array.from({ length: 5 }, (_, day) => ({
  from: new Date(start + day * DAY_MS).toISOString(),
  articles: day,
  total: 10,
  share: day / 10,
}));

describe('what is chosen on the chart', () => {
  it('is whole bars, those that the stretch touches', () => {
    const noon = start + 1.5 * DAY_MS;
    expect(rangeOfBuckets(days, 'day', noon, noon + DAY_MS)).toEqual({
      from: '2023-06-11T17:00:00.000Z',
      to: '2023-06-13T17:00:00Z',
    });
    expect(rangeOfBuckets(days, 'day', start, start + 1)).toMatchObject({ from: days[0]?.from });
  });

  it('ends with the last bar, and is nothing beside the bars', () => {
    const last = rangeOfBuckets(days, 'day', start + 4 * DAY_MS, start + 400 * DAY_MS);
    expect(last?.to).toBe('2023-06-15T17:00:00Z');
    expect(rangeOfBuckets(days, 'day', start - DAY_MS, start - 1)).toBeUndefined();
    expect(rangeOfBuckets([], 'day', 0, Infinity)).toBeUndefined();
  });

  it('knows how long the month of a last bar is, where it begins in UTC or east of it', () => {
    const month = (from: string) =>
      rangeOfBuckets([{ from, articles: 1, total: 1, share: 1 }], 'month', 0, Infinity)?.to;
    expect(month('2024-02-01T00:00:00.000Z')).toBe('2024-03-01T00:00:00Z');
    expect(month('2024-01-31T17:00:00.000Z')).toBe('2024-02-29T17:00:00Z');
  });

  it('holds every stretch that lies within the bars', () => {
    const moment = fc.integer({ min: start, max: start + 5 * DAY_MS - 2 });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const range = rangeOfBuckets(days, 'day', from, to);
        expect(Date.parse(range?.from ?? '')).toBeLessThanOrEqual(from);
        expect(Date.parse(range?.to ?? '')).toBeGreaterThanOrEqual(to);
      }),
    );
  });
});
