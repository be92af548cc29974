import type { EntityType } from '@warta/contracts';
import { knownNames } from '@warta/nlp/known-names';
import { foldName } from '../article-index/fold-name.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from './entity-book.ts';
import type { EntityNames } from './entity-names.ts';
import { bearersInUse } from './names-in-use.ts';

/** Ids speak for themselves; everything else is a name. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const wikidataId = /^Q[1-9]\d*$/i;

/** A name borne by more entities than this ("Kim") finds these. */
export const ENTITIES_PER_NAME_MAX = 100;

export interface FoundEntities {
  /** Every id that articles may carry for them, members of merged ones as well; none: nobody. */
  readonly ids: readonly string[];
  /** False when more entities bear the name than are searched. */
  readonly isComplete: boolean;
}

/** Where entities are known from; one of each per process. */
export interface EntityParts {
  readonly index: ArticleIndex;
  readonly book: EntityBook;
  readonly names: EntityNames;
}

/**
 * What an entity is called by stands for: its id, its Wikidata id, or every entity that bears the
 * name anywhere in the index, in a correction or in the tables of names that Warta ships with. So
 * "Korut" finds the articles that only ever say "Korea Utara". Merges, names added and taken away, blocks and new types count at once; a split
 * once the enricher has published its articles again. Asks by `askIndex`, so not to be called within.
 * @param types only entities of these. An id that no article shows may be of any type.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function findEntities(
  parts: EntityParts,
  name: string,
  types?: readonly EntityType[],
): Promise<FoundEntities> {
  const { book } = parts;
  const called = name.trim();
  if (uuid.test(called) || wikidataId.test(called)) {
    const ids = await byId(parts, called);
    const found = types === undefined ? ids : await ofTypes(parts, ids, [...types, undefined]);
    return { ids: found, isComplete: true };
  }
  const borne = await bearersInUse(parts.index, called, ENTITIES_PER_NAME_MAX);
  const { isComplete } = borne;
  const folded = foldName(called);
  const known = knownNames(called).map(({ id }) => id);
  const ids = unblocked(book, [
    ...[...borne.ids, ...known].filter((id) => !book.isNotCalled(id, folded)),
    ...book.bearersOf(called),
  ]);
  return { ids: types === undefined ? ids : await ofTypes(parts, ids, types), isComplete };
}

/** Merges, blocks and quotes know our ids only; documents carry Wikidata's beside them. */
async function byId({ book, names }: EntityParts, id: string): Promise<readonly string[]> {
  if (uuid.test(id)) return unblocked(book, [id.toLowerCase()]);
  const own = await names.idOf(id.toUpperCase());
  return own === undefined ? [id.toUpperCase()] : unblocked(book, [own]);
}

/** @param types `undefined` is that of an entity which no article shows. */
async function ofTypes(
  { names }: EntityParts,
  ids: readonly string[],
  types: readonly (EntityType | undefined)[],
): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const named = await names.of(ids);
  return ids.filter((id) => types.includes(named.get(id)?.type));
}

function unblocked(book: EntityBook, ids: readonly string[]): string[] {
  const all = ids.flatMap((id) => book.membersOf(id));
  return [...new Set(all)].filter((id) => !book.isBlocked(id));
}
