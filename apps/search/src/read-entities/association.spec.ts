import fc from 'fast-check';
import { associationOf } from './association.ts';

describe('how much two entities belong together', () => {
  it('is nothing where they meet as often as by chance', () => {
    const { strength, evidence } = associationOf({ all: 1_000, one: 100, other: 100, both: 10 });
    expect(strength).toBeCloseTo(0);
    expect(evidence).toBeCloseTo(0);
  });

  it('is strongest where they never part, and evident only where they meet often', () => {
    const often = associationOf({ all: 1_000, one: 50, other: 50, both: 50 });
    const once = associationOf({ all: 1_000, one: 1, other: 1, both: 1 });
    expect([often.strength, once.strength]).toEqual([1, 1]);
    expect(often.evidence).toBeGreaterThan(10 * once.evidence);
  });

  it('agrees with the worked example of the likelihood ratio', () => {
    // 2 x 2 table 110, 2442, 111, 29114 of Dunning (1993), "the swiss": G² = 270.72.
    const { evidence } = associationOf({ all: 31_777, one: 2_552, other: 221, both: 110 });
    expect(evidence).toBeCloseTo(270.72, 1);
  });

  it('stays within its bounds whatever counts an index gives', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (all, one, other, both) => {
        const { strength, evidence } = associationOf({ all, one, other, both });
        expect(strength).toBeGreaterThanOrEqual(-1);
        expect(strength).toBeLessThanOrEqual(1);
        expect(evidence).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(evidence)).toBe(true);
      }),
      { seed: 6 },
    );
  });
});
