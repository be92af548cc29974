import { receiverWait, retryAfterMs, RETRY_WAITS_MS, waitAfter } from './delivery-schedule.ts';

const DAY_MS = 24 * 3_600_000;

describe('a delivery that fails', () => {
  it('is tried again for three days, and then no more', () => {
    const waits = Array.from({ length: 20 }, (_, at) => waitAfter(at + 1, undefined, 0.5));
    const made = waits.filter((wait) => wait !== undefined);
    const sumMs = made.reduce((sum, wait) => sum + wait, 0);
    expect(sumMs / DAY_MS).toBeGreaterThan(2.9);
    expect(sumMs / DAY_MS).toBeLessThan(3.1);
    expect(made).toHaveLength(RETRY_WAITS_MS.length);
    expect(made.every((wait, at) => wait >= (made[at - 1] ?? 0))).toBe(true);
  });

  it('waits longer when the receiver asks for it, within a limit', () => {
    expect(waitAfter(1, 60_000, 0.5)).toBe(60_000);
    expect(waitAfter(1, 1_000, 0.5)).toBe(5_000);
    expect(waitAfter(1, 400 * DAY_MS, 0.5)).toBeLessThan(DAY_MS);
  });

  it('does not come back at the same moment as all others', () => {
    expect(waitAfter(4, undefined, 0)).toBeLessThan(waitAfter(4, undefined, 1) ?? 0);
  });

  it('keeps others from its receiver for minutes at most', () => {
    expect([1, 2, 3, 9, 99].map(receiverWait)).toEqual([5_000, 60_000, 300_000, 300_000, 300_000]);
  });
});

describe('Retry-After', () => {
  it('is read as seconds or as a date, and nothing else counts', () => {
    const nowMs = Date.parse('2026-11-23T00:00:00Z');
    expect(retryAfterMs('120', nowMs)).toBe(120_000);
    expect(retryAfterMs('Mon, 23 Nov 2026 00:01:00 GMT', nowMs)).toBe(60_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 00:01:00 GMT', nowMs)).toBe(0);
    expect(retryAfterMs('soon', nowMs)).toBeUndefined();
    expect(retryAfterMs(undefined, nowMs)).toBeUndefined();
  });
});
