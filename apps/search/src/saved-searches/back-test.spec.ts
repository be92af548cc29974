import { warningsOf } from './back-test.ts';

const figures = { articles: 30, stories: 20, ofArticles: 1_000, alertsPerDay: 1 };
const month = { activeDays: 30, days: 30 };
const codes = (...given: Parameters<typeof warningsOf>) =>
  warningsOf(...given).map(({ code }) => code);

describe('the warnings of a back-test', () => {
  it('leave a search alone that finds some of much', () => {
    expect(codes(figures, month)).toEqual([]);
  });

  it('tell a search that finds nothing from filters that leave nothing', () => {
    const nothing = { ...figures, articles: 0, stories: 0, alertsPerDay: 0 };
    expect(codes(nothing, month)).toEqual(['matches-nothing']);
    expect(codes(nothing, { ...month, ofFilters: 5 })).toEqual(['matches-nothing']);
    expect(codes(nothing, { ...month, ofFilters: 0 })).toEqual(['filter-never-true']);
  });

  it('name a search that finds a great share, or more than anybody reads', () => {
    expect(codes({ ...figures, articles: 200 }, month)).toEqual(['matches-much']);
    expect(codes({ ...figures, alertsPerDay: 400 }, month)).toEqual(['matches-much']);
  });

  it('doubt figures of a few days, unless no more were asked for', () => {
    expect(codes(figures, { ...month, activeDays: 3 })).toEqual(['short-history']);
    expect(codes(figures, { activeDays: 3, days: 3 })).toEqual([]);
  });
});
