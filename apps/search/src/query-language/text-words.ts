/** What Elasticsearch takes for one word of its own. Anything without any is punctuation. */
const wordCharacter = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const wordsInside =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Extended_Pictographic}|[\p{L}\p{N}]+/gu;

/** Whether there is anything in it to look up. */
export function hasWords(text: string): boolean {
  return wordCharacter.test(text);
}

/** How many words Elasticsearch will look up: one typed word may hold several, as in "a/b/c". */
export function countWords(text: string): number {
  return text.match(wordsInside)?.length ?? 0;
}
