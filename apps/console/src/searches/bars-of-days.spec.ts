import { everyDay } from './bars-of-days.ts';

describe('the days of a back-test', () => {
  const counted = { day: '2026-11-23', articles: 3, stories: 2 };

  it('are all there, those without articles too', () => {
    const days = everyDay([counted], '2026-11-21T20:00:00Z', '2026-11-23T20:00:00Z');
    expect(days).toEqual([
      { day: '2026-11-21', articles: 0, stories: 0 },
      { day: '2026-11-22', articles: 0, stories: 0 },
      counted,
    ]);
  });

  it('end with clocks that are wrong, too', () => {
    expect(everyDay([counted], '1970-01-01T00:00:00Z', '2026-11-23T00:00:00Z')).toHaveLength(62);
    expect(everyDay([counted], 'x', '2026-11-23T00:00:00Z')).toEqual([]);
  });
});
