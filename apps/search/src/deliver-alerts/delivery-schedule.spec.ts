import { receiverWait, retryAfterMs, TRIED_FOR_MS, waitAfter } from './delivery-schedule.ts';

const DAY_MS = 24 * 3_600_000;

describe('a delivery that fails', () => {
  it('is tried again for three days, and then no more', () => {
    let triedForMs = 0;
    const waits: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const wait = waitAfter(attempts, triedForMs, undefined, 0.5);
      if (wait === undefined) break;
      waits.push(wait);
      triedForMs += wait;
    }
    expect(triedForMs / DAY_MS).toBeGreaterThan(2.3);
    expect(triedForMs).toBeLessThanOrEqual(TRIED_FOR_MS);
    expect(TRIED_FOR_MS / DAY_MS).toBe(3);
    expect(waits.every((wait, at) => wait >= (waits[at - 1] ?? 0))).toBe(true);
    expect(waitAfter(1, TRIED_FOR_MS, undefined, 0.5)).toBeUndefined();
  });

  it('waits longer when the receiver asks for it, within a limit', () => {
    expect(waitAfter(1, 0, 60_000, 0.5)).toBe(60_000);
    expect(waitAfter(1, 0, 1_000, 0.5)).toBe(5_000);
    expect(waitAfter(1, 0, 400 * DAY_MS, 0.5)).toBeLessThan(DAY_MS);
  });

  it('does not come back at the same moment as all others', () => {
    expect(waitAfter(4, 0, undefined, 0)).toBeLessThan(waitAfter(4, 0, undefined, 1) ?? 0);
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
