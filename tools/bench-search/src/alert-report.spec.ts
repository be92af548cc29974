import { alertReport } from './alert-report.ts';

describe('the report of ways to match alerts', () => {
  it('has a line for each way and a column for each size: median, longest, found', () => {
    const way = (name: string, roundsMs: number[], found: number) => ({ name, roundsMs, found });
    const report = alertReport([
      { size: 1, ways: [way('one', [5, 1, 3], 7), way('other', [20], 8)] },
      { size: 200, ways: [way('one', [90, 100], 70), way('other', [40, 41.6, 30], 71)] },
    ]);
    const lines = report.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines).toEqual([
      ['articles in the batch', '1', '200'],
      ['one', '3 (5); 7', '100 (100); 70'],
      ['other', '20 (20); 8', '40 (42); 71'],
    ]);
  });
});
