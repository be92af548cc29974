import { randomUUID } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import type { ArticleSubmittedV1, ArticleUpdatedV1 } from '@warta/contracts';
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
import { newId, publish, silent, takedown } from './testing.ts';

/** Joining a group and waiting out retries take their seconds. */
const SERVICE_TEST_MS = 60_000;

const ADMIN_KEY = 'the-admin-key-of-this-test';

const brokers = process.env['WARTA_TEST_KAFKA_BROKERS'];
if (brokers === undefined) throw new Error('set WARTA_TEST_KAFKA_BROKERS, or use npm test');

const kafka = { brokers: brokers.split(','), clientId: 'enricher-test' };
const platform = { logger: silent, metrics: new Registry() };
const admin = new TopicAdmin(kafka, platform);
const producer = new KafkaProducer(kafka, platform);

beforeAll(() => producer.start());
afterAll(async () => {
  await producer.stop();
  await admin.stop();
});

/** An enricher with topics and a schema of its own, and someone who reads what it publishes. */
class Bed {
  readonly prefix = `t-${randomUUID().slice(0, 13)}.`;
  readonly submitted = withPrefix(ArticleSubmitted, this.prefix);
  readonly updated = withPrefix(ArticleUpdated, this.prefix);
  readonly fatal: unknown[] = [];
  readonly published: ArticleUpdatedV1[] = [];
  schema!: TestSchema;
  service: RunningService | undefined;
  #reader: KafkaConsumer<ArticleUpdatedV1> | undefined;

  async open(): Promise<void> {
    this.schema = await testSchema({ create: false });
    await admin.ensureTopics([this.submitted, this.updated] as never, {
      replicationFactor: 1,
      minInsyncReplicas: 1,
    });
    const progress = new Map<number, Progress>();
    this.#reader = new KafkaConsumer(
      kafka,
      {
        groupId: `${this.prefix}reader`,
        definition: this.updated,
        progress: {
          load: async (_topic, partition) => progress.get(partition),
          save: async (_topic, partition, reached) => void progress.set(partition, reached),
        },
        producer,
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
      WARTA_KAFKA_BROKERS: kafka.brokers.join(','),
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
    await producer.publish(records, 10_000);
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
    const topics = [this.submitted.topic, this.updated.topic];
    await admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    await this.schema.drop();
    expect(this.fatal).toEqual([]);
  }
}

describe('the enricher service', () => {
  const bed = new Bed();
  beforeAll(() => bed.open(), SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  it(
    'is live but not ready before the migration job has run, and then catches up by itself',
    async () => {
      const id = newId();
      await bed.start();
      await bed.submit(publish(id, 'Presiden Joko Widodo bertemu Vladimir Putin di Jakarta.'));
      await until('it says what it lacks', async () =>
        (await bed.readiness()).text.includes('run the migration job'),
      );
      expect((await fetch(`${bed.service?.httpUrl}/livez`)).status).toBe(200);
      await bed.migrate();
      await until('ready', bed.isReady);
      await until('published', async () => bed.latest(id) !== undefined);
      expect(bed.latest(id)).toMatchObject({ status: 'live', rev: 1, revision: 1 });
    },
    SERVICE_TEST_MS,
  );

  it(
    'takes an article, its correction and its takedown from the log to Postgres and back',
    async () => {
      const id = newId();
      await bed.submit(publish(id, 'Presiden Joko Widodo di Jakarta.', { version: 1 }));
      await until('published', async () => bed.latest(id)?.rev === 1);
      expect(bed.latest(id)).toMatchObject({
        content: { body: 'Presiden Joko Widodo di Jakarta.' },
        annotation: { language: 'id', extractor: 'warta-rules' },
      });
      const corrected = publish(id, 'Presiden Joko Widodo di Bandung.', { version: 2 });
      await bed.submit(corrected, corrected);
      await until('corrected', async () => bed.latest(id)?.rev === 2);
      const names = await bed.schema.observer.query(
        'select name from mention where article_id = $1 order by position',
        [id],
      );
      expect(names).toEqual([{ name: 'Joko Widodo' }, { name: 'Bandung' }]);
      await bed.submit(takedown(id), corrected);
      await until('taken down', async () => bed.latest(id)?.status === 'canceled');
      const [row] = await bed.schema.observer.query(
        'select rev, status, current_hash from article where id = $1',
        [id],
      );
      expect(row).toEqual({ rev: '3', status: 'canceled', current_hash: null });
    },
    SERVICE_TEST_MS,
  );

  it(
    'goes on where it was when it is stopped and started in the middle of the work',
    async () => {
      const ids = Array.from({ length: 200 }, newId);
      await bed.submit(...ids.map((id) => publish(id, `Joko Widodo di Jakarta, ${id}.`)));
      await until('some are done', async () =>
        bed.published.some((one) => ids.includes(one.articleId)),
      );
      await bed.service?.stop();
      await bed.start();
      await until('all are published', async () =>
        ids.every((id) => bed.latest(id)?.status === 'live'),
      );
      const rows = await bed.schema.observer.query(
        'select distinct rev, revision_count from article where id = any($1)',
        [ids],
      );
      expect(rows).toEqual([{ rev: '1', revision_count: 1 }]);
      await until('progress is recorded for all', async () => {
        const [{ done }] = await bed.schema.observer.query(
          'select sum(next_offset) as done from consumer_progress where topic = $1',
          [bed.submitted.topic],
        );
        return Number(done) >= ids.length;
      });
    },
    SERVICE_TEST_MS,
  );

  it('counts what it does on the ops port', async () => {
    const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
    expect(metrics).toMatch(/enricher_articles_total\{status="live"\} [1-9]/);
    expect(metrics).toMatch(/enricher_annotate_seconds_count\{outcome="annotated"\} [1-9]/);
    expect(metrics).toMatch(/enricher_batch_articles_count [1-9]/);
  });
});

describe('an enricher whose log is not the one it read', () => {
  const bed = new Bed();
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  it(
    'halts, not ready, until a person accepts the gap, and then goes on at its start',
    async () => {
      const { topic, partitions } = bed.submitted;
      await bed.schema.observer.query(
        `insert into consumer_progress (consumer_group, topic, partition, next_offset)
         select $1, $2, generate_series(0, $3 - 1), 1000`,
        [`${bed.prefix}warta.enricher`, topic, partitions],
      );
      const id = newId();
      await bed.submit(publish(id, 'Joko Widodo.'));
      await bed.start();
      const halted = async () => {
        const answer = await fetch(`${bed.service?.opsUrl}/consumers`);
        const { consumers } = (await answer.json()) as { consumers: { halted: unknown[] }[] };
        return consumers[0]?.halted.length;
      };
      await until('halted', async () => (await halted()) === partitions);
      expect((await bed.readiness()).isReady).toBe(false);
      for (let partition = 0; partition < partitions; partition += 1) {
        const url = `${bed.service?.opsUrl}/consumers/${topic}/${partition}/accept-gap`;
        const authorization = `Bearer ${ADMIN_KEY}`;
        const answer = await fetch(url, { method: 'POST', headers: { authorization } });
        expect(answer.status).toBe(200);
      }
      await until('published', async () => bed.latest(id)?.rev === 1);
      await until('ready', bed.isReady);
    },
    SERVICE_TEST_MS,
  );
});

describe('an enricher whose servers are away', () => {
  const bed = new Bed();
  let proxy: Server | undefined;
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(async () => {
    await bed.close();
    proxy?.close();
  }, SERVICE_TEST_MS);

  it(
    'is live and not ready, says which one, and does its work once they are there',
    async () => {
      const port = await freePort();
      await bed.start({ WARTA_POSTGRES_HOST: '127.0.0.1', WARTA_POSTGRES_PORT: String(port) });
      const id = newId();
      await bed.submit(publish(id, 'Joko Widodo.'));
      await until('it says where it looks', async () =>
        (await bed.readiness()).text.includes(`127.0.0.1:${port}`),
      );
      expect((await fetch(`${bed.service?.httpUrl}/livez`)).status).toBe(200);
      expect(bed.latest(id)).toBeUndefined();
      proxy = await startProxy(port, bed.schema.settings);
      await until('ready', bed.isReady);
      await until('published', async () => bed.latest(id)?.rev === 1);
    },
    SERVICE_TEST_MS,
  );
});

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + SERVICE_TEST_MS / 2;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startProxy(port: number, to: { host: string; port: number }): Promise<Server> {
  const server = createServer((client) => {
    const upstream = connect(to.port, to.host);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  }).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}
