import type { CorrectionProgress } from '@warta/contracts';
import type { estypes } from '@elastic/elasticsearch';
import { askIndex } from '../article-index/ask-index.ts';
import { entityIdOfKey, entityNameKey, entityNamePrefix } from '../article-index/fold-name.ts';
import type { Entities } from '../entity-book/entities.ts';
import type { EntityBook, LoggedCorrection } from '../entity-book/entity-book.ts';
import { ENTITIES_PER_NAME_MAX } from '../entity-book/find-entities.ts';

type Query = estypes.QueryDslQueryContainer;
type Counts = Record<string, { doc_count: number }>;

/**
 * How far the articles follow corrections, counted in the index as it was last refreshed: an article
 * says which corrections its entities have been through, and up to which place of the log they were
 * known when it was published. No event tells it. One request for all, and one more for each name
 * added.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readProgress(
  entities: Entities,
  logged: readonly LoggedCorrection[],
): Promise<CorrectionProgress[]> {
  const { index } = entities;
  if (logged.length === 0) return [];
  const filters: Record<string, Query> = {};
  for (const [nth, one] of logged.entries()) {
    const { settled, remaining } = await queriesOf(entities, one);
    filters[`settled-${nth}`] = settled;
    filters[`remaining-${nth}`] = remaining;
  }
  const found = await askIndex(index, 'counting corrected articles', () =>
    index.client.search<unknown, { counts: { buckets: Counts } }>({
      index: index.names.read,
      query: { term: { status: 'live' } },
      size: 0,
      track_total_hits: false,
      allow_partial_search_results: false,
      aggs: { counts: { filters: { filters } } },
    }),
  );
  const counts = found.aggregations?.counts.buckets ?? {};
  return logged.map((_, nth) => {
    const remaining = counts[`remaining-${nth}`]?.doc_count ?? 0;
    const settled = counts[`settled-${nth}`]?.doc_count ?? 0;
    return { affected: settled + remaining, remaining, isDone: remaining === 0 };
  });
}

async function queriesOf(
  entities: Entities,
  logged: LoggedCorrection,
): Promise<{ settled: Query; remaining: Query }> {
  const { correction, offset } = logged;
  const been: Query = { term: { corrections: correction.correctionId } };
  // As a string: an offset may pass 2^53. Of an undoing it says nothing: two people may undo at once,
  // and the articles know the offset of one of them.
  const knew: Query = { range: { correctedThrough: { gte: String(offset) } } };
  const before = await carriesWhatWas(entities, logged);
  return correction.undone === undefined
    ? { settled: been, remaining: { bool: { filter: [before], must_not: [been, knew] } } }
    : { settled: { bool: { filter: [before], must_not: [been] } }, remaining: been };
}

/** Itself, and what was merged into it: an article that still carries one of those has both to go. */
function allMergedInto(book: EntityBook, id: string): string[] {
  const all = new Set([id]);
  // Those nearest to the entity that stands for all come first.
  for (const member of book.membersOf(id)) {
    const merge = book.mergeOf(member)?.change;
    if (merge?.kind === 'merge' && all.has(merge.intoId)) all.add(member);
  }
  return [...all];
}

/** Articles as they are without the correction. */
async function carriesWhatWas(
  { index, book }: Entities,
  { correction: { change } }: LoggedCorrection,
): Promise<Query> {
  const keysOf = (names: readonly string[], ids: readonly string[]) =>
    names.flatMap((name) => ids.flatMap((id) => entityNameKey(name, id) ?? []));
  switch (change.kind) {
    case 'merge':
      return { terms: { entityIds: allMergedInto(book, change.entityId) } };
    case 'block':
    case 'retype':
      return { terms: { entityIds: [...book.membersOf(change.entityId)] } };
    case 'split':
      return { terms: { entityNames: keysOf(change.names, [change.entityId]) } };
    case 'alias-remove':
      return { terms: { entityNames: keysOf([change.alias], [change.entityId]) } };
    case 'alias-add': {
      const { terms } = await askIndex(index, 'finding entities by name', () =>
        index.client.termsEnum({
          index: index.names.read,
          field: 'entityNames',
          string: entityNamePrefix(change.alias),
          size: ENTITIES_PER_NAME_MAX,
        }),
      );
      const own = new Set(book.membersOf(change.entityId));
      return { terms: { entityNames: terms.filter((key) => !own.has(entityIdOfKey(key))) } };
    }
  }
}
