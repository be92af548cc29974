import type { estypes } from '@elastic/elasticsearch';
import { QUOTES_PER_HIT_MAX } from '@warta/contracts';
import type { IndexedQuote } from '../article-index/indexed-quotes.ts';
import { quoteHighlight } from '../search-quotes/quote-text.ts';

/** What is shown of a quote; whom it is about is not. */
export type InnerQuote = Omit<IndexedQuote, 'aboutIds'>;

/**
 * Has a clause of quotes bring the best of those it finds in a hit, with what matched marked.
 * @param name of the clause: each brings its own.
 */
export function innerQuotes(name: string): estypes.SearchInnerHits {
  return {
    name,
    size: QUOTES_PER_HIT_MAX,
    _source: { excludes: ['quotes.aboutIds'] },
    highlight: quoteHighlight(),
  };
}

/** A quote that a hit brings. */
export interface BroughtQuote {
  readonly quote: InnerQuote;
  /** HTML of the whole quote; absent where none of its words were asked for. */
  readonly html?: string | undefined;
}

/** The quotes that a hit brings, clause by clause, the best of each first. */
export function broughtQuotes({ inner_hits: inner }: estypes.SearchHit<unknown>): BroughtQuote[] {
  return Object.values(inner ?? {}).flatMap(({ hits }) =>
    hits.hits.map(({ _source, highlight }) => ({
      quote: _source as InnerQuote,
      html: Object.values(highlight ?? {})[0]?.[0],
    })),
  );
}
