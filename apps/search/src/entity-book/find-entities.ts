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
 * @param types only entities of these; an id is believed whatever its type.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function findEntities(
  parts: EntityParts,
  name: string,
  types?: readonly EntityType[],
): Promise<FoundEntities> {
  const { book } = parts;
  const called = name.trim();
  if (uuid.test(called)) return { ids: unblocked(book, [called.toLowerCase()]), isComplete: true };
  if (wikidataId.test(called)) return byWikidata(parts, called.toUpperCase());
  const borne = await bearersInUse(parts.index, called, ENTITIES_PER_NAME_MAX);
  const { isComplete } = borne;
  const folded = foldName(called);
  const known = knownNames(called).map(({ id }) => id);
  const ids = unblocked(book, [
    ...[...borne.ids, ...known].filter((id) => !book.isNotCalled(id, folded)),
    ...book.bearersOf(called),
  ]);
  if (types === undefined || ids.length === 0) return { ids, isComplete };
  const named = await parts.names.of(ids);
  const ofType = ids.filter((id) => {
    const type = named.get(id)?.type;
    return type !== undefined && types.includes(type);
  });
  return { ids: ofType, isComplete };
}

/** Merges, blocks and quotes know our ids only; documents carry Wikidata's beside them. */
async function byWikidata({ book, names }: EntityParts, id: string): Promise<FoundEntities> {
  const own = await names.idOf(id);
  return { ids: own === undefined ? [id] : unblocked(book, [own]), isComplete: true };
}

function unblocked(book: EntityBook, ids: readonly string[]): string[] {
  const all = ids.flatMap((id) => book.membersOf(id));
  return [...new Set(all)].filter((id) => !book.isBlocked(id));
}
