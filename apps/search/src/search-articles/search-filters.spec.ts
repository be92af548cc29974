import { datedIn } from './search-filters.ts';

describe('the time of a search', () => {
  const days = { from: '2026-11-22', to: '2026-11-23' };

  it('is refused when nothing can be in it, in whatever form it is written', () => {
    const empty = [
      { from: '2026-11-23', to: '2026-11-23' },
      { from: '2026-11-24', to: '2026-11-23T08:00:00Z' },
      { from: '2026-11-23T08:00:00+07:00', to: '2026-11-23T01:00:00Z' },
      // The day begins there seven hours before it does in UTC.
      { from: '2026-11-22T18:00:00Z', to: '2026-11-23', timeZone: 'Asia/Jakarta' },
    ];
    for (const time of empty) expect(() => datedIn(time)).toThrow('must be after from');
  });

  it('may end on one side, and begins and ends with days of its time zone', () => {
    expect(datedIn({})).toEqual([]);
    expect(datedIn({ to: '1970-01-01' })).toHaveLength(1);
    expect(datedIn({ from: '2026-11-22T18:00:00Z', to: '2026-11-23' })).toHaveLength(2);
    expect(datedIn({ ...days, timeZone: 'Asia/Jakarta' })).toEqual([
      { range: { datedAt: { gte: days.from, format: 'strict_date', time_zone: 'Asia/Jakarta' } } },
      { range: { datedAt: { lt: days.to, format: 'strict_date', time_zone: 'Asia/Jakarta' } } },
    ]);
  });
});
