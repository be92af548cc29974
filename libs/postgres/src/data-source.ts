import type { TlsOptions } from 'node:tls';
import type { Duplex } from 'node:stream';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, Logger } from 'typeorm';
import { POSTGRES_LIMITS } from './limits.ts';
import type { PostgresLimits } from './limits.ts';
import type { PostgresSettings } from './postgres-config.ts';

export interface DataSourceParts {
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
  readonly limits?: PostgresLimits;
}

/** Name of the table, in the service's schema, that remembers which migrations have run. */
export const MIGRATIONS_TABLE = 'migrations';

/**
 * A TypeORM data source on one schema, not yet connected. Unqualified table names mean that
 * schema; every timeout is set on the server; nothing is created or altered by connecting.
 * Both travel in the start-up parameter `options`, which a pooler in between must let through.
 */
export function createDataSource(
  settings: PostgresSettings,
  { entities = [], migrations = [], limits = POSTGRES_LIMITS }: DataSourceParts = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    host: settings.host,
    port: settings.port,
    database: settings.database,
    username: settings.user,
    ...(settings.password === undefined ? {} : { password: settings.password }),
    ssl: tlsOf(settings),
    schema: settings.schema,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: limits.connectTimeoutMs,
    entities,
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    installExtensions: false,
    synchronize: false,
    logging: false,
    logger: silentLogger,
    // The pool drops a connection that breaks while idle; the next query opens another.
    poolErrorHandler: () => undefined,
    extra: {
      options: sessionOptions(settings.schema, limits),
      keepAlive: true,
      maxLifetimeSeconds: limits.connectionLifetimeS,
      onConnect: closeWhenSilent(limits.socketIdleMs),
    },
  });
}

/** What fails is thrown; TypeORM's own logger would also print it, as plain text with the data. */
const silentLogger: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

function tlsOf({ tls, ca }: PostgresSettings): boolean | TlsOptions {
  switch (tls) {
    case 'disable':
      return false;
    case 'require':
      return { rejectUnauthorized: false };
    case 'verify-full':
      return { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) };
  }
}

/** Sent with the connection, so that no query can run without them. 0 means none. */
function sessionOptions(schema: string, limits: PostgresLimits): string {
  const settings = {
    search_path: schema,
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs,
    transaction_timeout: limits.transactionTimeoutMs,
    timezone: 'UTC',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** Destroying the socket fails the query under way and takes the connection out of the pool. */
function closeWhenSilent(socketIdleMs: number) {
  return (client: { connection: { stream: Duplex & { setTimeout(ms: number): void } } }): void => {
    const { stream } = client.connection;
    stream.setTimeout(socketIdleMs);
    stream.once('timeout', () =>
      stream.destroy(new Error(`Postgres was silent for ${socketIdleMs} ms`)),
    );
  };
}
