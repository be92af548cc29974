/** Two texts of a list, by their places in it, the smaller one first. */
export type Pair = { a: number; b: number; jaccard: number };

/** One of the texts to compare: what its words are, and when it was published. */
export type ComparedText = { words: readonly string[]; atMs: number };

const GRAM = 4;

/**
 * All pairs within the window from this Jaccard similarity of word 4-grams on, counted exactly: no
 * sample, no hash. Each 4-gram knows the texts it is in, and each text counts what it shares with
 * those before it.
 */
export function exactPairs(
  texts: readonly ComparedText[],
  { from, windowMs }: { from: number; windowMs: number },
): Pair[] {
  const gramIds = new NumberedGrams();
  const postings: number[][] = [];
  const sizes: number[] = [];
  const pairs: Pair[] = [];
  const shared = new Uint32Array(texts.length);
  texts.forEach(({ words, atMs }, b) => {
    const grams = gramIds.of(words);
    sizes.push(grams.size);
    const touched: number[] = [];
    for (const gram of grams) {
      const known = (postings[gram] ??= []);
      for (const a of known) {
        if (shared[a] === 0) touched.push(a);
        shared[a] = (shared[a] ?? 0) + 1;
      }
      known.push(b);
    }
    for (const a of touched) {
      const both = shared[a] ?? 0;
      shared[a] = 0;
      const jaccard = both / ((sizes[a] ?? 0) + grams.size - both);
      if (jaccard >= from && Math.abs((texts[a]?.atMs ?? 0) - atMs) <= windowMs) {
        pairs.push({ a, b, jaccard });
      }
    }
  });
  return pairs;
}

/** Numbers for 4-grams without keeping them as strings: of words, then of two words, then of two twos. */
class NumberedGrams {
  readonly #words = new Map<string, number>();
  readonly #twos = new Map<number, number>();
  readonly #grams = new Map<number, number>();

  of(words: readonly string[]): Set<number> {
    const ids = words.map((word) => numberOf(this.#words, word));
    const twos = ids.slice(1).map((id, at) => numberOf(this.#twos, (ids[at] ?? 0) * 2 ** 26 + id));
    const grams = twos
      .slice(GRAM - 2)
      .map((two, at) => numberOf(this.#grams, (twos[at] ?? 0) * 2 ** 26 + two));
    return new Set(grams);
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Words as anybody would split them: not Warta's own, which are measured against these. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
