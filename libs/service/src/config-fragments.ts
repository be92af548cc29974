import type { KafkaSettings } from '@warta/messaging';
import { z } from 'zod';
import { AllowList } from './allow-list.ts';
import { SEALING_KEY_BYTES } from './sealer.ts';

/** 0 lets the system choose: for tests. */
const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

const secret = { secret: true };

/** Where the API, its docs and the health pages listen. Each service has its own default port. */
export const httpConfig = (standardPort: number) => ({
  WARTA_HTTP_HOST: z.string().default('0.0.0.0').describe('Address that both ports listen on.'),
  WARTA_HTTP_PORT: port(standardPort).describe(
    'Port of the API, /docs, /openapi.json, /livez and /readyz.',
  ),
  WARTA_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    .default('info')
    .describe(
      'Least severe log line to write. At `debug` every request and every record is logged, with its trace id.',
    ),
});

/** The port for machines: metrics, probes, and what only operators may do. */
export const opsConfig = (standardPort: number) => ({
  WARTA_OPS_PORT: port(standardPort).describe(
    'Port of /metrics, /livez, /readyz and /consumers. Keep it inside the cluster.',
  ),
});

export const accessConfig = {
  WARTA_ADMIN_KEY_SHA256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 small hex digits')
    .describe('SHA-256 of the first admin key, which has every scope for every feed.')
    .meta({
      ...secret,
      example: '0f0e0d0c0b0a09080706050403020100f0e0d0c0b0a090807060504030201000',
    }),
};

/** Of 256 bits, as HMAC-SHA256 and AES-256 want them. */
const SECRET_KEY_BYTES_MIN = 32;

/** Secret keys, each at least 32 bytes in base64, comma-separated, newest first. */
export const secretKeyList = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(z.base64('must be base64, comma-separated')).min(1))
  .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
  .refine((keys) => keys.every((key) => key.length >= SECRET_KEY_BYTES_MIN), {
    error: `each key must have at least ${SECRET_KEY_BYTES_MIN} bytes: openssl rand -base64 32`,
  });

/** Of whoever gives receipts and whoever reads them. */
export const receiptConfig = {
  WARTA_RECEIPT_KEYS: secretKeyList
    .describe(
      'Keys that receipts of pushes are signed with: at least 32 bytes each, in base64, ' +
        'comma-separated, newest first; the others are still believed. The same for ingestor and search.',
    )
    .meta({ ...secret, example: 'cmVjZWlwdC1rZXktb2YtdGhlLWRvY3MtMzItYnl0ZXM=' }),
};

/** Of whoever keeps secrets of others. */
export const sealingConfig = {
  WARTA_SEALING_KEYS: secretKeyList
    .refine((keys) => keys.every((key) => key.length === SEALING_KEY_BYTES), {
      error: `each key must have ${SEALING_KEY_BYTES} bytes: openssl rand -base64 32`,
    })
    .describe(
      'Keys that signing secrets of feeds and of webhooks are sealed with (AES-256-GCM): 32 bytes each, in ' +
        'base64, comma-separated, newest first; the others still open. Losing them means new secrets.',
    )
    .meta({ ...secret, example: 'c2VhbGluZy1rZXktb2YtdGhlLWRvY3MtMzItYnl0ZXM=' }),
};

/** Of whoever sends requests to addresses that others name. */
export const egressConfig = {
  WARTA_EGRESS_SCHEMES: z
    .string()
    .transform((text) => text.split(',').map((scheme) => scheme.trim()))
    .pipe(z.array(z.enum(['https', 'http'])).min(1))
    .default(['https'])
    .describe(
      'What hubs of WebSub and receivers of webhooks are spoken to by: `https`, or `https,http`.',
    ),
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
      'Hosts, addresses or networks (10.1.0.0/16) inside your own network that hubs and topics of ' +
        'WebSub and receivers of webhooks may be at, comma-separated. All others must have public addresses.',
    ),
};

const brokerList = z
  .string()
  .transform((text) => text.split(',').map((broker) => broker.trim()))
  .pipe(z.array(z.string().regex(/^[^:\s]+:\d+$/, 'must be host:port, comma-separated')).min(1));

export const kafkaConfig = {
  WARTA_KAFKA_BROKERS: brokerList
    .describe('Brokers to start from, as host:port, comma-separated.')
    .meta({ example: 'localhost:9092' }),
  WARTA_KAFKA_TLS: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .default(false)
    .describe('`true` to speak TLS to the brokers.'),
  WARTA_KAFKA_CA_FILE: z.string().optional().describe('CA certificates (PEM) for the brokers.'),
  WARTA_KAFKA_CERT_FILE: z.string().optional().describe('Client certificate (PEM).'),
  WARTA_KAFKA_KEY_FILE: z.string().optional().describe('Key of the client certificate (PEM).'),
  WARTA_KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('How to log in to the brokers; without it there is no login.'),
  WARTA_KAFKA_SASL_USERNAME: z.string().optional().describe('User at the brokers.'),
  WARTA_KAFKA_SASL_PASSWORD: z
    .string()
    .optional()
    .describe('Password at the brokers.')
    .meta(secret),
  WARTA_TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{0,40}$/, 'must be at most 40 letters, digits, dots, _ or -')
    .default('')
    .describe('Put before every topic and group, for several stacks on one broker.'),
};

/** What every service has; the type that startService asks for. */
export type ServiceConfig = z.output<
  z.ZodObject<ReturnType<typeof httpConfig> & ReturnType<typeof opsConfig> & typeof accessConfig>
>;
export type KafkaConfig = z.output<z.ZodObject<typeof kafkaConfig>>;

/** Runs although other settings are wrong, so that all problems are told at once. */
const always = { when: () => true };

type Rule = [
  (config: Record<string, unknown>) => boolean,
  { path: string[]; error: string; when: () => boolean },
];
const isUnset = (value: unknown) => value === undefined;

/** A service's configuration: the fragments it needs and its own settings, and rules across them. */
export function defineConfig<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const needs = (name: string, because: string): Rule => [
    (config) => isUnset(config[because]) || !isUnset(config[name]),
    { path: [name], error: `is needed with ${because}`, ...always },
  ];
  // Otherwise a password would travel in the clear although somebody meant to protect it.
  const needsTls = (because: string): Rule => [
    (config) => isUnset(config[because]) || config['WARTA_KAFKA_TLS'] !== false,
    { path: ['WARTA_KAFKA_TLS'], error: `must be true with ${because}`, ...always },
  ];
  return z
    .object(shape)
    .refine(...needs('WARTA_KAFKA_SASL_USERNAME', 'WARTA_KAFKA_SASL_MECHANISM'))
    .refine(...needs('WARTA_KAFKA_SASL_PASSWORD', 'WARTA_KAFKA_SASL_MECHANISM'))
    .refine(...needs('WARTA_KAFKA_KEY_FILE', 'WARTA_KAFKA_CERT_FILE'))
    .refine(...needs('WARTA_KAFKA_CERT_FILE', 'WARTA_KAFKA_KEY_FILE'))
    .refine(...needsTls('WARTA_KAFKA_CA_FILE'))
    .refine(...needsTls('WARTA_KAFKA_CERT_FILE'));
}

/** The broker settings in the words of libs/messaging. */
export function kafkaSettings(config: KafkaConfig, clientId: string): KafkaSettings {
  const {
    WARTA_KAFKA_SASL_MECHANISM: mechanism,
    WARTA_KAFKA_SASL_USERNAME: username,
    WARTA_KAFKA_SASL_PASSWORD: password,
  } = config;
  const files = {
    caFile: config.WARTA_KAFKA_CA_FILE,
    certFile: config.WARTA_KAFKA_CERT_FILE,
    keyFile: config.WARTA_KAFKA_KEY_FILE,
  };
  return {
    brokers: config.WARTA_KAFKA_BROKERS,
    clientId,
    ...(config.WARTA_KAFKA_TLS ? { tls: files } : {}),
    ...(mechanism !== undefined && username !== undefined && password !== undefined
      ? { sasl: { mechanism, username, password } }
      : {}),
  };
}
