import type { EntityCorrectionV1, EntityType } from '@warta/contracts';
import { foldName } from '../article-index/fold-name.ts';

/** What people call an entity that no article may show yet. */
export interface SplitEntity {
  readonly name: string;
  readonly type: EntityType;
}

/** What corrections come to, taken together. */
export interface CorrectedView {
  /** Entity to the one it is; without cycles, so that walking it ends. */
  readonly mergedInto: ReadonlyMap<string, string>;
  /** The merge that says so. */
  readonly mergedBy: ReadonlyMap<string, EntityCorrectionV1>;
  /** The other way round: all that are it, directly or through others. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly blocked: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, EntityType>;
  /** Names people gave, as they wrote them; by entity, the folded name to the name. */
  readonly added: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Folded name to those whom people gave it. */
  readonly addedTo: ReadonlyMap<string, readonly string[]>;
  /** Folded names people took away, by entity. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Entities that a split made. */
  readonly splits: ReadonlyMap<string, SplitEntity>;
}

/**
 * Corrections in force, in the order in which they were made: later ones over earlier ones. A merge
 * that would close a circle takes the earlier one back; an entity that was merged already stays where
 * it is, since nobody is left of it. The same rules as those by which articles are corrected. Pure.
 */
export function viewOf(inOrder: readonly EntityCorrectionV1[]): CorrectedView {
  const mergedInto = new Map<string, string>();
  const mergedBy = new Map<string, EntityCorrectionV1>();
  const blocked = new Set<string>();
  const types = new Map<string, EntityType>();
  const added = new Map<string, Map<string, string>>();
  const removed = new Map<string, Set<string>>();
  const splits = new Map<string, SplitEntity>();
  for (const correction of inOrder) {
    const { change } = correction;
    switch (change.kind) {
      case 'merge':
        if (change.entityId === change.intoId) break;
        endOutside(mergedInto, change.intoId, change.entityId);
        if (mergedInto.has(change.entityId)) break;
        mergedInto.set(change.entityId, change.intoId);
        mergedBy.set(change.entityId, correction);
        break;
      case 'block':
        for (const id of oneWith(mergedInto, change.entityId)) blocked.add(id);
        break;
      case 'retype':
        types.set(change.entityId, change.type);
        break;
      case 'alias-add':
        removed.get(change.entityId)?.delete(foldName(change.alias));
        inMap(added, change.entityId).set(foldName(change.alias), change.alias);
        break;
      case 'alias-remove':
        added.get(change.entityId)?.delete(foldName(change.alias));
        inSet(removed, change.entityId).add(foldName(change.alias));
        break;
      case 'split':
        endOutside(mergedInto, change.newId, change.entityId);
        if (splits.has(change.newId)) break;
        splits.set(change.newId, { name: change.newName, type: change.newType });
        break;
    }
  }
  for (const id of mergedBy.keys()) if (!mergedInto.has(id)) mergedBy.delete(id);
  const members = membersIn(mergedInto);
  const addedTo = bearersIn(added);
  return { mergedInto, mergedBy, members, blocked, types, added, addedTo, removed, splits };
}

/** Where `id` was merged into `left`, it is itself again: so no chain of merges ever closes. */
function endOutside(mergedInto: Map<string, string>, id: string, left: string): void {
  if (endOf(mergedInto, id) === left) mergedInto.delete(id);
}

/** Who is this entity now; nobody when it is another one itself. */
function oneWith(mergedInto: ReadonlyMap<string, string>, id: string): string[] {
  if (mergedInto.has(id)) return [];
  return [id, ...[...mergedInto.keys()].filter((one) => endOf(mergedInto, one) === id)];
}

/** Where the chain of merges from this entity ends. */
export function endOf(mergedInto: ReadonlyMap<string, string>, id: string): string {
  let end = id;
  for (let next = mergedInto.get(end); next !== undefined; next = mergedInto.get(end)) end = next;
  return end;
}

function membersIn(mergedInto: ReadonlyMap<string, string>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const id of mergedInto.keys()) {
    const end = endOf(mergedInto, id);
    const of = members.get(end) ?? [end];
    of.push(id);
    members.set(end, of);
  }
  return members;
}

function bearersIn(added: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const bearers = new Map<string, string[]>();
  for (const [id, names] of added) {
    for (const folded of names.keys()) bearers.set(folded, [...(bearers.get(folded) ?? []), id]);
  }
  return bearers;
}

function inMap<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const of = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, of);
  return of;
}

function inSet(sets: Map<string, Set<string>>, key: string): Set<string> {
  const of = sets.get(key) ?? new Set<string>();
  sets.set(key, of);
  return of;
}
