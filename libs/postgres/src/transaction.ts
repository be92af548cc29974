import { PermanentError, retryDelayMs, sleep, TransientError } from '@warta/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { failureKindOf, sqlStateOf } from './sql-state.ts';

/** Enough to get through a restart of the server's backends or a storm of deadlocks. */
const TRIES_MAX = 5;
/** All waits together stay under two seconds: the caller has heartbeats to send. */
const DELAYS = { firstMs: 20, maxMs: 800 };

/**
 * Runs the work in one transaction (read committed) and tries again by itself when it lost a race,
 * a lock or its connection: the work may run several times, and must use only the given manager.
 * A lost answer to COMMIT is tried again too, so the work must be idempotent.
 *
 * TypeORM documents such retries for Postgres but has them for CockroachDB only.
 *
 * @throws TransientError when the database stays away, or something but the data is wrong with it.
 * @throws PermanentError (`refused-by-database`) when the data can never be stored.
 * @throws whatever else the work throws, unchanged and without another try.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  return retrying(() => dataSource.transaction(work));
}

/** The same promise for a single statement: it may run several times. */
export async function retrying<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const kind = failureKindOf(error);
      if (kind === undefined) throw error;
      if (kind !== 'retry' || tries >= TRIES_MAX) throw translated(kind, error, tries);
    }
    await sleep(retryDelayMs(DELAYS, tries));
  }
}

/** Only what the server says about the kind of failure: parameters may hold text or secrets. */
function translated(kind: 'retry' | 'outage' | 'data', error: unknown, tries: number): Error {
  const state = sqlStateOf(error);
  const said = (error as Error).message;
  const what = `Postgres${state === undefined ? '' : ` (${state})`}: ${said}`;
  return kind === 'data'
    ? new PermanentError('refused-by-database', what, { cause: error })
    : new TransientError(`${what}; after ${tries} tries`, { cause: error });
}
