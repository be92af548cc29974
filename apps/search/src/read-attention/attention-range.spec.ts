import { ATTENTION_BUCKETS_MAX } from '@warta/contracts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { attentionRange } from './attention-range.ts';

const nowMs = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const asked = { nowMs, oldestMs: nowMs - 10 * DAY_MS, newestMs: nowMs - HOUR_MS };

describe('the time that a chart shows', () => {
  it('is that of the articles, in the finest buckets that can be read', () => {
    expect(attentionRange(asked)).toEqual({
      interval: 'day',
      firstMs: asked.oldestMs,
      lastMs: asked.newestMs,
    });
    const intervalOf = (days: number) =>
      attentionRange({ ...asked, oldestMs: nowMs - days * DAY_MS })?.interval;
    expect([1, 4, 6, 100, 130, 800, 900, 20_000].map(intervalOf)).toEqual([
      'hour',
      'hour',
      'day',
      'day',
      'week',
      'week',
      'month',
      'month',
    ]);
  });

  it('is what was asked for, also where there is no article', () => {
    const [fromMs, toMs] = [nowMs - 40 * DAY_MS, nowMs];
    expect(attentionRange({ nowMs, fromMs, toMs })).toEqual({
      interval: 'day',
      firstMs: fromMs,
      lastMs: toMs - 1,
    });
  });

  it('is nothing when nothing matches, or it ends before it begins', () => {
    expect(attentionRange({ nowMs })).toBeUndefined();
    expect(attentionRange({ ...asked, fromMs: nowMs, toMs: nowMs })).toBeUndefined();
    expect(attentionRange({ ...asked, fromMs: nowMs, toMs: nowMs - DAY_MS })).toBeUndefined();
  });

  it('is not stretched by an article that says it is of the year 9999, or of the year 1', () => {
    const range = attentionRange({
      nowMs,
      interval: 'day',
      oldestMs: Date.parse('0001-01-01T00:00:00Z'),
      newestMs: Date.UTC(9999, 11),
    });
    expect(range?.lastMs).toBe(nowMs + DAY_MS);
    expect(range?.firstMs).toBe(nowMs + DAY_MS - (ATTENTION_BUCKETS_MAX - 1) * DAY_MS);
  });

  it('is refused when it makes too many points, with what to ask instead', () => {
    const ask = () => attentionRange({ ...asked, interval: 'hour', fromMs: nowMs - 365 * DAY_MS });
    expect(ask).toThrow(InvalidSearchError);
    expect(ask).toThrow(/use week, or a shorter time/);
  });
});
