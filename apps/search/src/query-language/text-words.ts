/** What Elasticsearch takes for one word of its own. Anything without any is punctuation. */
const wordCharacter = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** Unicode's word boundaries (UAX #29), as the standard tokenizer has them: "jum'at" and "1.500" are one. */
const wordsInside =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Extended_Pictographic}|[\p{L}\p{N}_]+(?:(?:(?<=\p{L})['’.:·](?=\p{L})|(?<=\p{N})['’.,;](?=\p{N}))[\p{L}\p{N}_]+)*/gu;

/** Whether there is anything in it to look up. */
export function hasWords(text: string): boolean {
  return wordCharacter.test(text);
}

/** How many words Elasticsearch will look up: one typed word may hold several, as in "a/b/c". */
export function countWords(text: string): number {
  return text.match(wordsInside)?.length ?? 0;
}

/** Whether it is one word twice, as "anak-anak", the plural of "anak". */
export function isDoubled(text: string): boolean {
  const words = text.toLowerCase().match(wordsInside) ?? [];
  return words.length === 2 && words[0] === words[1];
}
