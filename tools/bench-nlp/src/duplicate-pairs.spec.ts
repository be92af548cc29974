import fc from 'fast-check';
import { exactPairs, plainWords } from './duplicate-pairs.ts';
import { duplicatesPage } from './duplicates-page.ts';
import { measureDuplicates, YARDSTICK } from './duplicates.ts';
import { agreementOf, readJudgedPairs } from './judged-pairs.ts';
import type { Verdict } from './judged-pairs.ts';
import { sharedSentences } from './shared-sentences.ts';

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
  it('are a hundred different ones below the yardstick, read twice, and those above', () => {
    const pairs = readJudgedPairs();
    expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(pairs.length);
    for (const { a, b } of pairs) expect(a < b).toBe(true);
    const below = pairs.filter(({ jaccard }) => jaccard < YARDSTICK);
    expect(below).toHaveLength(100);
    for (const { readings } of below) expect(readings).toHaveLength(2);
    for (const { readings, verdict } of pairs) {
      if (new Set(readings).size === 1) expect(verdict).toBe(readings[0]);
    }
  });

  it('agree as far as beyond chance', () => {
    const read = (first: Verdict, second: Verdict, count: number) =>
      Array.from({ length: count }, () => ({ readings: [first, second], verdict: second }));
    const judged = [
      ...read('duplicate', 'duplicate', 20),
      ...read('duplicate', 'not', 5),
      ...read('not', 'duplicate', 10),
      ...read('not', 'not', 15),
      { readings: ['not' as const], verdict: 'not' as const },
    ];
    const { kappa, ...counts } = agreementOf(judged);
    expect(kappa).toBeCloseTo(0.4);
    expect(counts).toEqual({ pairs: 50, agreed: 35, overturned: 15 });
  });

  it('stop the measurement when their texts are not there as they were read', () => {
    expect(() => measureDuplicates([])).toThrow('its texts are not the ones that were read');
  });
});

describe('shared sentences', () => {
  it('are counted by their words, in one story or in different ones', () => {
    const articles = ['Simak di sini! Gempa di Maluku.', 'simak di sini.\nGempa di Maluku', 'Simak di sini']; // prettier-ignore
    const counted = (windowMs: number) =>
      sharedSentences(
        articles.map((body, at) => ({ body, atMs: at })),
        { upTo: 3, windowMs },
        (a, b) => a + b === 1,
      ).at(-1);
    expect(counted(2)).toEqual({ words: 3, shared: 2, apart: 1 });
    expect(counted(0)).toEqual({ words: 3, shared: 0, apart: 0 });
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
      judged: [
        { from: 0.3, duplicates: 1, of: 4, pairs: 30 },
        { from: 0.8, duplicates: 9, of: 10, pairs: 10 },
      ],
      agreement: { pairs: 4, agreed: 3, kappa: 0.5, overturned: 1 },
      sentences: [{ words: 3, shared: 10, apart: 8 }],
      otherHeadlines: { duplicates: 5, of: 6 },
    };
    const page = duplicatesPage(facts, { date: '2026-11-23', machine: '2 cores', node: '24' });
    expect(page).toContain('| prints | 10 | 90.0 (9/10) | 90.0 (9/10) |');
    expect(page).toContain('| print | 12,345 |');
    expect(page).toContain('| 0.3 to 0.4 | 30 | 4 | 25.0 (1/4) |');
    expect(page).toContain('| 3 | 10 | 80.0 (8/10) |');
    expect(page).toContain('| 0.8 and more | 10 | 10 | 90.0 (9/10) |');
    expect(page).toContain("agreed on 75.0 (3/4) per cent (Cohen's kappa 0.50)");
    expect(page).toContain('6 pairs have different headlines; 5 of them');
    expect(plainWords('Harga BERAS, turun.')).toEqual(['harga', 'beras', 'turun']);
  });
});
