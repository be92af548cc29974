/** A query that wants a word as well: alternatives stay together in parentheses. */
export function withWord(q: string, word: string): string {
  const typed = q.trim();
  if (typed === '') return word;
  return /\bOR\b/.test(typed) ? `(${typed}) ${word}` : `${typed} ${word}`;
}
