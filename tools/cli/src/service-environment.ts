import type { RunningStack } from '@warta/stack';
import type { LocalSecrets } from './local-secrets.ts';
import { type DevSettings, type ServiceName, urlOf } from './dev-settings.ts';

type Environment = Record<string, string>;

/**
 * Keeps each service within its resident memory (docs/deploy.md): catching up 20,000 articles,
 * search took 541 MB with V8's own choice on a large machine and 297 MB so. As in the Dockerfile.
 */
export const serviceNodeOptions = '--max-semi-space-size=16 --max-old-space-size=200';

/**
 * The environment of one service on a local stack: what compose and Kubernetes set there, the
 * command line sets here.
 */
export function serviceEnvironment(
  service: ServiceName,
  settings: DevSettings,
  stack: Pick<RunningStack, 'kafkaBrokers' | 'elasticsearchUrl' | 'postgres'>,
  secrets: LocalSecrets,
): Environment {
  const everyService: Environment = {
    ...inherited(),
    ...settings.extra,
    NODE_ENV: 'production',
    NODE_OPTIONS: serviceNodeOptions,
    WARTA_HTTP_HOST: '127.0.0.1',
    WARTA_HTTP_PORT: String(settings.ports[service].http),
    WARTA_OPS_PORT: String(settings.ports[service].ops),
    WARTA_KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    WARTA_ADMIN_KEY_SHA256: secrets.adminKeySha256,
    ...(settings.prefix === '' ? {} : { WARTA_TOPIC_PREFIX: `${settings.prefix}.` }),
  };
  const postgres: Environment = {
    WARTA_POSTGRES_HOST: stack.postgres.host,
    WARTA_POSTGRES_PORT: String(stack.postgres.port),
    WARTA_POSTGRES_DATABASE: stack.postgres.database,
    WARTA_POSTGRES_USER: stack.postgres.user,
    WARTA_POSTGRES_PASSWORD: stack.postgres.password,
    WARTA_POSTGRES_SSLMODE: 'disable',
  };
  const ofPrefix = settings.prefix === '' ? '' : `_${settings.prefix}`;
  const ofService: Record<ServiceName, Environment> = {
    ingestor: {
      WARTA_SEARCH_URL: urlOf(settings, 'search', 'http'),
      WARTA_RECEIPT_KEYS: secrets.receiptKeys,
      WARTA_SEALING_KEYS: secrets.sealingKeys,
      WARTA_INGESTOR_URL: urlOf(settings, 'ingestor', 'http'),
      WARTA_KAFKA_REPLICATION_FACTOR: '1',
      WARTA_KAFKA_MIN_INSYNC: '1',
    },
    enricher: { ...postgres, WARTA_POSTGRES_SCHEMA: `news${ofPrefix}` },
    search: {
      WARTA_ELASTICSEARCH_URL: stack.elasticsearchUrl,
      WARTA_RECEIPT_KEYS: secrets.receiptKeys,
      WARTA_SEALING_KEYS: secrets.sealingKeys,
      ...postgres,
      WARTA_POSTGRES_SCHEMA: `search${ofPrefix}`,
      ...(settings.prefix === ''
        ? {}
        : { WARTA_ELASTICSEARCH_INDEX_PREFIX: `${settings.prefix}-` }),
    },
  };
  return { ...everyService, ...ofService[service] };
}

/** Only what a program needs to run at all, and any WARTA_ setting the person gave. */
function inherited(): Environment {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined &&
      (['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG'].includes(name) || name.startsWith('WARTA_')),
  );
  return Object.fromEntries(kept) as Environment;
}
