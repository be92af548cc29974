import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Access, ArticleSubmitted, ArticleUpdated, EntityCorrection } from '@warta/contracts';
import type { ArticleSubmittedV1, ArticleUpdatedV1, KeyRecord } from '@warta/contracts';
import {
  encodeEvent,
  KafkaConsumer,
  KafkaProducer,
  TopicAdmin,
  withPrefix,
} from '@warta/messaging';
import type { Progress } from '@warta/messaging';
import { migrate } from '@warta/postgres';
import { testSchema } from '@warta/postgres/testing';
import type { TestSchema } from '@warta/postgres/testing';
import { hashKey, readConfig, runService } from '@warta/service';
import type { RunningService } from '@warta/service';
import { Registry } from 'prom-client';
import { migrations } from '../migrations/index.ts';
import { enricherConfig } from './config.ts';
import { EnricherModule } from './enricher.module.ts';
import { silent } from './testing.ts';

/** Joining a group and waiting out retries take their seconds, and more on a busy machine. */
export const SERVICE_TEST_MS = 120_000;

/** Far above what anything takes here. */
const WAITED_MS = SERVICE_TEST_MS / 2;

export const ADMIN_KEY = 'the-admin-key-of-this-test';

export function kafkaOfTests() {
  const brokers = process.env['WARTA_TEST_KAFKA_BROKERS'];
  if (brokers === undefined) throw new Error('set WARTA_TEST_KAFKA_BROKERS, or use npm test');
  return { brokers: brokers.split(','), clientId: 'enricher-test' };
}

/** An enricher with topics and a schema of its own, and someone who reads what it publishes. */
export class EnricherBed {
  readonly prefix = `t-${randomUUID().slice(0, 13)}.`;
  readonly submitted = withPrefix(ArticleSubmitted, this.prefix);
  readonly updated = withPrefix(ArticleUpdated, this.prefix);
  readonly access = withPrefix(Access, this.prefix);
  readonly correction = withPrefix(EntityCorrection, this.prefix);
  readonly fatal: unknown[] = [];
  readonly published: ArticleUpdatedV1[] = [];
  readonly #platform = { logger: silent, metrics: new Registry() };
  readonly #admin = new TopicAdmin(kafkaOfTests(), this.#platform);
  readonly producer = new KafkaProducer(kafkaOfTests(), this.#platform);
  schema!: TestSchema;
  service: RunningService | undefined;
  #reader: KafkaConsumer<ArticleUpdatedV1> | undefined;

  async open(): Promise<void> {
    this.schema = await testSchema({ create: false });
    await this.producer.start();
    await this.#admin.ensureTopics(
      [this.submitted, this.updated, this.access, this.correction] as never,
      {
        replicationFactor: 1,
        minInsyncReplicas: 1,
      },
    );
    const progress = new Map<number, Progress>();
    this.#reader = new KafkaConsumer(
      kafkaOfTests(),
      {
        groupId: `${this.prefix}reader`,
        definition: this.updated,
        progress: {
          load: async (_topic, partition) => progress.get(partition),
          save: async (_topic, partition, reached) => void progress.set(partition, reached),
        },
        producer: this.producer,
        handle: async (batch) => {
          this.published.push(...batch.map(({ event }) => event));
          return { publish: [], rejected: [] };
        },
        onFatal: (reason) => this.fatal.push(reason),
      },
      { logger: silent, metrics: new Registry() },
    );
    await this.#reader.start();
  }

  migrate = () => migrate(this.schema.settings, { migrations, logger: silent });

  async start(elsewhere: Record<string, string> = {}): Promise<void> {
    const { host, port, database, user, password = '', schema } = this.schema.settings;
    const config = readConfig(enricherConfig, {
      WARTA_HTTP_HOST: '127.0.0.1',
      WARTA_HTTP_PORT: '0',
      WARTA_OPS_PORT: '0',
      WARTA_ADMIN_KEY_SHA256: hashKey(ADMIN_KEY),
      WARTA_KAFKA_BROKERS: kafkaOfTests().brokers.join(','),
      WARTA_TOPIC_PREFIX: this.prefix,
      WARTA_POSTGRES_HOST: host,
      WARTA_POSTGRES_PORT: String(port),
      WARTA_POSTGRES_DATABASE: database,
      WARTA_POSTGRES_USER: user,
      WARTA_POSTGRES_PASSWORD: password,
      WARTA_POSTGRES_SCHEMA: schema,
      WARTA_ENRICHER_WORKERS: '1',
      ...elsewhere,
    });
    this.service = await runService(
      { name: 'enricher', config: enricherConfig, module: EnricherModule },
      { config, logger: silent, fatal: (reason) => this.fatal.push(reason) },
    );
  }

  async submit(...events: ArticleSubmittedV1[]): Promise<void> {
    const records = events.map((event) =>
      encodeEvent(this.submitted, event, { source: 'enricher-test' }),
    );
    await this.producer.publish(records, WAITED_MS);
  }

  /** Writes a key to the access topic, as the ingestor does. */
  async allow(key: string, scopes: KeyRecord['scopes']): Promise<void> {
    const keyId = randomUUID().slice(0, 8);
    const createdAt = new Date().toISOString();
    const sha256 = hashKey(key);
    const event: KeyRecord = {
      kind: 'key',
      keyId,
      name: key,
      sha256,
      scopes,
      feeds: [],
      createdAt,
    };
    const record = encodeEvent(this.access, event, { source: 'enricher-test' });
    await this.producer.publish([record], WAITED_MS);
  }

  readiness = async () => {
    const answer = await fetch(`${this.service?.httpUrl}/readyz`);
    return { isReady: answer.status === 200, text: await answer.text() };
  };

  isReady = async () => (await this.readiness()).isReady;

  latest = (id: string) => this.published.filter(({ articleId }) => articleId === id).at(-1);

  async close(): Promise<void> {
    await this.service?.stop();
    await this.#reader?.stop();
    const topics = [this.submitted, this.updated, this.access, this.correction].map(
      ({ topic }) => topic,
    );
    await this.#admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    await this.producer.stop();
    await this.#admin.stop();
    await this.schema.drop();
    expect(this.fatal).toEqual([]);
  }
}

export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WAITED_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(100);
  }
}
