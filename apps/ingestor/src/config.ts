import {
  accessConfig,
  defineConfig,
  httpConfig,
  kafkaConfig,
  opsConfig,
  receiptConfig,
} from '@warta/service';
import { z } from 'zod';

/**
 * Resident memory of the process under any load, in MiB, when Node is started with
 * `--max-semi-space-size=16 --max-old-space-size=200` (V8's own choice on a large machine takes 470).
 * About 150 for Node, Nest and the Kafka client; the rest for bodies of requests in hand, which
 * BODY_BYTES_IN_FLIGHT_MAX of libs/service bounds. Deployments set it as their limit.
 */
export const INGESTOR_MEMORY_MIB_MAX = 300;

export const ingestorConfig = defineConfig({
  ...httpConfig(8080),
  ...opsConfig(9080),
  ...accessConfig,
  ...kafkaConfig,
  ...receiptConfig,
  WARTA_SEARCH_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Public base of the search API; answers to pushes point there in Location.')
    .meta({ example: 'http://localhost:8081' }),
});
export type IngestorConfig = z.output<typeof ingestorConfig>;

/** Every setting of the job that creates the topics. */
export const createTopicsConfig = defineConfig({
  ...kafkaConfig,
  WARTA_KAFKA_REPLICATION_FACTOR: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Copies of every partition. 3 in production.'),
  WARTA_KAFKA_MIN_INSYNC: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Copies that must have a record before it counts as stored. 2 in production.'),
});
