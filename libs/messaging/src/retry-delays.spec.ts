import fc from 'fast-check';
import { retryDelayMs, sleep } from './retry-delays.ts';

describe('retryDelayMs', () => {
  it('doubles up to its limit, and spreads over the upper half', () => {
    const delays = { firstMs: 100, maxMs: 5_000 };
    const full = [1, 2, 3, 6, 7, 50].map((failures) => retryDelayMs(delays, failures, () => 1));
    expect(full).toEqual([100, 200, 400, 3_200, 5_000, 5_000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (failures) => {
        const delayMs = retryDelayMs(delays, failures);
        expect(delayMs).toBeGreaterThanOrEqual(50);
        expect(delayMs).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});

describe('sleep', () => {
  it('ends early when told to', async () => {
    const early = new AbortController();
    const slept = sleep(60_000, early.signal);
    early.abort();
    await slept;
    await sleep(60_000, early.signal);
  });
});
