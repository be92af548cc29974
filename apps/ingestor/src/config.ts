import {
  accessConfig,
  defineConfig,
  httpConfig,
  kafkaConfig,
  opsConfig,
  receiptConfig,
  secretKeyList,
} from '@warta/service';
import { z } from 'zod';
import { AllowList } from './egress/allow-list.ts';
import { SEALING_KEY_BYTES } from './feeds/sealer.ts';

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
  WARTA_SEALING_KEYS: secretKeyList
    .refine((keys) => keys.every((key) => key.length === SEALING_KEY_BYTES), {
      error: `each key must have ${SEALING_KEY_BYTES} bytes: openssl rand -base64 32`,
    })
    .describe(
      'Keys that signing secrets of feeds are sealed with (AES-256-GCM): 32 bytes each, in base64, ' +
        'comma-separated, newest first; the others still open. Losing them means new secrets.',
    )
    .meta({ secret: true, example: 'c2VhbGluZy1rZXktb2YtdGhlLWRvY3MtMzItYnl0ZXM=' }),
  WARTA_INGESTOR_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Public base of this API, where WebSub hubs call back. Without it, no WebSub.')
    .meta({ example: 'http://localhost:8080' }),
  WARTA_EGRESS_SCHEMES: z
    .string()
    .transform((text) => text.split(',').map((scheme) => scheme.trim()))
    .pipe(z.array(z.enum(['https', 'http'])).min(1))
    .default(['https'])
    .describe('What topics and hubs of WebSub are spoken to by: `https`, or `https,http`.'),
  WARTA_EGRESS_ALLOW: z
    .string()
    .transform((text, context) => {
      try {
        return AllowList.of(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
        return z.NEVER;
      }
    })
    .optional()
    .describe(
      'Hosts, addresses or networks (10.1.0.0/16) inside your own network that topics and hubs of ' +
        'WebSub may be at, comma-separated. All others must have public addresses.',
    ),
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
