import {
  Access,
  ArticleRebuild,
  ArticleSubmitted,
  ArticleUpdated,
  deadLetterTopicOf,
  EntityCorrection,
} from '@warta/contracts';
import { TopicAdmin } from '@warta/messaging';
import { createDataSource } from '@warta/postgres';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { ask } from './http-ask.ts';
import type { Servers } from './measured-search.ts';

const events: readonly { readonly topic: string }[] = [
  Access,
  ArticleRebuild,
  ArticleSubmitted,
  ArticleUpdated,
  EntityCorrection,
];

/** Servers that run already, as integration tests are told of them; undefined when not of all three. */
export function givenServers(environment: NodeJS.ProcessEnv): Servers | undefined {
  const kafkaBrokers = environment['WARTA_TEST_KAFKA_BROKERS']?.split(',');
  const elasticsearchUrl = environment['WARTA_TEST_ELASTICSEARCH_URL'];
  const postgresUrl = environment['WARTA_TEST_POSTGRES_URL'];
  if (!kafkaBrokers || !elasticsearchUrl || !postgresUrl) return undefined;
  const { hostname: host, port, username, password, pathname } = new URL(postgresUrl);
  const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const postgres = { host, port: Number(port || '5432'), database: pathname.slice(1), ...login };
  return { kafkaBrokers, elasticsearchUrl, postgres };
}

/** Takes away the topics, indices and tables of one run from servers that others go on using. */
export async function leaveServers(
  { kafkaBrokers, elasticsearchUrl, postgres }: Servers,
  { prefix, schema }: { prefix: string; schema: string },
): Promise<void> {
  const admin = new TopicAdmin(
    { brokers: [...kafkaBrokers], clientId: 'bench' },
    { logger: pino({ level: 'silent' }), metrics: new Registry() },
  );
  const topics = events.map((event) => `${prefix}.${event.topic}`);
  await admin.deleteTopics(topics.flatMap((topic) => [topic, deadLetterTopicOf(topic)]));
  await admin.stop();
  const listed = await ask({
    url: `${elasticsearchUrl}/_cat/indices/${prefix}-*?h=index`,
    method: 'GET',
    headers: { accept: 'text/plain' },
  });
  // By their names: many clusters refuse to delete what a pattern stands for.
  for (const index of listed.toString().split('\n').filter(Boolean)) {
    await ask({ url: `${elasticsearchUrl}/${index}`, method: 'DELETE', headers: {} });
  }
  const tls = 'disable' as const;
  const settings = { ...postgres, tls, schema, poolSize: 1, applicationName: 'bench' };
  const database = await createDataSource(settings).initialize();
  await database.query(`drop schema if exists "${schema}" cascade`);
  await database.destroy();
}
