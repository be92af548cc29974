import type { EntityType } from '@warta/contracts';
import { v5 } from 'uuid';
import { nameKey } from './name-key.ts';

/** Made for Warta's entities; changing it would give every entity a new id. */
const entityNamespace = '5f0d1d1e-6a3c-5c0e-9b5e-3b1f6a7d2c48';

/** Legal forms that a name is printed with and without. */
export const legalForms = new Set(['pt', 'cv', 'tbk', 'persero', 'inc', 'ltd', 'corp']);

/** A local name as ids compare it: lower-case words without marks and legal forms. */
export function normaliseName(type: EntityType, name: string): string {
  const key = nameKey(name);
  if (type !== 'ORGANIZATION') return key;
  const core = key.split(' ').filter((word) => !legalForms.has(word));
  return core.length > 0 ? core.join(' ') : key;
}

/**
 * The id of an entity: a UUIDv5 of the knowledge-base key where there is one, else of the type and the
 * normalised name, so that replays and parallel workers agree without asking anyone.
 */
export function entityId(entity: { key: string } | { type: EntityType; name: string }): string {
  return 'key' in entity
    ? v5(JSON.stringify(['key', entity.key]), entityNamespace)
    : v5(JSON.stringify([entity.type, normaliseName(entity.type, entity.name)]), entityNamespace);
}
