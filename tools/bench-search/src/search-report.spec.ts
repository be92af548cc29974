import { quantile, searchReport } from './search-report.ts';

describe('the report of bench:search', () => {
  it('sets each way of asking beside the raw request, as a difference and as a ratio, and what is the least', () => {
    const warta = { answersMs: [4, 5, 6], perSecond: [100, 200, 300] };
    const raw = { answersMs: [3, 4, 5], perSecond: [150, 250, 350] };
    const idle = { answersMs: [0, 0.5, 1], perSecond: [2_000] };
    const report = searchReport([
      { title: 'one word', clients: 1, requests: 2, warta, raw, idle },
      { title: 'one word', clients: 8, requests: 2, warta: raw, raw, idle },
    ]);
    const [, first = '', second = ''] = report.split('\n');
    expect(first.trim().split(/\s{2,}/)).toEqual([
      ...['one word', '1', '2', '5.0', '4.0', '6.0', '5.0', '200', '250', '1.0 ms', '1.25 ×'],
      ...['0.5 ms', '1.13 ×'],
    ]);
    expect(second).not.toContain('one word');
    expect(second).toContain('0.0 ms');
  });

  it('takes the value of which that share lies below', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4], 0.99)).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
