import { readSearchWords } from '../search-articles/search-words.ts';
import { QuerySyntaxError } from './query-errors.ts';
import type { QueryNode } from './query-tree.ts';

/**
 * Reads a query. Pure, in time linear in its length.
 * @throws QuerySyntaxError, TooExpensiveQueryError
 */
export function parseQuery(q: string): QueryNode {
  const { words, phrases, excluded } = readSearchWords(q);
  const of: QueryNode[] = [
    ...(words.length > 0 ? [{ kind: 'words' as const, words }] : []),
    ...phrases.map((text) => ({ kind: 'phrase' as const, text })),
    ...excluded.map((text) => ({ kind: 'not' as const, of: { kind: 'phrase' as const, text } })),
  ];
  const [only] = of;
  if (only === undefined) throw new QuerySyntaxError(1, 'expected a word', ['a word']);
  return of.length === 1 ? only : { kind: 'and', of };
}
