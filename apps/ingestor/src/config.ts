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

/**
 * Resident memory of the process under any load, in MiB, when Node is started with
 * `--max-semi-space-size=16 --max-old-space-size=200` (V8's own choice on a large machine takes 470).
 * About 180 for Node, Nest, the Kafka client and an idle worker; up to 200 for bodies of requests in
 * hand, which BODY_BYTES_IN_FLIGHT_MAX and STRANGERS_BYTES_IN_FLIGHT_MAX of libs/service bound; the
 * rest for a worker that reads a hostile document. With all of it at once 549 were measured on a
 * busy machine. Deployments set it as their limit.
 */
export const INGESTOR_MEMORY_MIB_MAX = 640;

const perMinute = (standard: number) =>
  z.coerce.number().int().min(1).max(1_000_000_000).default(standard);

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
  // A thousand a second is beyond any newsroom and below what a process takes.
  WARTA_KEY_ARTICLES_PER_MINUTE: perMinute(60_000).describe(
    'How many articles one key may push to one process in a minute; then 429.',
  ),
  WARTA_FEED_ARTICLES_PER_MINUTE: perMinute(60_000).describe(
    'How many articles one feed may push to one process in a minute, where its record says nothing.',
  ),
  ...sealingConfig,
  WARTA_INGESTOR_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Public base of this API, where WebSub hubs call back. Without it, no WebSub.')
    .meta({ example: 'http://localhost:8080' }),
  ...egressConfig,
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
