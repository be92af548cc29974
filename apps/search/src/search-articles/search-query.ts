import type { SearchArticles } from '@warta/contracts';
import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage, LiveDocument } from '../article-index/article-document.ts';
import { analysisOf, analyzedLanguages } from '../article-index/article-document.ts';
import type { SortValues } from './cursor.ts';
import type { SearchWords } from './search-words.ts';

/** Elasticsearch stops collecting then and answers with what it has: such a page is partial. */
const SEARCH_TIMEOUT = '2s';

/** Counting further costs more than knowing is worth; the answer says "at least". */
const TOTAL_COUNTED_MAX = 10_000;

/** Of a body longer than this only the beginning is highlighted; it is searched whole. */
const HIGHLIGHTED_LENGTH_MAX = 100_000;
const BODY_FRAGMENTS_MAX = 3;
const BODY_FRAGMENT_LENGTH = 160;

/**
 * What a match counts. As it stands before inflected, title before body; a name of an entity counts
 * like a title's word, since a wrong stem can never be one.
 */
const boosts = { titleExact: 6, names: 4, bodyExact: 3, titleStem: 2, bodyStem: 1 };

/** A document that matches in several fields is a little better, but one good match decides. */
const TIE_BREAKER = 0.1;

/** What a hit needs of its document; the body stays where it is. */
export const hitFields = [
  'articleId',
  'feed',
  'sourceId',
  'url',
  'title',
  'byline',
  'section',
  'language',
  'publishedAt',
  'updatedAt',
  'rev',
  'revision',
  'duplicateOf',
  'entities',
] as const satisfies readonly (keyof LiveDocument)[];

/** A validated search with what had to be found out for it. */
export interface SearchQuery {
  readonly request: SearchArticles;
  readonly words: SearchWords;
  /** What `entity` stands for; absent when the request names none, empty when nothing bears it. */
  readonly entityIds?: readonly string[] | undefined;
  /** Where the page before ended. */
  readonly after?: SortValues | undefined;
}

/**
 * The body of the search. Nothing of the request becomes syntax: texts are only ever analysed, and
 * everything else is a value of a clause written here. Asks for one hit more than the page holds,
 * to know whether there is a next one. Pure.
 */
export function searchBody(query: SearchQuery): estypes.SearchRequest {
  const { request, words } = query;
  const languages =
    request.lang === undefined
      ? analyzedLanguages
      : analyzedLanguages.filter((one) => request.lang?.map(analysisOf).includes(one));
  const hasText = words.words.length + words.phrases.length > 0;
  return {
    query: {
      bool: {
        must: [
          ...words.words.map((word) => anyField(word, wordFields(languages))),
          ...words.phrases.map((phrase) => phraseIn(phrase, languages)),
        ],
        must_not: words.excluded.map((text) => phraseIn(text, languages)),
        filter: filtersOf(query),
      },
    },
    sort: sortOf(request, words),
    size: request.size + 1,
    ...(query.after && { search_after: [...query.after] }),
    ...(hasText && { highlight: highlightOf(languages) }),
    _source: [...hitFields],
    track_total_hits: TOTAL_COUNTED_MAX,
    timeout: SEARCH_TIMEOUT,
  };
}

/** The order a search has when it does not ask for one. */
export function sortKindOf(
  request: SearchArticles,
  words: SearchWords,
): 'relevance' | 'newest' | 'oldest' {
  return request.sort ?? (words.words.length + words.phrases.length > 0 ? 'relevance' : 'newest');
}

/** Instants and days as milliseconds; a day is its first moment, UTC. */
export function instantMs(text: string): number {
  return Date.parse(text);
}

function anyField(query: string, fields: string[]): estypes.QueryDslQueryContainer {
  return {
    multi_match: { query, fields, type: 'best_fields', operator: 'and', tie_breaker: TIE_BREAKER },
  };
}

function phraseIn(
  query: string,
  languages: readonly AnalyzedLanguage[],
): estypes.QueryDslQueryContainer {
  return { multi_match: { query, fields: exactFields(languages), type: 'phrase' } };
}

function wordFields(languages: readonly AnalyzedLanguage[]): string[] {
  return [...exactFields(languages), `names^${boosts.names}`, ...stemFields(languages)];
}

function exactFields(languages: readonly AnalyzedLanguage[]): string[] {
  return languages.flatMap((language) => [
    `${exactOf(`title.${language}`)}^${boosts.titleExact}`,
    `${exactOf(`body.${language}`)}^${boosts.bodyExact}`,
  ]);
}

function stemFields(languages: readonly AnalyzedLanguage[]): string[] {
  return languages
    .filter((language) => language !== 'other')
    .flatMap((language) => [
      `title.${language}^${boosts.titleStem}`,
      `body.${language}^${boosts.bodyStem}`,
    ]);
}

/** Other languages are not stemmed: their field is the exact one itself. */
function exactOf(field: string): string {
  return field.endsWith('.other') ? field : `${field}.exact`;
}

/** Only live articles: none without a text, and not the index's own book-keeping. */
function filtersOf({ request, entityIds }: SearchQuery): estypes.QueryDslQueryContainer[] {
  const filters: estypes.QueryDslQueryContainer[] = [{ term: { status: 'live' } }];
  if (entityIds !== undefined) filters.push({ terms: { entityIds: [...entityIds] } });
  if (request.lang !== undefined) filters.push({ terms: { language: request.lang } });
  if (request.feed !== undefined) filters.push({ terms: { feed: request.feed } });
  if (request.from !== undefined || request.to !== undefined) {
    filters.push({
      range: {
        datedAt: {
          ...(request.from !== undefined && { gte: instantMs(request.from) }),
          ...(request.to !== undefined && { lt: instantMs(request.to) }),
          format: 'epoch_millis',
        },
      },
    });
  }
  return filters;
}

/** The id makes every order total, so that no article falls between two pages. */
function sortOf(request: SearchArticles, words: SearchWords): estypes.SortCombinations[] {
  const byId = { articleId: { order: 'asc' as const } };
  switch (sortKindOf(request, words)) {
    case 'relevance':
      return [{ _score: { order: 'desc' } }, { datedAt: { order: 'desc' } }, byId];
    case 'newest':
      return [{ datedAt: { order: 'desc' } }, byId];
    case 'oldest':
      return [{ datedAt: { order: 'asc' } }, byId];
  }
}

function highlightOf(languages: readonly AnalyzedLanguage[]): estypes.SearchHighlight {
  const fields = languages.flatMap((language) =>
    (['title', 'body'] as const).map((name) => [
      `${name}.${language}`,
      highlightField(name, language),
    ]),
  );
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<em>'],
    post_tags: ['</em>'],
    max_analyzed_offset: HIGHLIGHTED_LENGTH_MAX,
    fields: Object.fromEntries(fields) as Record<string, estypes.SearchHighlightField>,
  };
}

/** A title is shown whole. What matched as it stands is marked in the field that is shown, too. */
function highlightField(
  name: 'title' | 'body',
  language: AnalyzedLanguage,
): estypes.SearchHighlightField {
  const field = `${name}.${language}`;
  return {
    ...(language !== 'other' && { matched_fields: [field, exactOf(field)] }),
    ...(name === 'title'
      ? { number_of_fragments: 0 }
      : { number_of_fragments: BODY_FRAGMENTS_MAX, fragment_size: BODY_FRAGMENT_LENGTH }),
  };
}
