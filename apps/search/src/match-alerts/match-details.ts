import type { estypes } from '@elastic/elasticsearch';
import type { AlertMatch, AlertSentence, Annotation, SavedFilters } from '@warta/contracts';
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

/** And of an article that was missed: there is no state at hand to take its sentences from. */
export const lateMatchFields = [...matchFields, 'body', 'annotation'] as const;

type Source = Pick<LiveDocument, (typeof matchFields)[number]> &
  Partial<Pick<LiveDocument, 'body' | 'annotation'>>;

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
  const text = article.rev === source.rev ? textAt(article, source) : undefined;
  const quoted = quotedSentences(hit, { body: text?.content.body, entities: source.entities });
  const sentences = distinct([...quoted, ...highlightedSentences(hit.highlight)]);
  return {
    searchId: search.id,
    asked: search.asked,
    group: source.duplicateGroup ?? source.articleId,
    newsAtMs: article.newsAtMs,
    arrivedAtMs: article.arrivedAtMs,
    isLate: article.state === undefined,
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
        sentences.length > 0 || text === undefined
          ? sentences
          : sentencesAbout(text, new Set(asked.map(({ id }) => id))),
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

interface AnnotatedText {
  readonly content: { readonly title?: string | undefined; readonly body?: string | undefined };
  readonly entities: Annotation['entities'];
}

function textAt({ state }: LiveState, { title, body, annotation }: Source): AnnotatedText {
  if (state) return { content: state.content, entities: state.annotation.entities };
  return {
    content: { title: textOf(title), body: textOf(body) },
    entities: annotation?.entities ?? [],
  };
}

/** Where an article names what was asked for, when no words were. */
function sentencesAbout(
  { content, entities }: AnnotatedText,
  ids: ReadonlySet<string>,
): AlertSentence[] {
  return entities
    .filter(({ id }) => ids.has(id))
    .slice(0, SENTENCES_MAX)
    .flatMap(({ mentions }) => {
      const mention = mentions.find(({ field }) => field === 'body') ?? mentions[0];
      const text = mention && content[mention.field];
      return text ? [{ field: mention.field, html: sentenceAround(text, mention) }] : [];
    });
}
