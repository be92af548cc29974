import type { estypes } from '@elastic/elasticsearch';
import { answersOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { QuotePlace } from './quote-cursor.ts';
import { articleFields, INNER, newestFirst, quotesIn } from './quote-query.ts';
import type { InnerQuote, QuoteArticle, QuotedHit, QuoteQuery } from './quote-query.ts';

/** Of one article at once; Elasticsearch gives at most 100 of a hit. */
const INNER_MAX = 25;

/**
 * Searches one page may take: an article with very many quotes needs one for every 25, and copies
 * that are left out leave room. A page that would take more ends early, with the place to go on from.
 */
const SEARCHES_MAX = 12;

/** Elasticsearch stops then and answers with what it has: such a page is partial. */
const SEARCH_TIMEOUT = '2s';

export interface PlacedQuote {
  readonly article: QuoteArticle;
  readonly quote: InnerQuote;
}

export interface QuotePage {
  readonly quotes: readonly PlacedQuote[];
  /** Where to go on; absent at the end. */
  readonly next?: QuotePlace | undefined;
  readonly partial: boolean;
}

export interface PageOptions {
  readonly size: number;
  readonly after?: QuotePlace | undefined;
  /** Of articles that tell one story, only one. */
  readonly isCollapsed: boolean;
  readonly preference: string;
}

/**
 * Quotes that match, of the newest articles first and in an article as they stand. What comes after a
 * place depends on nothing but that place: pages neither lose nor repeat a quote that stays.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readQuotes(
  index: ArticleIndex,
  query: QuoteQuery,
  options: PageOptions,
): Promise<QuotePage> {
  const { size } = options;
  const quotes: PlacedQuote[] = [];
  let place = options.after;
  let partial = false;
  for (let searches = 0; searches < SEARCHES_MAX; searches += 1) {
    const wanted = size - quotes.length;
    if (wanted === 0) return { quotes, next: place, partial };
    const found = await ask(index, query, place, wanted, options.preference);
    partial ||= found.partial;
    const shown = options.isCollapsed ? await withoutCopies(index, query, found.hits) : undefined;
    for (const hit of found.hits) {
      const { _source: article, inner_hits: inner } = hit;
      if (article === undefined) continue;
      const { articleId } = article;
      const datedAtMs = Date.parse(article.datedAt);
      place = { datedAtMs, articleId };
      if (shown !== undefined && !shown.has(articleId)) continue;
      const of = (inner?.[INNER]?.hits.hits ?? []) as InnerQuote[];
      const taken = of.slice(0, size - quotes.length);
      quotes.push(...taken.map((quote) => ({ article, quote })));
      const isWhole = totalOf(inner?.[INNER]) === taken.length;
      if (!isWhole) place = { datedAtMs, articleId, start: taken.at(-1)?._source?.start ?? 0 };
      if (!isWhole || quotes.length === size) break;
    }
    if (found.isLast && isAtEnd(found.hits, place)) return { quotes, partial };
  }
  return { quotes, next: place, partial };
}

/** Whether every article that was found has been gone through. */
function isAtEnd(hits: readonly QuotedHit[], place: QuotePlace | undefined): boolean {
  const last = hits.at(-1)?._source?.articleId;
  return last === undefined || (place?.articleId === last && place.start === undefined);
}

/** The rest of the article that a place is in, else the articles behind it. */
async function ask(
  index: ArticleIndex,
  query: QuoteQuery,
  place: QuotePlace | undefined,
  wanted: number,
  preference: string,
): Promise<{ hits: QuotedHit[]; isLast: boolean; partial: boolean }> {
  const inner = { size: Math.min(wanted, INNER_MAX), after: place?.start };
  const isInside = place?.start !== undefined;
  const filter = quotesIn(query, inner);
  if (isInside) filter.push({ term: { articleId: place.articleId } });
  const found = await askIndex(index, 'searching quotes', () =>
    index.client.search<QuoteArticle>({
      index: index.names.read,
      preference,
      allow_partial_search_results: true,
      query: { bool: { filter } },
      sort: newestFirst,
      size: isInside ? 1 : wanted,
      ...(place && !isInside && { search_after: [place.datedAtMs, place.articleId] }),
      _source: [...articleFields],
      track_total_hits: false,
      timeout: SEARCH_TIMEOUT,
    }),
  );
  const partial = found.timed_out || found._shards.failed > 0;
  const hits = found.hits.hits as QuotedHit[];
  if (!isInside || hits.length > 0) {
    return { hits, isLast: !isInside && hits.length < wanted, partial };
  }
  // The article changed or went meanwhile, or its last quote was the last of a page.
  const { datedAtMs, articleId } = place;
  return ask(index, query, { datedAtMs, articleId }, wanted, preference);
}

/**
 * Which of these articles stand for their story: the one that told it first when it is among all that
 * match, else the newest of them. The same on every page.
 */
async function withoutCopies(
  index: ArticleIndex,
  query: QuoteQuery,
  hits: readonly QuotedHit[],
): Promise<Set<string>> {
  const articles = hits.flatMap(({ _source }) => (_source === undefined ? [] : [_source]));
  const isLead = ({ articleId, duplicateGroup }: QuoteArticle) =>
    duplicateGroup === undefined || duplicateGroup === articleId;
  const shown = new Set(articles.filter(isLead).map(({ articleId }) => articleId));
  const copies = articles.filter((article) => !isLead(article));
  const groups = [...new Set(copies.map(({ duplicateGroup = '' }) => duplicateGroup))];
  if (groups.length === 0) return shown;
  const matching = quotesIn(query, undefined);
  const among = (filter: estypes.QueryDslQueryContainer) => ({
    query: { bool: { filter: [...matching, filter] } },
    sort: newestFirst,
    size: groups.length,
    _source: ['articleId', 'duplicateGroup'],
    track_total_hits: false,
  });
  const doing = 'searching copies of quotes';
  const { responses } = await askIndex(index, doing, () =>
    index.client.msearch<QuoteArticle>({
      index: index.names.read,
      searches: [
        {},
        among({ terms: { articleId: groups } }),
        {},
        { ...among({ terms: { duplicateGroup: groups } }), collapse: { field: 'duplicateGroup' } },
      ],
    }),
  );
  const [leads, newest] = answersOf<QuoteArticle>(doing, responses).map(({ hits: found }) =>
    found.hits.map(({ _source }) => _source),
  );
  const led = new Set(leads?.map((lead) => lead?.articleId));
  for (const article of newest ?? []) {
    if (article !== undefined && !led.has(article.duplicateGroup)) shown.add(article.articleId);
  }
  return shown;
}

function totalOf(inner: estypes.SearchInnerHitsResult | undefined): number {
  const total = inner?.hits.total;
  return typeof total === 'object' ? (total?.value ?? 0) : (total ?? 0);
}
