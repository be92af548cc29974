import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Access, ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import type {
  KeyRecord,
  ArticleContent,
  ArticlePublish,
  ArticleSubmittedV1,
  ArticleTakedown,
  ArticleUpdatedV1,
} from '@warta/contracts';
import {
  encodeEvent,
  KafkaConsumer,
  KafkaProducer,
  TopicAdmin,
  withPrefix,
} from '@warta/messaging';
import type { BatchSignal, Progress, ReceivedEvent } from '@warta/messaging';
import { migrate } from '@warta/postgres';
import { testSchema } from '@warta/postgres/testing';
import type { TestSchema } from '@warta/postgres/testing';
import { hashKey, readConfig, runService } from '@warta/service';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { migrations } from '../migrations/index.ts';
import { enricherConfig } from './config.ts';
import { AnnotatorPool } from './enrich-article/annotator-pool.ts';
import type { AnnotatorOptions } from './enrich-article/annotator-pool.ts';
import { EnricherModule } from './enricher.module.ts';

/** Submitted events as the ingestor makes them, and what int-specs need around them. */

export const silent = pino({ level: 'silent' });

const NOON_MS = Date.parse('2026-11-23T12:00:00.000Z');

/** A migrated schema of its own. */
export async function migratedSchema() {
  const schema = await testSchema({ create: false });
  await migrate(schema.settings, { migrations, logger: silent });
  return schema;
}

export function annotatorPool(options: Partial<AnnotatorOptions> = {}): AnnotatorPool {
  return new AnnotatorPool({ workers: 1, ...options }, new Registry());
}

export function publish(
  articleId: string,
  content: string | ArticleContent,
  more: Partial<ArticlePublish> = {},
): ArticlePublish {
  const written = typeof content === 'string' ? { body: content, language: 'id' } : content;
  const { embargoUntil } = more;
  const hashed = JSON.stringify(embargoUntil === undefined ? written : [written, embargoUntil]);
  return {
    kind: 'publish',
    articleId,
    feed: 'harian-contoh',
    sourceId: `source-${articleId}`,
    receivedAt: '2026-11-23T12:00:00.000Z',
    submittedBy: 'k7f2m9x4',
    content: written,
    contentHash: createHash('sha256').update(hashed).digest('hex'),
    ...more,
  };
}

export function takedown(articleId: string): ArticleTakedown {
  const { feed, sourceId, receivedAt, submittedBy } = publish(articleId, '');
  const reason = 'asked for by the editor';
  return {
    kind: 'takedown',
    articleId,
    feed,
    ...(sourceId === undefined ? {} : { sourceId }),
    receivedAt,
    submittedBy,
    reason,
  };
}

/** What else is said of an article, with the same feed and source id. */
export function said<Kind extends 'withhold' | 'restore'>(
  kind: Kind,
  articleId: string,
  more: Partial<Extract<ArticleSubmittedV1, { kind: Kind }>> = {},
): ArticleSubmittedV1 {
  const { reason: _, ...origin } = takedown(articleId);
  return { ...origin, kind, ...more } as ArticleSubmittedV1;
}

export function reconsider(articleId: string): ArticleSubmittedV1 {
  const { feed, receivedAt } = publish(articleId, '');
  const cause = 'embargo-due';
  return { kind: 'reconsider', articleId, feed, receivedAt, submittedBy: 'enricher', cause };
}

/** A record of one partition; its offset is also the second after noon at which it arrived. */
export function received(
  event: ArticleSubmittedV1,
  offset: number,
): ReceivedEvent<ArticleSubmittedV1> {
  const atMs = NOON_MS + offset * 1_000;
  return {
    event,
    key: event.articleId,
    topic: 'submitted',
    partition: 3,
    offset: BigInt(offset),
    appendedAtMs: atMs,
    arrival: { atMs, partition: 3, offset: String(offset) },
    attempts: 1,
  };
}

export const newId = (): string => randomUUID();

/** Of a consumer that goes on. */
export const going: BatchSignal = {
  partition: 3,
  aborted: () => false,
  heartbeat: async () => undefined,
};

/** Joining a group and waiting out retries take their seconds. */
export const SERVICE_TEST_MS = 60_000;

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
    await this.#admin.ensureTopics([this.submitted, this.updated, this.access] as never, {
      replicationFactor: 1,
      minInsyncReplicas: 1,
    });
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
    await this.producer.publish(records, 10_000);
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
    await this.producer.publish([record], 10_000);
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
    const topics = [this.submitted.topic, this.updated.topic, this.access.topic];
    await this.#admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    await this.producer.stop();
    await this.#admin.stop();
    await this.schema.drop();
    expect(this.fatal).toEqual([]);
  }
}

export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + SERVICE_TEST_MS / 2;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(100);
  }
}
