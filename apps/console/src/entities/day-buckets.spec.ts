import { bucketsOfDays } from './day-buckets.ts';

describe('bars of days', () => {
  it('have the days between that have none, in order', () => {
    const days = [
      { day: '2026-03-02', articles: 4 },
      { day: '2026-02-27', articles: 1 },
    ];
    const { data, before } = bucketsOfDays(days);
    expect(data.map(({ articles }) => articles)).toEqual([1, 0, 0, 4]);
    expect(data.map(({ from }) => new Date(from).getDate())).toEqual([27, 28, 1, 2]);
    expect(before).toBe(0);
  });

  it('tell what is too old to be drawn as a number', () => {
    const days = [
      { day: '2001-01-01', articles: 7 },
      { day: '2026-03-02', articles: 4 },
    ];
    const { data, before } = bucketsOfDays(days);
    expect(data).toHaveLength(3_660);
    expect(data.at(-1)?.articles).toBe(4);
    expect(before).toBe(7);
  });

  it('are none for no days', () => {
    expect(bucketsOfDays([])).toEqual({ data: [], interval: 'day', before: 0 });
  });
});
