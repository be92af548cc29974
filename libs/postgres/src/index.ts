export {
  ConsumerProgress,
  CREATE_CONSUMER_PROGRESS,
  PostgresProgress,
} from './consumer-progress.ts';
export type { ConsumerProgressRow } from './consumer-progress.ts';
export { createDataSource } from './data-source.ts';
export type { DataSourceParts } from './data-source.ts';
export { MIGRATION_LIMITS, POSTGRES_LIMITS } from './limits.ts';
export type { PostgresLimits } from './limits.ts';
export { migrate, missingMigrations } from './migrate.ts';
export type { MigrateOptions, MigrationClass, MigrationReport } from './migrate.ts';
export { postgresConfig, postgresSettings } from './postgres-config.ts';
export type { PostgresConfig, PostgresSettings } from './postgres-config.ts';
export { Postgres } from './postgres.ts';
export type { PostgresOptions } from './postgres.ts';
export { safeInteger } from './safe-integer.ts';
export { failureKindOf, sqlStateOf } from './sql-state.ts';
export type { FailureKind } from './sql-state.ts';
export { inTransaction, retrying } from './transaction.ts';
export { unnest } from './unnest.ts';
export type { Columns } from './unnest.ts';
