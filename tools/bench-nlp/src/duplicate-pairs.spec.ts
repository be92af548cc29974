import fc from 'fast-check';
import { exactPairs, plainWords } from './duplicate-pairs.ts';
import { duplicatesPage } from './duplicates-page.ts';
import { measureDuplicates } from './duplicates.ts';
import { readJudgedPairs } from './judged-pairs.ts';

describe('exact pairs', () => {
  it('are those that comparing everybody with everybody finds', () => {
    const grams = (words: readonly string[]) =>
      new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 });
    const texts = fc.array(fc.record({ words, atMs: fc.integer({ min: 0, max: 9 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, (given) => {
        const wanted = given.flatMap((other, b) =>
          given.slice(0, b).flatMap((one, a) => {
            const both = grams(one.words).intersection(grams(other.words)).size;
            const jaccard = both / grams(one.words).union(grams(other.words)).size;
            const isNear = Math.abs(one.atMs - other.atMs) <= 5;
            return both > 0 && jaccard >= 0.3 && isNear ? [`${a} ${b} ${jaccard}`] : [];
          }),
        );
        const found = exactPairs(given, { from: 0.3, windowMs: 5 });
        expect(found.map(({ a, b, jaccard }) => `${a} ${b} ${jaccard}`).sort()).toEqual(
          wanted.sort(),
        );
      }),
      { seed: 5 },
    );
  });
});

describe('the judged pairs', () => {
  it('are a hundred different ones, each with a verdict', () => {
    const pairs = readJudgedPairs();
    expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(100);
    for (const { a, b } of pairs) expect(a < b).toBe(true);
    expect(new Set(pairs.map(({ verdict }) => verdict)).size).toBe(2);
  });

  it('stop the measurement when their texts are not there as they were read', () => {
    expect(() => measureDuplicates([])).toThrow('its texts are not the ones that were read');
  });
});

describe('the page about duplicates', () => {
  it('says what was found of what there is', () => {
    const facts = {
      articles: 1_000,
      pairs: 40,
      yardstick: 10,
      ways: [{ name: 'prints', found: 10, right: 9 }],
      candidates: 50,
      speeds: [{ name: 'print', perSecond: 12_345 }],
      judged: [{ from: 0.3, duplicates: 1, of: 4, pairs: 30 }],
    };
    const page = duplicatesPage(facts, { date: '2026-11-23', machine: '2 cores', node: '24' });
    expect(page).toContain('| prints | 10 | 90.0 (9/10) | 90.0 (9/10) |');
    expect(page).toContain('| print | 12,345 |');
    expect(page).toContain('| 0.3 to 0.4 | 30 | 4 | 25.0 (1/4) |');
    expect(plainWords('Harga BERAS, turun.')).toEqual(['harga', 'beras', 'turun']);
  });
});
