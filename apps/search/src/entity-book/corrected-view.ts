import type { EntityCorrectionV1, EntityType } from '@warta/contracts';
import { foldName } from '../article-index/fold-name.ts';

/** What people call an entity that no article may show yet. */
export interface SplitEntity {
  readonly name: string;
  readonly type: EntityType;
}

/** What corrections come to, taken together. */
export interface CorrectedView {
  /** The one that an entity is, of those that were merged, through however many merges. */
  readonly canonical: ReadonlyMap<string, string>;
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
  const merges = new Merges();
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
        merges.endOutside(change.intoId, change.entityId);
        if (!merges.add(change.entityId, change.intoId)) break;
        // In the order of merging: who was merged once before stands at its old place otherwise.
        mergedBy.delete(change.entityId);
        mergedBy.set(change.entityId, correction);
        break;
      case 'block':
        for (const id of merges.oneWith(change.entityId)) blocked.add(id);
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
        merges.endOutside(change.newId, change.entityId);
        if (splits.has(change.newId)) break;
        splits.set(change.newId, { name: change.newName, type: change.newType });
        break;
    }
  }
  for (const id of mergedBy.keys()) if (!merges.has(id)) mergedBy.delete(id);
  const { canonical, members } = merges.resolved();
  const addedTo = bearersIn(added);
  return { canonical, mergedBy, members, blocked, types, added, addedTo, removed, splits };
}

/**
 * Which entity was merged into which, as the merges so far say; never in a circle. Both ways round: a
 * book of tens of thousands is made anew after each correction, while searches wait.
 */
class Merges {
  readonly #into = new Map<string, string>();
  readonly #from = new Map<string, Set<string>>();

  has(id: string): boolean {
    return this.#into.has(id);
  }

  /** False when nobody is left of that id. */
  add(id: string, intoId: string): boolean {
    if (this.#into.has(id)) return false;
    this.#into.set(id, intoId);
    inSet(this.#from, intoId).add(id);
    return true;
  }

  /** Where `id` was merged into `left`, it is itself again: so no chain of merges ever closes. */
  endOutside(id: string, left: string): void {
    const intoId = this.#into.get(id);
    if (intoId === undefined || this.#endOf(id) !== left) return;
    this.#into.delete(id);
    this.#from.get(intoId)?.delete(id);
  }

  /** Who is this entity now; nobody when it is another one itself. */
  oneWith(id: string): string[] {
    return this.#into.has(id) ? [] : this.#withMerged(id);
  }

  /** Ends of all chains, and all that lead to each. */
  resolved(): Pick<CorrectedView, 'canonical' | 'members'> {
    const canonical = new Map<string, string>();
    const members = new Map<string, readonly string[]>();
    for (const end of this.#from.keys()) {
      if (this.#into.has(end)) continue;
      const [, ...merged] = this.#withMerged(end);
      if (merged.length === 0) continue;
      members.set(end, [end, ...merged]);
      for (const id of merged) canonical.set(id, end);
    }
    return { canonical, members };
  }

  #endOf(id: string): string {
    let end = id;
    for (let next = this.#into.get(end); next !== undefined; next = this.#into.get(end)) end = next;
    return end;
  }

  /** The id itself first, then those merged into it, directly or through others. */
  #withMerged(id: string): string[] {
    const all = [id];
    // One by one: as arguments of one call, a hundred thousand would overflow the stack.
    for (const one of all) for (const from of this.#from.get(one) ?? []) all.push(from);
    return all;
  }
}

function bearersIn(added: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const bearers = new Map<string, string[]>();
  for (const [id, names] of added) {
    for (const folded of names.keys()) {
      const of = bearers.get(folded);
      if (of === undefined) bearers.set(folded, [id]);
      else of.push(id);
    }
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
