/**
 * A pattern of Lucene's that matches this text and nothing else: whatever is no letter, digit or
 * space is taken by its face.
 */
export function literalPattern(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, '\\$&');
}
