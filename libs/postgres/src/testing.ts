import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import type { PostgresSettings } from './postgres-config.ts';

/** Where the running server is, as tests are told: postgres://user:password@host:port/database. */
const URL_VARIABLE = 'WARTA_TEST_POSTGRES_URL';

/** A schema of its own on the running server, for one test file. */
export interface TestSchema {
  readonly settings: PostgresSettings;
  /** A connected data source outside of what is tested: to look and to interfere. */
  readonly observer: DataSource;
  /** Drops the schema with all that is in it. */
  drop(): Promise<void>;
}

/**
 * @param create false leaves it to the code under test to make the schema.
 * @throws when the server is not named or does not answer.
 */
export async function testSchema({ create = true } = {}): Promise<TestSchema> {
  const url = process.env[URL_VARIABLE];
  if (url === undefined) throw new Error(`${URL_VARIABLE} is not set: start the stack first`);
  const { hostname, port, username, password, pathname } = new URL(url);
  const settings: PostgresSettings = {
    host: hostname,
    port: Number(port || '5432'),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    tls: 'disable',
    schema: `test_${randomBytes(6).toString('hex')}`,
    poolSize: 6,
    applicationName: 'test',
  };
  const observer = createDataSource({ ...settings, applicationName: 'observer', poolSize: 4 });
  await observer.initialize();
  if (create) await observer.query(`create schema ${settings.schema}`);
  return {
    settings,
    observer,
    drop: async () => {
      await observer.query(`drop schema if exists ${settings.schema} cascade`);
      await observer.destroy();
    },
  };
}
