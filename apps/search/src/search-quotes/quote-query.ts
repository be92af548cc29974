import type { estypes } from '@elastic/elasticsearch';
import type { SearchQuotes } from '@warta/contracts';
import type { LiveDocument } from '../article-index/article-document.ts';
import type { IndexedQuote } from '../article-index/indexed-quotes.ts';
import { datedIn, onlyLive } from '../search-articles/search-filters.ts';
import { quoteHighlight, quoteTextClauses } from '../query-language/quote-text.ts';
import type { QuoteText } from '../query-language/quote-text.ts';

type Clause = estypes.QueryDslQueryContainer;

/** Who says it: one of these entities, or who is printed so and is no entity. */
export interface QuoteSpeaker {
  readonly ids: readonly string[];
  readonly printed?: string | undefined;
}

/** What is asked of quotes, with names resolved. */
export interface QuoteQuery {
  readonly request: Pick<SearchQuotes, 'feed' | 'lang' | 'from' | 'to' | 'timeZone'>;
  readonly text?: QuoteText | undefined;
  /** Absent: anybody. */
  readonly speaker?: QuoteSpeaker | undefined;
  /** Whoever says it, it is none of these. */
  readonly notBy?: readonly string[] | undefined;
  /** Absent: about anything; empty: nothing bears the name. */
  readonly aboutIds?: readonly string[] | undefined;
}

/** What a quote shows of its article. */
export const articleFields = [
  'articleId',
  'feed',
  'url',
  'title',
  'language',
  'datedAt',
  'duplicateGroup',
] as const satisfies readonly (keyof LiveDocument)[];

export type QuoteArticle = Pick<LiveDocument, (typeof articleFields)[number]>;
export type QuotedHit = estypes.SearchHit<QuoteArticle>;
export type InnerQuote = estypes.SearchHit<IndexedQuote>;

/** The name under which the quotes of a hit are found. */
export const INNER = 'quotes';

/** Newest first; the id makes the order total. */
export const newestFirst: estypes.SortCombinations[] = [
  { datedAt: { order: 'desc' } },
  { articleId: { order: 'asc' } },
];

/**
 * Live articles with a quote of which everything is true, and the first of these quotes.
 * @param inner how many quotes of an article, and only those behind a place in it.
 */
export function quotesIn(
  query: QuoteQuery,
  inner: { readonly size: number; readonly after?: number | undefined } | undefined,
): Clause[] {
  const { request, text, speaker, notBy, aboutIds } = query;
  const { from, to, timeZone } = request;
  const must = text === undefined ? [] : quoteTextClauses(text);
  const filter: Clause[] = [
    ...(speaker === undefined ? [] : [saidBy(speaker)]),
    ...(aboutIds === undefined ? [] : [{ terms: { 'quotes.aboutIds': [...aboutIds] } }]),
    ...(inner?.after === undefined ? [] : [{ range: { 'quotes.start': { gt: inner.after } } }]),
  ];
  const mustNot: Clause[] =
    notBy === undefined ? [] : [{ terms: { 'quotes.speakerId': [...notBy] } }];
  return [
    onlyLive,
    ...(request.feed === undefined ? [] : [{ term: { feed: request.feed } }]),
    ...(request.lang === undefined ? [] : [{ term: { language: request.lang } }]),
    ...datedIn({ from, to, timeZone }),
    {
      nested: {
        path: 'quotes',
        query: { bool: { must, filter, must_not: mustNot } },
        ...(inner && {
          inner_hits: {
            name: INNER,
            size: inner.size,
            sort: [{ 'quotes.start': { order: 'asc' } }],
            ...(text && { highlight: quoteHighlight() }),
          },
        }),
      },
    },
  ];
}

function saidBy({ ids, printed }: QuoteSpeaker): Clause {
  const entities: Clause = { terms: { 'quotes.speakerId': [...ids] } };
  if (printed === undefined) return entities;
  const nobodyKnown: Clause = {
    bool: {
      must: [{ match_phrase: { 'quotes.speaker': printed } }],
      must_not: [{ exists: { field: 'quotes.speakerId' } }],
    },
  };
  return { bool: { should: [entities, nobodyKnown] } };
}
