import { imul, mixed } from './likeness-words.ts';

/**
 * 16 bands of 4 minima: two texts with a Jaccard similarity of s share at least one band with
 * probability 1 - (1 - s^4)^16: 0.9998 at 0.8, 0.64 at 0.5, 0.0001 at 0.05. More bands would cost
 * index and find nothing more; longer ones would lose what lies just above 0.8.
 */
export const BANDS = 16;
const MINIMA_PER_BAND = 4;
const MINIMA = BANDS * MINIMA_PER_BAND;

/**
 * For each band 64 bits (two words) that are equal for two texts when the band is: what a store
 * looks up. Empty for a text without words.
 */
export function bandsOf(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const minima = minimaOf(shingles);
  const bands = new Uint32Array(2 * BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let high = band;
    let low = ~band;
    for (let at = band * MINIMA_PER_BAND; at < (band + 1) * MINIMA_PER_BAND; at += 1) {
      const minimum = minima[at] ?? 0;
      high = mixed(high ^ minimum);
      low = mixed(imul(low, 31) + minimum);
    }
    bands[2 * band] = high;
    bands[2 * band + 1] = low;
  }
  return bands;
}

/** Of each permutation the smallest value (signed: the engine's cheapest comparison). */
function minimaOf(shingles: Uint32Array): Int32Array {
  const minima = new Int32Array(MINIMA).fill(0x7fffffff);
  for (let at = 0; at < shingles.length; at += 1) {
    const shingle = shingles[at] ?? 0;
    for (let which = 0; which < MINIMA; which += 1) {
      let value = imul(shingle ^ (xors[which] ?? 0), factors[which] ?? 1);
      value ^= value >>> 15;
      if (value < (minima[which] ?? 0)) minima[which] = value;
    }
  }
  return minima;
}

/** Fixed for ever: stored bands are made with them. */
const xors = Int32Array.from({ length: MINIMA }, (_, which) => mixed(2 * which + 1));
const factors = Int32Array.from({ length: MINIMA }, (_, which) => mixed(2 * which + 2) | 1);
