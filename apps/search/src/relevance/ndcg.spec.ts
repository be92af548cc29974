import fc from 'fast-check';
import { ndcg } from './ndcg.ts';

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 0],
]);

describe('nDCG', () => {
  it('is 1 for the best order and less for every other, as computed by hand', () => {
    expect(ndcg(grades, ['a', 'b', 'c'])).toBe(1);
    // (3/1 + 7/1.585) / (7/1 + 3/1.585)
    expect(ndcg(grades, ['b', 'a'])).toBeCloseTo((3 + 7 / Math.log2(3)) / (7 + 3 / Math.log2(3)));
    expect(ndcg(grades, ['c', 'x'])).toBe(0);
    expect(ndcg(new Map(), ['a'])).toBe(0);
  });

  it('is between 0 and 1, never better for what comes later, and blind to what comes after', () => {
    const judged = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(judged, fc.nat(), (all, at) => {
        const ids = all.map((_, index) => String(index));
        const of = new Map(all.map((grade, index) => [String(index), grade]));
        const value = ndcg(of, ids);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        const from = at % (ids.length - 1);
        const swapped = ids.with(from, ids[from + 1] ?? '').with(from + 1, ids[from] ?? '');
        if ((all[from] ?? 0) > (all[from + 1] ?? 0)) {
          expect(ndcg(of, swapped)).toBeLessThanOrEqual(value + 1e-9);
        }
        expect(ndcg(of, ids.slice(0, 10))).toBe(value);
      }),
    );
  });
});
