/**
 * The words of a text for comparing: letters and digits of any script, compatibility forms and
 * case folded, invisible characters left out. Scripts written without spaces give one word per
 * character with its marks. No dictionary and no segmenter of the platform's: what is stored today
 * must equal what another Node version makes of the same text tomorrow.
 */
export function wordsToCompare(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll(invisible, '');
  return folded.match(word) ?? [];
}

/** Soft hyphens, joiners, marks of direction: pasted along with words, never part of them. */
const invisible = /\p{Cf}+/gu;

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}' +
  '\\p{Script=Khmer}\\p{Script=Myanmar}';
const word = new RegExp(
  `[a-z0-9]+(?![a-z0-9\\u0080-\\u{10ffff}])|[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);

/** Looked up once: where a module's globals are another context's, each look-up costs its time. */
export const { imul } = Math;

/** 32 bits of a word (FNV-1a, then mixed so that every bit counts). */
export function hashOfWord(letters: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < letters.length; at += 1) {
    hash = imul(hash ^ letters.charCodeAt(at), FNV_PRIME);
  }
  return mixed(hash);
}

/** The finaliser of MurmurHash3: one bit in changes half of those out. */
export function mixed(value: number): number {
  let hash = value;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
