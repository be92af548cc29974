import { createHash } from 'node:crypto';
import { bandsOf } from './likeness-bands.ts';
import { overlapOf, shinglesOf, sketchOf } from './likeness-sketch.ts';
import type { Overlap } from './likeness-sketch.ts';
import { wordsToCompare } from './likeness-words.ts';

export { BANDS } from './likeness-bands.ts';
export { SHINGLE_WORDS } from './likeness-sketch.ts';

/** Goes up with any change of what is made of a text: prints of two versions are not compared. */
export const PRINT_VERSION = 1;

/** From here on two texts are one story: the yardstick that docs/duplicates.md measures. */
export const DUPLICATE_JACCARD_MIN = 0.8;

/**
 * A body of so many words is compared alone, because houses that share a text each write their own
 * headline. A shorter one says too little without it: a teaser, a flash, "more follows".
 */
export const BODY_WORDS_MIN = 40;

/**
 * Fewer different shingles, as five words have, say nothing by being the same: "Breaking news",
 * "Baca selengkapnya di sini". Of the sentences that any two of 18,525 articles share within a
 * week, those of up to five words stand mostly in different stories (80 % at three, 52 % at five),
 * from six words on mostly in one. Six are a flash: "Gempa M 6,1 guncang Maluku".
 */
const SHINGLES_MIN = 3;

/** The longest of 18,525 articles: of a longer body the beginning is compared. */
const BODY_CHARS_MAX = 60_000;

/** What is kept of a text to find others like it, without the text. */
export interface TextPrint {
  /** Equal exactly when the compared words are the same in the same order. 32 hex digits. */
  readonly textHash: string;
  /** Sorted hashes of its shingles, see `overlapOf`. */
  readonly sketch: Uint32Array;
  /** See `bandsOf`. */
  readonly bands: Uint32Array;
}

/** Undefined for a text without any word. The same on every machine. */
export function printOf({
  title,
  body,
}: {
  readonly title?: string | undefined;
  readonly body: string;
}): TextPrint | undefined {
  const ofBody = wordsToCompare(body.slice(0, BODY_CHARS_MAX));
  const words =
    ofBody.length < BODY_WORDS_MIN ? [...wordsToCompare(title ?? ''), ...ofBody] : ofBody;
  if (words.length === 0) return undefined;
  const shingles = shinglesOf(words);
  return {
    textHash: createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 32),
    sketch: sketchOf(shingles),
    bands: bandsOf(shingles),
  };
}

/** What two texts have in common, and whether they are one: the same words, or nearly all. */
export interface Likeness extends Overlap {
  readonly kind: 'exact' | 'near' | undefined;
}

/** Symmetric. `kind` is undefined for two texts, and for one that is too short to tell. */
export function likenessOf(
  a: Pick<TextPrint, 'textHash' | 'sketch'>,
  b: Pick<TextPrint, 'textHash' | 'sketch'>,
): Likeness {
  const tells = Math.min(a.sketch.length, b.sketch.length) >= SHINGLES_MIN;
  if (a.textHash === b.textHash) {
    return { jaccard: 1, containment: 1, kind: tells ? 'exact' : undefined };
  }
  const overlap = overlapOf(a.sketch, b.sketch);
  const isNear = tells && overlap.jaccard >= DUPLICATE_JACCARD_MIN;
  return { ...overlap, kind: isNear ? 'near' : undefined };
}
