import { postgresConfig } from '@warta/postgres';
import {
  accessConfig,
  defineConfig,
  egressConfig,
  httpConfig,
  kafkaConfig,
  opsConfig,
  receiptConfig,
  sealingConfig,
} from '@warta/service';
import { z } from 'zod';

/** Settings are logged at start; the login has a setting of its own that is not. */
const node = z
  .url({ protocol: /^https?$/, error: 'must be http or https URLs' })
  .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), {
    error: 'must not contain a login: use WARTA_ELASTICSEARCH_API_KEY',
  });

const nodes = z
  .string()
  .transform((text) => text.split(',').map((url) => url.trim()))
  .pipe(z.array(node).min(1));

/** Where the index lives and who we are there. */
export const elasticsearchConfig = {
  WARTA_ELASTICSEARCH_URL: nodes
    .describe('Elasticsearch nodes as URLs, comma-separated.')
    .meta({ example: 'http://localhost:9200' }),
  WARTA_ELASTICSEARCH_API_KEY: z
    .string()
    .optional()
    .describe('API key, base64 as Elasticsearch gives it out. Needs all rights on the indices.')
    .meta({ secret: true }),
  WARTA_ELASTICSEARCH_CA_FILE: z
    .string()
    .optional()
    .describe('CA certificates (PEM) for Elasticsearch.'),
  WARTA_ELASTICSEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^(?:[a-z0-9][a-z0-9._-]{0,60})?$/, 'must be small letters, digits, dots, _ or -')
    .default('warta-')
    .describe('Put before the names of indices and aliases, for several stacks on one cluster.'),
};
export type ElasticsearchConfig = z.output<z.ZodObject<typeof elasticsearchConfig>>;

const schemaSetting = postgresConfig.WARTA_POSTGRES_SCHEMA;

/** The tables of search, for the service and for its migration job: what teams save, and alerts. */
export const searchDatabaseConfig = {
  ...postgresConfig,
  WARTA_POSTGRES_SCHEMA: schemaSetting.default('search').describe(schemaSetting.description ?? ''),
};

export const searchConfig = defineConfig({
  ...httpConfig(8081),
  ...opsConfig(9081),
  ...accessConfig,
  ...kafkaConfig,
  ...receiptConfig,
  ...sealingConfig,
  ...egressConfig,
  ...elasticsearchConfig,
  ...searchDatabaseConfig,
});
export type SearchConfig = z.output<typeof searchConfig>;

/** Every setting of the job that creates the index; the service creates it, too. */
export const createIndexConfig = z.object(elasticsearchConfig);

/** Every setting of the job that builds the index anew. */
export const rebuildIndexConfig = defineConfig({
  ...kafkaConfig,
  ...elasticsearchConfig,
  WARTA_LOG_LEVEL: httpConfig(8081).WARTA_LOG_LEVEL,
});

/** Every setting of the migration job. */
export const migrateConfig = z.object({
  ...searchDatabaseConfig,
  WARTA_POSTGRES_SERVICE_ROLE: z
    .string()
    .min(1)
    .optional()
    .describe('Role of the service, to be granted rows only, when the job has one of its own.'),
  WARTA_LOG_LEVEL: httpConfig(8081).WARTA_LOG_LEVEL,
});
