import { entityIdOfKey, entityNamePrefix } from '../article-index/fold-name.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';

/** Ids speak for themselves; everything else is a name. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const wikidataId = /^Q[1-9]\d*$/i;

/** A name borne by more entities than this ("Kim") finds these. */
const ENTITIES_PER_NAME_MAX = 100;

/**
 * What an entity is called by stands for: its id, its Wikidata id, or every entity that bears the
 * name anywhere in the index. So "Korut" finds the articles that only ever say "Korea Utara".
 */
export async function entityIds(
  { client, names }: ArticleIndex,
  entity: string,
): Promise<{ ids: string[]; isComplete: boolean }> {
  const called = entity.trim();
  if (uuid.test(called)) return { ids: [called.toLowerCase()], isComplete: true };
  if (wikidataId.test(called)) return { ids: [called.toUpperCase()], isComplete: true };
  const prefix = entityNamePrefix(called);
  const { terms, complete } = await client.termsEnum({
    index: names.read,
    field: 'entityNames',
    string: prefix,
    size: ENTITIES_PER_NAME_MAX,
  });
  return { ids: [...new Set(terms.map(entityIdOfKey))], isComplete: complete };
}
