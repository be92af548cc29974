import { availableParallelism } from 'node:os';
import { postgresConfig } from '@warta/postgres';
import { accessConfig, defineConfig, httpConfig, kafkaConfig, opsConfig } from '@warta/service';
import { z } from 'zod';

const schemaSetting = postgresConfig.WARTA_POSTGRES_SCHEMA;

/** The tables of the enricher, for the service and for its migration job. */
export const newsDatabaseConfig = {
  ...postgresConfig,
  WARTA_POSTGRES_SCHEMA: schemaSetting.default('news').describe(schemaSetting.description ?? ''),
};

/** Every setting of the enricher. docs/config.md is made from it. */
export const enricherConfig = defineConfig({
  ...httpConfig(8082),
  ...opsConfig(9082),
  ...accessConfig,
  ...kafkaConfig,
  ...newsDatabaseConfig,
  WARTA_ENRICHER_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    // Not a default of the schema: docs/config.md would differ from machine to machine.
    .optional()
    .describe('Threads that annotate. By default one less than there are cores, at least one.'),
  WARTA_ENRICHER_TAGGER_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder with a token-classification model in ONNX, to find names instead of the built-in taggers.',
    ),
});
export type EnricherConfig = z.output<typeof enricherConfig>;

/** Leaves a core to the event loop, which keeps the heartbeats. */
export function annotatingThreads(config: Pick<EnricherConfig, 'WARTA_ENRICHER_WORKERS'>): number {
  return config.WARTA_ENRICHER_WORKERS ?? Math.max(1, availableParallelism() - 1);
}

/** Every setting of the migration job. */
export const migrateConfig = z.object({
  ...newsDatabaseConfig,
  WARTA_POSTGRES_SERVICE_ROLE: z
    .string()
    .min(1)
    .optional()
    .describe('Role of the service, to be granted rows only, when the job has one of its own.'),
  WARTA_LOG_LEVEL: httpConfig(8082).WARTA_LOG_LEVEL,
});

/** Every setting of the job that tells the state of every article. */
export const publishStatesConfig = z.object({
  ...kafkaConfig,
  ...newsDatabaseConfig,
  WARTA_PUBLISH_STATES_AFTER: z
    .uuid()
    .optional()
    .describe('Article id to go on after: the last one that an earlier run has told of.'),
  WARTA_PUBLISH_STATES_PER_SECOND: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Articles told in a second, at most. By default as many as the stores can do.'),
  WARTA_LOG_LEVEL: httpConfig(8082).WARTA_LOG_LEVEL,
});
