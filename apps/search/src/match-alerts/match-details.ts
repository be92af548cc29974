import type { estypes } from '@elastic/elasticsearch';
import type { AlertMatch, AlertSentence, SavedFilters } from '@warta/contracts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { textOf } from '../article-index/article-document.ts';
import type { LiveState } from './batch-states.ts';
import type { ReadySearch } from './compiled-searches.ts';
import { highlightedSentences, sentenceAround, SENTENCES_MAX } from './match-sentences.ts';
import { quotedSentences } from './quoted-sentences.ts';
import type { Match } from './thread-events.ts';

/** What a match needs of the document. */
export const matchFields = [
  'articleId',
  'feed',
  'rev',
  'revision',
  'title',
  'url',
  'language',
  'publishedAt',
  'duplicateGroup',
  'entities',
  'quotes',
] as const satisfies readonly (keyof LiveDocument)[];

type Source = Pick<LiveDocument, (typeof matchFields)[number]>;

/** More entities than this are a list, not a reason. */
const ENTITIES_MAX = 10;

/**
 * What a hit tells. The document is what counts, which may be newer than the state that led here.
 * @returns undefined when the article was pushed before the search was saved.
 */
export function matchOf(
  search: ReadySearch,
  article: LiveState,
  hit: estypes.SearchHit<unknown>,
): Match | undefined {
  const source = hit._source as Source;
  if (article.newsAtMs <= search.matchesFromMs) return undefined;
  const asked = askedEntities(search, source);
  const isSame = article.rev === source.rev;
  const { body } = article.state.content;
  const about = { body: isSame ? body : undefined, entities: source.entities };
  const sentences = distinct([
    ...quotedSentences(hit, about),
    ...highlightedSentences(hit.highlight),
  ]);
  return {
    searchId: search.id,
    asked: search.asked,
    group: source.duplicateGroup ?? source.articleId,
    newsAtMs: article.newsAtMs,
    article: {
      id: source.articleId,
      feed: source.feed,
      rev: source.rev,
      revision: source.revision,
      title: textOf(source.title),
      url: source.url,
      language: source.language,
      publishedAt: source.publishedAt,
    },
    matched: {
      clauses: clausesOf(search, hit),
      sentences:
        sentences.length > 0 || !isSame
          ? sentences
          : sentencesAbout(article, new Set(asked.map(({ id }) => id))),
      entities: asked.map(({ id, type, name }) => ({ id, type, name })),
    } satisfies AlertMatch,
  };
}

/** One sentence may be told for a quote and for a word. */
function distinct(sentences: readonly AlertSentence[]): AlertSentence[] {
  const byText = new Map<string, AlertSentence>();
  for (const sentence of sentences) {
    const text = `${sentence.field}:${sentence.html.replace(/<\/?em>/g, '')}`;
    if (!byText.has(text)) byText.set(text, sentence);
  }
  return [...byText.values()].slice(0, SENTENCES_MAX);
}

function askedEntities({ compiled }: ReadySearch, { entities }: Source) {
  return entities
    .filter(
      ({ id, wikidata }) =>
        compiled.entityIds.has(id) || (wikidata !== undefined && compiled.entityIds.has(wikidata)),
    )
    .slice(0, ENTITIES_MAX);
}

/** Where nothing of a query is in the article, it is true as a whole: `-beras`. */
function clausesOf(
  { q, compiled, filters }: ReadySearch,
  hit: estypes.SearchHit<unknown>,
): string[] {
  const named = Array.isArray(hit.matched_queries)
    ? hit.matched_queries
    : Object.keys(hit.matched_queries ?? {});
  const typed = named.flatMap((name) => compiled.clauseText(name) ?? []);
  const ofQuery = typed.length === 0 && q !== undefined ? [q] : typed;
  return [...new Set([...ofQuery, ...filterTexts(filters)])];
}

/** Filters are all true of a hit. */
function filterTexts(filters: SavedFilters): string[] {
  return Object.entries(filters).flatMap(([name, value]) =>
    value === undefined || name === 'timeZone' ? [] : `${name}: ${[value].flat().join(', ')}`,
  );
}

/** Where an article names what was asked for, when no words were. */
function sentencesAbout({ state }: LiveState, ids: ReadonlySet<string>): AlertSentence[] {
  const { content, annotation } = state;
  return annotation.entities
    .filter(({ id }) => ids.has(id))
    .slice(0, SENTENCES_MAX)
    .flatMap(({ mentions }) => {
      const mention = mentions.find(({ field }) => field === 'body') ?? mentions[0];
      const text = mention && content[mention.field];
      return text ? [{ field: mention.field, html: sentenceAround(text, mention) }] : [];
    });
}
