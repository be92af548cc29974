import { answersOf, isWhole, totalOf } from '../article-index/answers-of.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { printedOfKey } from '../article-index/entity-fields.ts';
import { entityIdOfKey, entityNamePrefix } from '../article-index/fold-name.ts';
import { literalPattern } from './literal-pattern.ts';

/**
 * Articles in which the names of an entity are counted: enough for the frequent ones, and few enough
 * to look them up for every search.
 */
const ARTICLES_COUNTED_MAX = 200;

/** Names of one entity, the most frequent first. */
const NAMES_MAX = 50;

export interface Bearers {
  readonly ids: readonly string[];
  /** False when more may bear the name. */
  readonly isComplete: boolean;
}

/**
 * Entities of which an article says that they bear this name. The dictionary of names, which is read
 * first, keeps those of documents that were replaced or erased until Lucene merges its files, which
 * may be never: so each is asked for.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function bearersInUse(
  index: ArticleIndex,
  name: string,
  size: number,
): Promise<Bearers> {
  const doing = 'finding entities by name';
  const { terms, complete } = await askIndex(index, doing, () =>
    index.client.termsEnum({
      index: index.names.read,
      field: 'entityNames',
      string: entityNamePrefix(name),
      size,
    }),
  );
  if (terms.length === 0) return { ids: [], isComplete: complete };
  const searches = terms.flatMap((key) => [{}, isAny({ term: { entityNames: key } })]);
  const { responses } = await askIndex(index, doing, () =>
    index.client.msearch({ index: index.names.read, searches }),
  );
  const found = answersOf(doing, responses);
  return {
    ids: terms.filter((_, at) => totalOf(found[at] ?? none) > 0).map(entityIdOfKey),
    isComplete: complete && found.every(isWhole),
  };
}

/** Whether there is any document at all. */
export function isAny<Query>(query: Query) {
  return { query, size: 0, terminate_after: 1, track_total_hits: 1 };
}

const none = { hits: { total: 0, hits: [] } };

interface Counted {
  names: { buckets: readonly { key: string }[] };
}

/**
 * What articles call each of these entities, as printed, the most frequent first. Rare names of an
 * entity of very many articles are left out.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function printedNames(
  index: ArticleIndex,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const doing = 'reading other names of entities';
  const searches = ids.flatMap((id) => [
    {},
    {
      query: { bool: { filter: [{ term: { entityIds: id } }] } },
      size: 0,
      track_total_hits: false,
      terminate_after: ARTICLES_COUNTED_MAX,
      aggs: {
        names: {
          terms: {
            field: 'entityForms',
            include: `${literalPattern(id)}\\|.*`,
            size: NAMES_MAX,
            // Of few articles: the other way numbers all names of the index first.
            execution_hint: 'map' as const,
          },
        },
      },
    },
  ]);
  const { responses } = await askIndex(index, doing, () =>
    index.client.msearch<unknown, Counted>({ index: index.names.read, searches }),
  );
  const found = answersOf<unknown, Counted>(doing, responses);
  return new Map(
    ids.map((id, at) => {
      const buckets = found[at]?.aggregations?.names.buckets ?? [];
      return [id, buckets.map(({ key }) => printedOfKey(key))];
    }),
  );
}
