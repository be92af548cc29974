import type { EntityCorrectionV1 } from '@warta/contracts';
import { entityTypes } from '@warta/contracts';
import { entityId } from './entity-id.ts';
import { spokenKey } from './name-key.ts';

/** Where articles may be found that a correction concerns, by what the extractor found in them. */
export interface WhereToLook {
  /** They mention one of these … */
  readonly entityIds: ReadonlySet<string>;
  /** … or print one of these names, as `nameKeyOfCorrections` compares them. */
  readonly names: ReadonlySet<string>;
  /** And they print one of these, when there are any. */
  readonly printed: ReadonlySet<string>;
}

/**
 * Not less than the articles that a correction concerns, and few others. The entity it speaks of may
 * be in an article only by other corrections, made or undone, before or after: so those are followed
 * back to what the extractor can have found.
 */
export function whereToLook(
  { change }: EntityCorrectionV1,
  all: Iterable<EntityCorrectionV1>,
): WhereToLook {
  if (change.kind === 'alias-add') {
    return { entityIds: new Set(), names: new Set([spokenKey(change.alias)]), printed: new Set() };
  }
  const entityIds = new Set([change.entityId]);
  const names = new Set<string>();
  const others = [...all];
  if (change.kind === 'merge' && leadsTo(change.intoId, change.entityId, others)) {
    // It closes a circle: without it, who was merged into the one that stays goes on to the other.
    entityIds.add(change.intoId);
  }
  for (let size = -1; size < entityIds.size + names.size;) {
    size = entityIds.size + names.size;
    for (const other of others) follow(other, entityIds, names);
  }
  const printed = change.kind === 'split' ? change.names : aliasesOf(change);
  return { entityIds, names, printed: new Set(printed.map(spokenKey)) };
}

/** Names the entity that somebody without another name becomes by the removal of an alias. */
export function releasedKey(correctionId: string): string {
  return `correction:${correctionId}`;
}

function leadsTo(from: string, to: string, all: readonly EntityCorrectionV1[]): boolean {
  const reached = new Set([from]);
  for (const id of reached) {
    for (const { change } of all) {
      if (change.kind === 'merge' && change.entityId === id) reached.add(change.intoId);
    }
  }
  return reached.has(to);
}

function aliasesOf(change: EntityCorrectionV1['change']): string[] {
  return change.kind === 'alias-remove' ? [change.alias] : [];
}

/** Who may have become one of these by this correction. */
function follow(
  { correctionId, change }: EntityCorrectionV1,
  ids: Set<string>,
  names: Set<string>,
): void {
  switch (change.kind) {
    case 'merge':
      if (ids.has(change.intoId)) ids.add(change.entityId);
      return;
    case 'split':
      if (ids.has(change.newId)) ids.add(change.entityId);
      return;
    case 'alias-add':
      if (ids.has(change.entityId)) names.add(spokenKey(change.alias));
      return;
    case 'alias-remove': {
      const made = entityTypes.map((type) => entityId({ type, name: change.alias }));
      made.push(entityId({ key: releasedKey(correctionId) }));
      if (made.some((id) => ids.has(id))) ids.add(change.entityId);
      return;
    }
    case 'block':
    case 'retype':
      return;
  }
}
