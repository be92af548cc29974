import type { estypes } from '@elastic/elasticsearch';
import { QUOTES_PER_HIT_MAX } from '@warta/contracts';
import type { IndexedQuote } from '../article-index/indexed-quotes.ts';
import { quoteHighlight } from './quote-text.ts';

/** What a request needs of documents whose quotes its clauses bring. */
export const quoteFields = ['quotes'] as const;

/**
 * Has a clause of quotes tell which it finds in a hit, the best of them. The quotes themselves are those
 * of the hit's document: to read it once for each of them would take twice as long.
 * @param name of the clause: each tells its own.
 * @param hasWords mark the words that matched.
 */
export function innerQuotes(name: string, hasWords: boolean): estypes.SearchInnerHits {
  return {
    name,
    size: QUOTES_PER_HIT_MAX,
    _source: false,
    ...(hasWords && { highlight: quoteHighlight() }),
  };
}

/** A quote that a hit brings. */
export interface BroughtQuote {
  readonly quote: IndexedQuote;
  /** HTML of the whole quote; absent where none of its words were asked for. */
  readonly html?: string | undefined;
}

/** The quotes that a hit brings: the best of each clause, then the second of each, and so on. */
export function broughtQuotes({
  inner_hits: inner,
  _source: source,
}: estypes.SearchHit<unknown>): BroughtQuote[] {
  const { quotes } = (source ?? {}) as { readonly quotes?: readonly IndexedQuote[] };
  const ofClauses = Object.values(inner ?? {}).map(({ hits }) => hits.hits);
  const turns = Math.max(0, ...ofClauses.map(({ length }) => length));
  return Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) =>
    ofClauses.flatMap((found) => {
      const { _nested, highlight } = found[turn] ?? {};
      const quote = _nested && quotes?.[_nested.offset];
      return quote ? [{ quote, html: Object.values(highlight ?? {})[0]?.[0] }] : [];
    }),
  );
}
