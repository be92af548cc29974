import fc from 'fast-check';
import { BANDS, bandsOf } from './likeness-bands.ts';
import { overlapOf, shinglesOf, SKETCH_MAX, sketchOf } from './likeness-sketch.ts';
import { wordsToCompare } from './likeness-words.ts';
import { BODY_WORDS_MIN, printOf } from './likeness.ts';

/** `count` different words that start at number `from`. */
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `kata${from + at}`);
const text = (from: number, count: number) => words(from, count).join(' ');

describe('words to compare', () => {
  it('are letters and digits, folded, without what is invisible', () => {
    expect(wordsToCompare('“Harga” BERAS\u00ad turun—2,5\u00a0% di Ci\u200bpinang')).toEqual(
      'harga beras turun 2 5 di cipinang'.split(' '),
    );
    expect(wordsToCompare('ﬁnal ＡＢＣ１２ cafe\u0301')).toEqual(['final', 'abc12', 'café']);
  });

  it('are single characters where a script has no spaces', () => {
    expect(wordsToCompare('iPhone手机，ภาษา 한국어')).toEqual(
      ['iphone', '手', '机', 'ภ', 'า', 'ษ', 'า', '한국어'], // prettier-ignore
    );
  });

  it('are the same of any well-formed text however it is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        expect(wordsToCompare(given.normalize('NFD'))).toEqual(wordsToCompare(given));
      }),
      { seed: 5 },
    );
  });
});

describe('the overlap of two texts', () => {
  /** What it stands for, by sets of joined words. */
  function exact(a: readonly string[], b: readonly string[]): number {
    const grams = (list: readonly string[]) =>
      new Set(list.slice(0, Math.max(1, list.length - 3)).map((_, at) => list.slice(at, at + 4).join(' '))); // prettier-ignore
    const [one, other] = [grams(a), grams(b)];
    const both = one.intersection(other).size;
    return both / (one.size + other.size - both);
  }

  it('is exactly the Jaccard similarity of their word 4-grams', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const overlap = overlapOf(sketchOf(shinglesOf(a)), sketchOf(shinglesOf(b)));
        expect(overlap.jaccard).toBe(exact(a, b));
        expect(overlap).toEqual(overlapOf(sketchOf(shinglesOf(b)), sketchOf(shinglesOf(a))));
        expect(overlap.containment).toBeGreaterThanOrEqual(overlap.jaccard);
      }),
      { seed: 5 },
    );
  });

  it.each([0.3, 0.8, 0.95])('is estimated well for long texts, at %d', (wanted) => {
    const length = 12 * SKETCH_MAX;
    const shared = Math.round((2 * length * wanted) / (1 + wanted));
    const a = words(0, length);
    const b = words(length - shared, length);
    const { jaccard } = overlapOf(sketchOf(shinglesOf(a)), sketchOf(shinglesOf(b)));
    expect(Math.abs(jaccard - exact(a, b))).toBeLessThan(0.06);
  });

  it('is whole containment for the beginning of a longer text, both long', () => {
    const [short, long] = [words(0, 4_000), words(0, 12_000)].map((one) => sketchOf(shinglesOf(one))); // prettier-ignore
    const { jaccard, containment } = overlapOf(short as Uint32Array, long as Uint32Array);
    expect(containment).toBe(1);
    expect(Math.abs(jaccard - 1 / 3)).toBeLessThan(0.06);
  });

  it('is none with a text without words', () => {
    expect(overlapOf(new Uint32Array(0), new Uint32Array(0))).toEqual({ jaccard: 0, containment: 0 }); // prettier-ignore
    expect(printOf({ title: '…', body: '— !' })).toBeUndefined();
  });
});

describe('the bands of a text', () => {
  /** Share of pairs with this Jaccard similarity that have a band in common. */
  function found(similarity: number, pairs: number): number {
    const length = 300;
    const shared = Math.round((2 * length * similarity) / (1 + similarity));
    let hits = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      const from = pair * 1_000;
      const a = bandsOf(shinglesOf(words(from, length + 3)));
      const b = bandsOf(shinglesOf(words(from + length - shared, length + 3)));
      hits += Number(
        Array.from({ length: BANDS }, (_, at) => 2 * at).some(
          (at) => a[at] === b[at] && a[at + 1] === b[at + 1],
        ),
      );
    }
    return hits / pairs;
  }

  it('are shared by pairs as often as the formula says', () => {
    const foretold = (s: number) => 1 - (1 - s ** 4) ** BANDS;
    expect(found(0.8, 300)).toBeGreaterThan(0.995);
    expect(Math.abs(found(0.5, 300) - foretold(0.5))).toBeLessThan(0.08);
    expect(Math.abs(found(0.3, 300) - foretold(0.3))).toBeLessThan(0.05);
    expect(found(0.02, 300)).toBeLessThan(0.01);
  });

  it('stay what they are, because they are stored', () => {
    const print = printOf({
      title: 'Harga beras',
      body: 'Harga beras turun di Cipinang hari ini.',
    });
    expect(print?.textHash).toBe('78944e30c3b9e8c629bd449a863448d5');
    expect([...(print?.bands.slice(0, 4) ?? [])]).toEqual([
      348602485, 3291737167, 4004300404, 3347546024,
    ]);
    expect([...(print?.sketch.slice(0, 3) ?? [])]).toEqual([271337010, 335280983, 2057829186]);
  });
});

describe('the print of an article', () => {
  it('leaves the headline out when the body is long enough to speak for itself', () => {
    const body = text(0, BODY_WORDS_MIN);
    expect(printOf({ title: 'One', body })).toEqual(printOf({ title: 'Another', body }));
    const short = text(0, BODY_WORDS_MIN - 1);
    expect(printOf({ title: 'One', body: short })?.textHash).not.toBe(
      printOf({ title: 'Another', body: short })?.textHash,
    );
  });

  it('is the same text for another case, punctuation and layout, and another for another word', () => {
    const hash = (body: string) => printOf({ body })?.textHash;
    expect(hash('Harga beras\n\nTURUN, kata   Bapanas.')).toBe(hash('harga beras turun kata bapanas')); // prettier-ignore
    expect(hash('harga beras turun')).not.toBe(hash('harga beras naik'));
  });

  it('takes milliseconds for the largest text there may be', () => {
    const bodies = ['a '.repeat(100_000), '字'.repeat(200_000), '\ufdfa'.repeat(200_000)];
    for (const body of bodies) {
      const before = process.cpuUsage();
      printOf({ body });
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    }
  });
});
