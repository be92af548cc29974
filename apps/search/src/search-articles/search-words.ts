/** What a person typed into the search box, understood. */
export interface SearchWords {
  /** Each must be found, in any inflection. */
  readonly words: readonly string[];
  /** Each must be found as it stands. */
  readonly phrases: readonly string[];
  /** None may be found. Words and phrases as they stand. */
  readonly excluded: readonly string[];
}

/** Each word is looked up in some ten fields: this many still answer within milliseconds. */
export const SEARCH_WORDS_MAX = 32;

/** One thing typed: an optional minus, then a quoted phrase (its end may be missing) or a word. */
const typed = /(?<minus>-?)(?:["“”](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”]+))/gu;

/** What Elasticsearch takes for one word of its own. Anything without any is punctuation. */
const wordCharacters = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const wordsInside =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Extended_Pictographic}|[\p{L}\p{N}]+/gu;

/**
 * Reads words, "phrases" and -exclusions. There is no other syntax: every other character is text,
 * so nothing typed can be an operator, a field or a pattern. Pure; every string has a reading.
 */
export function readSearchWords(q: string): SearchWords {
  const words: string[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  for (const { groups = {} } of q.matchAll(typed)) {
    const text = (groups['phrase'] ?? groups['word'] ?? '').trim();
    if (!wordCharacters.test(text)) continue;
    if (groups['minus'] === '-') excluded.push(text);
    else (groups['phrase'] === undefined ? words : phrases).push(text);
  }
  return { words, phrases, excluded };
}

/** How many words Elasticsearch will look up: one typed word may hold several, as in "a/b/c". */
export function countWords({ words, phrases, excluded }: SearchWords): number {
  return [...words, ...phrases, ...excluded]
    .map((text) => text.match(wordsInside)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
