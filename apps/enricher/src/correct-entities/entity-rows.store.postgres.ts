import type { EntityManager } from 'typeorm';

/** Ends with the transaction. The number is only ours within the database: any will do. */
const ENTITY_ROWS_LOCK = 7_236_114;

/**
 * The rows of entities and corrections, which all articles share. `alone` for whoever looks for
 * entities that nobody mentions any more, or makes known a correction.
 */
export async function lockEntityRows(
  manager: EntityManager,
  how: 'alone' | 'with others',
): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await manager.query(`select ${lock}(hashtext(current_schema()), ${ENTITY_ROWS_LOCK})`);
}
