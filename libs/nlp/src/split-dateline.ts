import type { Sheet } from './name-span.ts';
import type { TaggedName } from './tagger.ts';

const dashes = new Set(['-', '–', '—']);

/**
 * "DARWIN - The Old Harbour Bridge" at the start of a paragraph is a dateline and a name. A tagger sees
 * tokens alone, so to it a dash between spaces is the one within "Rhine-Main".
 */
export function splitDateline(sheet: Sheet, name: TaggedName): TaggedName[] {
  const { from, to, type } = name;
  if (!sheet.tokens[from]?.newLine) return [name];
  const inside = sheet.tokens.slice(from + 1, to - 1);
  const at = inside.findIndex((token) => dashes.has(token.text) && !token.glued);
  const dash = from + 1 + at;
  if (at === -1 || sheet.tokens[dash + 1]?.glued) return [name];
  const isArticle = sheet.tokens[dash + 1]?.key === 'the';
  const rest = { type, from: dash + (isArticle ? 2 : 1), to };
  return [{ type, from, to: dash }, ...(rest.from < to ? [rest] : [])];
}
