import { sleep } from '@warta/messaging';
import type { Logger } from 'pino';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { createDataSource } from './data-source.ts';
import type { PostgresLimits } from './limits.ts';
import { missingMigrations } from './migrate.ts';
import type { MigrationClass } from './migrate.ts';
import type { PostgresSettings } from './postgres-config.ts';

/** How often the database is asked whether it still answers. */
const PROBE_MS = 2_000;
/** Two probes missed: the service is not ready within 10 s of the truth. */
const PROBE_AGE_MAX_MS = 3 * PROBE_MS;

/** At stop a query may hang on a silent server; the process ends soon after anyway. */
const STOP_MS_MAX = 3_000;

export interface PostgresOptions {
  readonly entities?: DataSourceOptions['entities'];
  /** The service is not ready before all of them have run. It does not run them itself. */
  readonly migrations: readonly MigrationClass[];
  readonly limits?: PostgresLimits;
}

/**
 * The database of a running service. It may be away at any time, also at start: then queries fail
 * with a TransientError (see `inTransaction`) and succeed again when it is back.
 */
export class Postgres {
  readonly dataSource: DataSource;
  readonly #settings: PostgresSettings;
  readonly #migrations: readonly MigrationClass[];
  readonly #logger: Logger;
  #problem: string | undefined = 'not connected yet';
  #answeredAtMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #probe: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(settings: PostgresSettings, options: PostgresOptions, logger: Logger) {
    this.#settings = settings;
    this.#migrations = options.migrations;
    this.#logger = logger;
    this.dataSource = createDataSource(
      settings,
      options.limits === undefined
        ? { entities: options.entities }
        : { entities: options.entities, limits: options.limits },
    );
  }

  /** Returns at once. */
  start(): void {
    this.#probe = this.#probeAgain();
  }

  /** Call it after everything that queries has stopped. Bounded, also when the server is silent. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const closed = this.#probe.then(() =>
      this.dataSource.isInitialized ? this.dataSource.destroy() : undefined,
    );
    const waiting = new AbortController();
    await Promise.race([closed, sleep(STOP_MS_MAX, waiting.signal)]);
    waiting.abort();
  }

  /** True while the database answers and has every table this release needs. */
  ready(): { ok: boolean; reason?: string } {
    if (this.#problem !== undefined) return { ok: false, reason: this.#problem };
    const silentMs = performance.now() - this.#answeredAtMs;
    if (silentMs <= PROBE_AGE_MAX_MS) return { ok: true };
    return { ok: false, reason: `Postgres has not answered for ${Math.round(silentMs)} ms` };
  }

  async #probeAgain(): Promise<void> {
    const problem = await this.#findProblem();
    if (problem === undefined) this.#answeredAtMs = performance.now();
    if (problem !== this.#problem) {
      if (problem === undefined) this.#logger.info('Postgres answers');
      else this.#logger.warn({ reason: problem }, 'Postgres cannot be used');
    }
    this.#problem = problem;
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#probe = this.#probeAgain();
    }, PROBE_MS);
  }

  async #findProblem(): Promise<string | undefined> {
    try {
      if (!this.dataSource.isInitialized) await this.dataSource.initialize();
      const { schema } = this.#settings;
      const missing = await missingMigrations(this.dataSource, schema, this.#migrations);
      if (missing.length === 0) return undefined;
      return `schema ${schema} lacks ${missing.join(', ')}: run the migration job`;
    } catch (error) {
      const { host, port } = this.#settings;
      return `Postgres at ${host}:${port}: ${(error as Error).message}`;
    }
  }
}
