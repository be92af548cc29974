import { RepeatedLines } from './repeated-lines.ts';

describe('lines of an outage', () => {
  it('are written once in ten seconds each, with how many were left out', () => {
    const lines = new RepeatedLines();
    expect(lines.since('refused', 0)).toBe(0);
    expect(lines.since('refused', 1)).toBeUndefined();
    expect(lines.since('another', 2)).toBe(0);
    expect(lines.since('refused', 9_999)).toBeUndefined();
    expect(lines.since('refused', 10_000)).toBe(2);
    expect(lines.since('refused', 10_001)).toBeUndefined();
  });

  it('do not fill the memory however many different ones there are', () => {
    const lines = new RepeatedLines();
    for (let n = 0; n <= 100; n += 1) lines.since(`line ${n}`, 0);
    // Forgotten as the oldest, while the newest is still known.
    expect(lines.since('line 0', 1)).toBe(0);
    expect(lines.since('line 100', 1)).toBeUndefined();
  });
});
