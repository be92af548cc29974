import type { estypes } from '@elastic/elasticsearch';
import type { AskSimilar, SimilarArticles } from '@warta/contracts';
import { analysisOf } from '../article-index/article-document.ts';
import type { ArticleDocument, LiveDocument } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { readDocument } from '../article-index/read-document.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { isIncomplete } from '../search-articles/judge-hits.ts';
import { hitFields, SEARCH_TIMEOUT } from '../search-articles/search-body.ts';
import type { HitSource } from '../search-articles/search-body.ts';
import { matching, understandFilters } from '../search-articles/search-filters.ts';
import { toHit } from '../search-articles/search-hits.ts';

type Clause = estypes.QueryDslQueryContainer;

/** The words that tell an article from others best; more make it slower and hardly better. */
const TELLING_WORDS_MAX = 25;
/** Of these words another article must have. */
const WORDS_SHARED = '30%';

/** What an article is about; the rest it only mentions. */
const ENTITIES_MAX = 10;
/** Articles without a word in common, such as those in another language, share so many of them. */
const ENTITIES_SHARED_MIN = 2;
/** One of them in common says as much as two rare words. */
const ENTITY_BOOST = 2;

const sourceFields = ['status', 'language', 'duplicateGroup', 'entities'] as const;
type LikedDocument = Pick<LiveDocument, (typeof sourceFields)[number]>;

/** Why nothing can be compared with an article. */
export type NotLive = Exclude<ArticleDocument['status'], 'live'> | 'unknown';

/**
 * Articles about the same: that share the words and the entities which tell this one from others.
 * @returns the status when the article is not live.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function findSimilar(
  parts: EntityParts,
  articleId: string,
  { copies, size, ...filters }: AskSimilar,
): Promise<SimilarArticles | NotLive> {
  const { index, book } = parts;
  const article = await readDocument<ArticleDocument | LikedDocument>(
    index,
    articleId,
    sourceFields,
  );
  if (article === undefined) return 'unknown';
  if (article.status !== 'live') return article.status;
  const understood = await understandFilters(parts, filters);
  const liked = article as LikedDocument;
  const found = await askIndex(index, 'looking for similar articles', () =>
    index.client.search<HitSource>({
      index: index.names.read,
      query: {
        bool: {
          must: [likeness(liked, { articleId, index: index.names.read, book })],
          filter: [matching(understood)],
          must_not: [
            { term: { articleId } },
            ...(copies ? [] : [{ term: { duplicateGroup: liked.duplicateGroup ?? articleId } }]),
          ],
        },
      },
      size,
      ...(!copies && { collapse: { field: 'duplicateGroup' } }),
      sort: [{ _score: { order: 'desc' } }, { articleId: { order: 'asc' } }],
      _source: [...hitFields],
      track_total_hits: false,
      allow_partial_search_results: true,
      timeout: SEARCH_TIMEOUT,
    }),
  );
  return { data: found.hits.hits.map((hit) => toHit(hit)), partial: isIncomplete(found) };
}

function likeness(
  { language, entities }: LikedDocument,
  { articleId, index, book }: { articleId: string; index: string; book: EntityBook },
): Clause {
  const analysis = analysisOf(language);
  const words: Clause = {
    more_like_this: {
      fields: [`title.${analysis}`, `body.${analysis}`],
      like: [{ _index: index, _id: articleId }],
      min_term_freq: 1,
      min_doc_freq: 2,
      max_query_terms: TELLING_WORDS_MAX,
      minimum_should_match: WORDS_SHARED,
    },
  };
  const main = entities
    .filter(({ id, salience }) => salience === 'main' && !book.isBlocked(id))
    .slice(0, ENTITIES_MAX);
  if (main.length < ENTITIES_SHARED_MIN) return words;
  const shared = main.map(({ id }): Clause => ({
    dis_max: {
      queries: book.membersOf(id).map((member) => ({
        term: { entityIds: { value: member, boost: ENTITY_BOOST } },
      })),
    },
  }));
  const entity = { bool: { should: shared, minimum_should_match: ENTITIES_SHARED_MIN } };
  return { bool: { should: [words, entity], minimum_should_match: 1 } };
}
