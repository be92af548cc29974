import type { AnnotatedEntity, EntityPairView, ReadEntityPair } from '@warta/contracts';
import { isWhole, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { textOf } from '../article-index/article-document.ts';
import type { Entities } from '../entity-book/entities.ts';
import type { EntityName } from '../entity-book/entity-names.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { datedIn, onlyLive } from '../search-articles/search-filters.ts';
import { toQuoteHits } from '../search-quotes/search-quotes.ts';
import { associationOf, roundedAssociation } from './association.ts';
import { daysIn } from './entity-counts.ts';
import { entityOf, latestQuotes } from './read-entity.ts';
import { sentencesWithBoth } from './sentences-with-both.ts';

const SEARCH_TIMEOUT = '2s';

type PairSource = Pick<
  LiveDocument,
  'articleId' | 'feed' | 'url' | 'title' | 'body' | 'datedAt' | 'duplicateGroup'
> & { annotation?: { entities?: readonly Pick<AnnotatedEntity, 'id' | 'mentions'>[] } };

interface Found {
  days: { buckets: readonly { key_as_string: string; doc_count: number }[] };
}
interface Counted {
  counts: { buckets: Record<'one' | 'other', { doc_count: number }> };
}

/**
 * What connects two entities: the articles that mention both, how much that is, and what one said of
 * the other.
 * @throws UnknownEntityError, InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function readEntityPair(
  entities: Entities,
  references: readonly [string, string],
  request: ReadEntityPair,
): Promise<EntityPairView> {
  const { book } = entities;
  const [a, b] = await Promise.all([
    entityOf(entities, references[0]),
    entityOf(entities, references[1]),
  ]);
  if (a.id === b.id) throw new InvalidSearchError('b', 'must be another entity than a');
  const [ofA, ofB] = [book.membersOf(a.id), book.membersOf(b.id)];
  const [articles, all, aboutB, aboutA] = await Promise.all([
    articlesWithBoth(entities, [ofA, ofB], request),
    countEach(entities, [ofA, ofB], request),
    latestQuotes(entities, { request, speaker: { ids: ofA }, aboutIds: ofB }),
    latestQuotes(entities, { request, speaker: { ids: ofB }, aboutIds: ofA }),
  ]);
  const { together } = articles;
  const quotes = [...aboutB.quotes, ...aboutA.quotes].sort((one, other) =>
    one.article.datedAt > other.article.datedAt ? -1 : 1,
  );
  return {
    a: shown(a),
    b: shown(b),
    together,
    ...(together > 0 && roundedAssociation(associationOf({ ...all, both: together }))),
    articles: articles.data,
    days: articles.days,
    quotes: await toQuoteHits(entities, quotes),
    partial: articles.partial || all.partial || aboutA.partial || aboutB.partial,
  };
}

function shown({ id, type, name, wikidata }: EntityName): EntityPairView['a'] {
  return { id, type, name, wikidata };
}

async function articlesWithBoth(
  { index }: Entities,
  [ofA, ofB]: readonly [readonly string[], readonly string[]],
  { from, to, timeZone, size }: ReadEntityPair,
) {
  const filter = [
    onlyLive,
    { terms: { entityIds: [...ofA] } },
    { terms: { entityIds: [...ofB] } },
    ...datedIn({ from, to, timeZone }),
  ];
  const found = await askIndex(index, 'searching articles of two entities', () =>
    index.client.search<PairSource, Found>({
      index: index.names.read,
      query: { bool: { filter } },
      sort: [{ datedAt: { order: 'desc' } }, { articleId: { order: 'asc' } }],
      size,
      // Copies of one text would fill the list; the numbers count each.
      collapse: { field: 'duplicateGroup' },
      track_total_hits: true,
      timeout: SEARCH_TIMEOUT,
      _source: [
        ...(['articleId', 'feed', 'url', 'title', 'body', 'datedAt', 'duplicateGroup'] as const),
        'annotation.entities.id',
        'annotation.entities.mentions',
      ],
      aggs: { days: daysIn(timeZone) },
    }),
  );
  const buckets = found.aggregations?.days.buckets ?? [];
  return {
    together: totalOf(found),
    days: buckets.map(({ key_as_string: day, doc_count: articles }) => ({ day, articles })),
    data: found.hits.hits.flatMap(({ _source }) =>
      _source === undefined ? [] : [toPairArticle(_source, ofA, ofB)],
    ),
    partial: !isWhole(found),
  };
}

function toPairArticle(
  source: PairSource,
  ofA: readonly string[],
  ofB: readonly string[],
): EntityPairView['articles'][number] {
  const { articleId: id, feed, url, datedAt, duplicateGroup = id } = source;
  const title = textOf(source.title);
  const mentionsOf = (ids: readonly string[]) =>
    (source.annotation?.entities ?? [])
      .filter((entity) => ids.includes(entity.id))
      .flatMap(({ mentions }) => mentions);
  const texts = { title: title ?? '', body: textOf(source.body) ?? '' };
  const sentences = sentencesWithBoth(texts, mentionsOf(ofA), mentionsOf(ofB));
  return { id, feed, url, title, datedAt, duplicateGroup, sentences };
}

/** Of the span: all articles, and those of each. */
async function countEach(
  { index }: Entities,
  [ofA, ofB]: readonly [readonly string[], readonly string[]],
  { from, to, timeZone }: ReadEntityPair,
): Promise<{ all: number; one: number; other: number; partial: boolean }> {
  const found = await askIndex(index, 'counting articles of two entities', () =>
    index.client.search<unknown, Counted>({
      index: index.names.read,
      query: { bool: { filter: [onlyLive, ...datedIn({ from, to, timeZone })] } },
      size: 0,
      track_total_hits: true,
      timeout: SEARCH_TIMEOUT,
      aggs: {
        counts: {
          filters: {
            filters: {
              one: { terms: { entityIds: [...ofA] } },
              other: { terms: { entityIds: [...ofB] } },
            },
          },
        },
      },
    }),
  );
  const counts = found.aggregations?.counts.buckets;
  return {
    all: totalOf(found),
    one: counts?.one.doc_count ?? 0,
    other: counts?.other.doc_count ?? 0,
    partial: !isWhole(found),
  };
}
