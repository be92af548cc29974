import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Longest name Postgres keeps; a longer one would be cut and mean another schema. */
const NAME_LENGTH_MAX = 63;

const name = z
  .string()
  .regex(/^[a-z_][a-z0-9_]*$/, 'must be small letters, digits and _, starting with a letter')
  .max(NAME_LENGTH_MAX);

/** Settings of a service that keeps tables. It spreads them and gives its schema a default. */
export const postgresConfig = {
  WARTA_POSTGRES_HOST: z.string().default('localhost').describe('Host name of Postgres.'),
  WARTA_POSTGRES_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .default(5432)
    .describe('Port of Postgres.'),
  WARTA_POSTGRES_DATABASE: z.string().min(1).default('warta').describe('Database to use.'),
  WARTA_POSTGRES_USER: z
    .string()
    .min(1)
    .describe('Role to log in as. Each service has its own.')
    .meta({ example: 'warta_service' }),
  WARTA_POSTGRES_PASSWORD: z
    .string()
    .optional()
    .describe('Password of that role; without it Postgres must trust the host.')
    .meta({ secret: true }),
  WARTA_POSTGRES_SSLMODE: z
    .enum(['disable', 'require', 'verify-full'])
    .default('disable')
    .describe(
      '`disable`: plain text. `require`: encrypted, the server is not checked. ' +
        '`verify-full`: encrypted, certificate and host name are checked.',
    ),
  WARTA_POSTGRES_CA_FILE: z
    .string()
    .optional()
    .describe("CA certificates (PEM) for verify-full; without it the system's are used."),
  WARTA_POSTGRES_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(6)
    .describe('Most connections one process opens.'),
  WARTA_POSTGRES_SCHEMA: name.describe('Schema that the tables of this service live in.'),
};
export type PostgresConfig = z.output<z.ZodObject<typeof postgresConfig>>;

/** How to reach one schema of one database. */
export interface PostgresSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  readonly tls: 'disable' | 'require' | 'verify-full';
  /** PEM. Only looked at with verify-full. */
  readonly ca?: string;
  readonly schema: string;
  readonly poolSize: number;
  /** Shown in pg_stat_activity: which service holds that connection. */
  readonly applicationName: string;
}

/**
 * The database settings in the words of this library.
 * @throws when the CA file cannot be read, naming it.
 */
export function postgresSettings(
  config: PostgresConfig,
  applicationName: string,
): PostgresSettings {
  const { WARTA_POSTGRES_PASSWORD: password, WARTA_POSTGRES_CA_FILE: caFile } = config;
  return {
    host: config.WARTA_POSTGRES_HOST,
    port: config.WARTA_POSTGRES_PORT,
    database: config.WARTA_POSTGRES_DATABASE,
    user: config.WARTA_POSTGRES_USER,
    ...(password === undefined ? {} : { password }),
    tls: config.WARTA_POSTGRES_SSLMODE,
    ...(caFile === undefined ? {} : { ca: readCa(caFile) }),
    schema: config.WARTA_POSTGRES_SCHEMA,
    poolSize: config.WARTA_POSTGRES_POOL_SIZE,
    applicationName,
  };
}

function readCa(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const because = (error as Error).message;
    throw new Error(`reading WARTA_POSTGRES_CA_FILE=${file}: ${because}`, { cause: error });
  }
}
