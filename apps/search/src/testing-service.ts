import { setTimeout as sleep } from 'node:timers/promises';
import {
  Access,
  ArticleSubmitted,
  ArticleUpdated,
  EntityCorrection,
  SearchAnswer,
} from '@warta/contracts';
import type { ArticleUpdatedV1, EventDefinition } from '@warta/contracts';
import { encodeEvent, KafkaProducer, TopicAdmin, withPrefix } from '@warta/messaging';
import { migrate } from '@warta/postgres';
import { testSchema } from '@warta/postgres/testing';
import type { TestSchema } from '@warta/postgres/testing';
import { hashKey, readConfig, runService } from '@warta/service';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { ArticleIndex } from './article-index/article-index.ts';
import { migrations } from '../migrations/index.ts';
import { openIndex } from './article-index/open-index.ts';
import { searchConfig } from './config.ts';
import { SearchModule } from './search.module.ts';
import { dropIndex, elasticsearchUrl, ownPrefix } from './testing.ts';

export const ADMIN_KEY = 'the-admin-key-of-this-test';
export const RECEIPT_KEY = Buffer.alloc(32, 'receipts');
const SEALING_KEY = Buffer.alloc(32, 'sealing');

const brokers = process.env['WARTA_TEST_KAFKA_BROKERS'];
if (brokers === undefined) throw new Error('set WARTA_TEST_KAFKA_BROKERS, or use npm test');

/** Of the tests themselves; whoever imports the producer starts and stops it. */
export const platform = { logger: pino({ level: 'silent' }), metrics: new Registry() };
export const settings = { brokers: brokers.split(','), clientId: 'search-test' };
export const admin = new TopicAdmin(settings, platform);
export const producer = new KafkaProducer(settings, platform);

/** A search service with topics and an index of its own. */
export class SearchBed {
  readonly prefix = ownPrefix();
  readonly topicPrefix = `${this.prefix}.`;
  readonly submitted = withPrefix(ArticleSubmitted, this.topicPrefix);
  readonly updated: EventDefinition<ArticleUpdatedV1> = withPrefix(
    ArticleUpdated,
    this.topicPrefix,
  );
  readonly access = withPrefix(Access, this.topicPrefix);
  readonly corrections = withPrefix(EntityCorrection, this.topicPrefix);
  readonly fatal: unknown[] = [];
  schema: TestSchema | undefined;
  service: RunningService | undefined;
  index: ArticleIndex | undefined;

  async createTopics(): Promise<void> {
    const topics = [this.submitted, this.updated, this.access, this.corrections];
    await admin.ensureTopics(topics as never, {
      replicationFactor: 1,
      minInsyncReplicas: 1,
    });
  }

  async start(elasticsearch = elasticsearchUrl()): Promise<void> {
    this.schema ??= await migratedSchema();
    const { host, port, database, user, password = '', schema } = this.schema.settings;
    const config = readConfig(searchConfig, {
      WARTA_HTTP_HOST: '127.0.0.1',
      WARTA_HTTP_PORT: '0',
      WARTA_OPS_PORT: '0',
      WARTA_ADMIN_KEY_SHA256: hashKey(ADMIN_KEY),
      WARTA_KAFKA_BROKERS: settings.brokers.join(','),
      WARTA_TOPIC_PREFIX: this.topicPrefix,
      WARTA_ELASTICSEARCH_URL: elasticsearch,
      WARTA_RECEIPT_KEYS: RECEIPT_KEY.toString('base64'),
      WARTA_SEALING_KEYS: SEALING_KEY.toString('base64'),
      WARTA_EGRESS_SCHEMES: 'https,http',
      WARTA_EGRESS_ALLOW: '127.0.0.1',
      WARTA_POSTGRES_HOST: host,
      WARTA_POSTGRES_PORT: String(port),
      WARTA_POSTGRES_DATABASE: database,
      WARTA_POSTGRES_USER: user,
      WARTA_POSTGRES_PASSWORD: password,
      WARTA_POSTGRES_SCHEMA: schema,
      WARTA_ELASTICSEARCH_INDEX_PREFIX: this.prefix,
    });
    this.index ??= openIndex({ ...config, WARTA_ELASTICSEARCH_URL: [elasticsearchUrl()] });
    this.service = await runService(
      { name: 'search', config: searchConfig, module: SearchModule },
      { config, logger: platform.logger, fatal: (reason) => this.fatal.push(reason) },
    );
  }

  async publish(...states: ArticleUpdatedV1[]): Promise<void> {
    const records = states.map((state) =>
      encodeEvent(this.updated, state, { source: 'search-test' }),
    );
    await producer.publish(records, WAITED_MS);
  }

  get(path: string, key: string | null = ADMIN_KEY, more: object = {}): Promise<Response> {
    const headers = key === null ? {} : { authorization: `Bearer ${key}` };
    return fetch(`${this.service?.httpUrl}${path}`, { headers: { ...headers, ...more } });
  }

  async json(path: string): Promise<unknown> {
    return (await this.get(path)).json();
  }

  async ids(query: string): Promise<string[]> {
    const answer = await this.get(`/v1/articles?${query}`);
    return SearchAnswer.parse(await answer.json()).data.map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.service?.stop();
    if (this.index) await dropIndex(this.index);
    await this.schema?.drop();
    const topics = [this.submitted, this.updated, this.access, this.corrections].map(
      ({ topic }) => topic,
    );
    await admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    expect(this.fatal).toEqual([]);
  }
}

/** The tables of search in a schema of its own. */
export async function migratedSchema(): Promise<TestSchema> {
  const schema = await testSchema({ create: false });
  await migrate(schema.settings, { migrations, logger: platform.logger });
  return schema;
}

/** Far above what anything takes here, also on a busy machine; half of what a test may take. */
const WAITED_MS = 60_000;

export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WAITED_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(100);
  }
}

export const isReady = (bed: SearchBed) => async () =>
  (await bed.get('/readyz', null)).status === 200;
