import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource, EntityManager, MigrationInterface } from 'typeorm';
import { createDataSource, MIGRATIONS_TABLE } from './data-source.ts';
import { MIGRATION_LIMITS } from './limits.ts';
import type { PostgresSettings } from './postgres-config.ts';
import { failureKindOf, sqlStateOf } from './sql-state.ts';

export type MigrationClass = new () => MigrationInterface;

export interface MigrationReport {
  /** Names that ran now, in order. */
  readonly applied: readonly string[];
  /** Had run before, by an earlier release or by a job that was faster. */
  readonly present: readonly string[];
  /** Have run but are not among ours: the database is ahead of this release. */
  readonly unknown: readonly string[];
}

export interface MigrateOptions {
  readonly migrations: readonly MigrationClass[];
  /** Role of the running service, when it is another than the one that migrates. */
  readonly serviceRole?: string;
  readonly logger: Logger;
  /** How long to wait for a server that does not answer yet. */
  readonly connectWaitMs?: number;
  /** How long to wait for another job that migrates. */
  readonly lockWaitMs?: number;
}

/** One holds the lock while TypeORM migrates on another; one to spare. */
const MIGRATION_POOL_SIZE = 3;
/** While another job migrates, this one looks again as often. */
const LOCK_POLL_MS = 500;
/** Longer than any migration of ours takes: who holds the lock for so long hangs or was cut off. */
export const LOCK_WAIT_MAX_MS = 10 * 60_000;
const CONNECT_POLL_MS = 1_000;
/** A server that recovers from a crash takes about as long as it ran since its last checkpoint. */
const CONNECT_WAIT_MS = 60_000;
/** A table that is busy all the time needs a person: the migration is not forced through. */
const LOCKED_TRIES_MAX = 20;

/**
 * Brings the schema up to date: makes it when missing, runs what has not run, each migration in a
 * transaction of its own. Of several jobs at once one works and the others wait for it.
 * @throws Error when another job still migrates after `lockWaitMs`.
 */
export async function migrate(
  settings: PostgresSettings,
  options: MigrateOptions,
): Promise<MigrationReport> {
  const { migrations, serviceRole, logger, connectWaitMs = CONNECT_WAIT_MS } = options;
  const dataSource = createDataSource(
    { ...settings, poolSize: MIGRATION_POOL_SIZE },
    { migrations: [...migrations], limits: MIGRATION_LIMITS },
  );
  await connect(dataSource, connectWaitMs, logger);
  try {
    return await dataSource.transaction(async (holder) => {
      await takeLock(holder, settings.schema, options);
      await createSchema(dataSource, settings.schema);
      const before = await executedMigrations(dataSource, settings.schema);
      await runPending(dataSource, logger);
      if (serviceRole !== undefined) await grant(dataSource, settings.schema, serviceRole);
      const after = await executedMigrations(dataSource, settings.schema);
      const report = reportOf(before, after, migrations);
      logger.info({ schema: settings.schema, ...report }, 'the schema is up to date');
      if (report.unknown.length > 0) {
        logger.warn(
          { unknown: report.unknown },
          'the schema has migrations of a newer release; they stay',
        );
      }
      return report;
    });
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Names of our migrations that have not run. All of them when the schema is not there yet.
 * Reads only: the service's role need not be able to create anything.
 */
export async function missingMigrations(
  dataSource: DataSource,
  schema: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const executed = new Set(await executedMigrations(dataSource, schema));
  return migrations.map(({ name }) => name).filter((name) => !executed.has(name));
}

/** TypeORM takes no lock of its own (typeorm#4588); this one ends with the holder's connection. */
async function takeLock(
  holder: EntityManager,
  schema: string,
  { logger, lockWaitMs = LOCK_WAIT_MAX_MS }: MigrateOptions,
): Promise<void> {
  const key = `warta migrate ${schema}`;
  const deadlineMs = performance.now() + lockWaitMs;
  for (let tries = 0; ; tries += 1) {
    const [row]: { taken: boolean }[] = await holder.query(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [key],
    );
    if (row?.taken) return;
    if (performance.now() >= deadlineMs) {
      throw new Error(
        `another job has been migrating ${schema} for over ${Math.round(lockWaitMs / 1_000)} s: ` +
          "look who holds the lock (select * from pg_stat_activity where pid in (select pid from pg_locks where locktype = 'advisory')), " +
          'end a connection whose job is gone with pg_terminate_backend, and run this job again',
      );
    }
    if (tries === 0) logger.info({ schema }, 'another job is migrating; waiting for it');
    await wait(LOCK_POLL_MS);
  }
}

/** Looks first: `create schema if not exists` needs the right to create even when it exists. */
async function createSchema(dataSource: DataSource, schema: string): Promise<void> {
  const [row]: { oid: string | null }[] = await dataSource.query(
    'select to_regnamespace($1)::text as oid',
    [schema],
  );
  if (row?.oid === null) await dataSource.query(`create schema ${schema}`);
}

/** Waits for busy tables with short lock waits, so that nobody queues up behind the migration. */
async function runPending(dataSource: DataSource, logger: Logger): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      return;
    } catch (error) {
      if (sqlStateOf(error) !== '55P03' || tries >= LOCKED_TRIES_MAX) throw error;
      logger.warn({ tries }, 'a table is in use; trying the migration again');
      await wait(LOCK_POLL_MS);
    }
  }
}

function reportOf(
  before: readonly string[],
  after: readonly string[],
  migrations: readonly MigrationClass[],
): MigrationReport {
  const ours = new Set(migrations.map(({ name }) => name));
  return {
    applied: after.filter((name) => !before.includes(name)),
    present: before.filter((name) => ours.has(name)),
    unknown: before.filter((name) => !ours.has(name)),
  };
}

/** The service reads and writes rows; it cannot alter or drop what holds them. */
async function grant(dataSource: DataSource, schema: string, role: string): Promise<void> {
  const to = `"${role.replaceAll('"', '""')}"`;
  const rights = 'select, insert, update, delete';
  await dataSource.query(`grant usage on schema ${schema} to ${to}`);
  await dataSource.query(`grant ${rights} on all tables in schema ${schema} to ${to}`);
  await dataSource.query(
    `alter default privileges in schema ${schema} grant ${rights} on tables to ${to}`,
  );
}

async function executedMigrations(dataSource: DataSource, schema: string): Promise<string[]> {
  try {
    const rows: { name: string }[] = await dataSource.query(
      `select name from ${schema}.${MIGRATIONS_TABLE} order by id`,
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    // undefined_table, invalid_schema_name
    if (['42P01', '3F000'].includes(sqlStateOf(error) ?? '')) return [];
    throw error;
  }
}

/** A job may be started together with the server. */
async function connect(dataSource: DataSource, waitMs: number, logger: Logger): Promise<void> {
  const deadlineMs = Date.now() + waitMs;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (failureKindOf(error) !== 'retry' || Date.now() >= deadlineMs) throw error;
      logger.warn({ reason: (error as Error).message }, 'Postgres does not answer yet');
    }
    await wait(CONNECT_POLL_MS);
  }
}
