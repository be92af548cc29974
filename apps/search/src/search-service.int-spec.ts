import { setTimeout as sleep } from 'node:timers/promises';
import { Access, ArticleUpdated, ArticleView, Problem, SearchAnswer } from '@warta/contracts';
import type { ArticleUpdatedV1, EventDefinition } from '@warta/contracts';
import {
  DeadLetterReader,
  encodeEvent,
  KafkaProducer,
  TopicAdmin,
  withPrefix,
} from '@warta/messaging';
import { hashKey, readConfig, runService } from '@warta/service';
import type { RunningService } from '@warta/service';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { openIndex } from './article-index/open-index.ts';
import { IndexProgress } from './article-index/index-progress.ts';
import type { ArticleIndex } from './article-index/article-index.ts';
import { searchConfig } from './config.ts';
import { SearchModule } from './search.module.ts';
import { canceled, dropIndex, elasticsearchUrl, live, ownPrefix, startProxy } from './testing.ts';

/** Joining a group, waiting out retries, and a refresh: each of these takes its seconds. */
const SERVICE_TEST_MS = 60_000;

const KEY = 'the-admin-key-of-this-test';
const brokers = process.env['WARTA_TEST_KAFKA_BROKERS'];
if (brokers === undefined) throw new Error('set WARTA_TEST_KAFKA_BROKERS, or use npm test');

const platform = { logger: pino({ level: 'silent' }), metrics: new Registry() };
const settings = { brokers: brokers.split(','), clientId: 'search-test' };
const admin = new TopicAdmin(settings, platform);
const producer = new KafkaProducer(settings, platform);

beforeAll(() => producer.start());
afterAll(async () => {
  await producer.stop();
  await admin.stop();
});

/** A search service with topics and an index of its own. */
class Bed {
  readonly prefix = ownPrefix();
  readonly updated: EventDefinition<ArticleUpdatedV1> = withPrefix(
    ArticleUpdated,
    `${this.prefix}.`,
  );
  readonly access = withPrefix(Access, `${this.prefix}.`);
  readonly fatal: unknown[] = [];
  service: RunningService | undefined;
  index: ArticleIndex | undefined;

  async createTopics(): Promise<void> {
    await admin.ensureTopics([this.updated, this.access] as never, {
      replicationFactor: 1,
      minInsyncReplicas: 1,
    });
  }

  async start(elasticsearch = elasticsearchUrl()): Promise<void> {
    const config = readConfig(searchConfig, {
      WARTA_HTTP_HOST: '127.0.0.1',
      WARTA_HTTP_PORT: '0',
      WARTA_OPS_PORT: '0',
      WARTA_ADMIN_KEY_SHA256: hashKey(KEY),
      WARTA_KAFKA_BROKERS: settings.brokers.join(','),
      WARTA_TOPIC_PREFIX: `${this.prefix}.`,
      WARTA_ELASTICSEARCH_URL: elasticsearch,
      WARTA_RECEIPT_KEYS: Buffer.alloc(32, 'receipts').toString('base64'),
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
    await producer.publish(records, 10_000);
  }

  get(path: string, key: string | null = KEY): Promise<Response> {
    const headers = key === null ? {} : { authorization: `Bearer ${key}` };
    return fetch(`${this.service?.httpUrl}${path}`, { headers });
  }

  async ids(query: string): Promise<string[]> {
    const answer = await this.get(`/v1/articles?${query}`);
    return SearchAnswer.parse(await answer.json()).data.map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.service?.stop();
    if (this.index) await dropIndex(this.index);
    const topics = [this.updated.topic, this.access.topic];
    await admin.deleteTopics(topics.flatMap((topic) => [topic, `${topic}.dlq`]));
    expect(this.fatal).toEqual([]);
  }
}

const fail = (reason: Error) => {
  throw reason;
};

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + SERVICE_TEST_MS / 2;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(100);
  }
}

const isReady = (bed: Bed) => async () => (await bed.get('/readyz', null)).status === 200;

describe('the search service', () => {
  const bed = new Bed();
  beforeAll(async () => {
    await bed.createTopics();
    await bed.start();
    await until('ready', isReady(bed));
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  it(
    'makes a published article searchable, follows its corrections, and answers 410 after a takedown',
    async () => {
      const state = live({ title: 'Harga beras naik', body: 'Harga beras naik di Jakarta.' });
      const id = state.articleId;
      await bed.publish(state);
      await until('found', async () => (await bed.ids('q=beras')).includes(id));
      const view = ArticleView.parse(await (await bed.get(`/v1/articles/${id}`)).json());
      expect(view).toMatchObject({ id, title: 'Harga beras naik', rev: 1, language: 'id' });

      await bed.publish({ ...state, rev: 2, content: { body: 'Harga cabai turun.' } });
      await until('corrected', async () => (await bed.ids('q=cabai')).includes(id));
      expect(await bed.ids('q=beras')).toEqual([]);

      await bed.publish(canceled(id, 3), state);
      await until('gone', async () => (await bed.get(`/v1/articles/${id}`)).status === 410);
      await until('not found', async () => (await bed.ids('')).length === 0);
    },
    SERVICE_TEST_MS,
  );

  it('says what is wrong with a request as problem+json', async () => {
    const problem = async (path: string, status: number, key: string | null = KEY) => {
      const answer = await bed.get(path, key);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      return Problem.parse(await answer.json());
    };
    await problem('/v1/articles', 401, null);
    await problem('/v1/articles', 401, 'another-key');
    await problem('/v1/articles/0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001', 404);
    expect((await problem('/v1/articles/7', 400)).errors).toHaveLength(1);
    const bad = await problem('/v1/articles?size=0&feed=A%20B&surprise=1&from=yesterday', 400);
    expect(bad.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '?feed',
      '?from',
      '?size',
      '?surprise',
    ]);
    expect((await problem('/v1/articles?cursor=abc', 400)).errors?.[0]?.pointer).toBe('?cursor');
    expect((await problem('/v1/articles?q=%20!%3F', 400)).errors?.[0]?.pointer).toBe('?q');
    await problem(`/v1/articles?q=${'a.'.repeat(200)}`, 400);
  });

  it(
    'dead-letters the one record that breaks the contract, and goes on',
    async () => {
      const good = live({ title: 'sesudahnya' });
      const poison = { ...good, articleId: 'not an id' } as ArticleUpdatedV1;
      const encoded = encodeEvent(bed.updated, good, { source: 'search-test' });
      await producer.publish([{ ...encoded, value: Buffer.from(JSON.stringify(poison)) }], 10_000);
      await bed.publish(good);
      await until('found', async () => (await bed.ids('q=sesudahnya')).length === 1);
      const reader = new DeadLetterReader(settings, producer, platform);
      await until('dead', async () => (await reader.list(bed.updated.topic)).letters.length === 1);
    },
    SERVICE_TEST_MS,
  );

  it(
    'goes on where the index says after a restart, and fills a new index from the log’s start',
    async () => {
      const { index } = bed;
      if (!index) throw new Error('not started');
      const before = live({ title: 'sebelum' });
      const meanwhile = live({ title: 'sementara' });
      await bed.publish(before);
      await until('found', async () => (await bed.ids('q=sebelum')).length === 1);
      await bed.service?.stop();
      await bed.publish(meanwhile);
      await bed.start();
      await until('ready', isReady(bed));
      await until('found', async () => (await bed.ids('q=sementara')).length === 1);
      const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
      expect(metrics).toContain('warta_search_documents_total{outcome="done"} 1\n');
      expect(metrics).not.toContain('outcome="stale"');

      await bed.service?.stop();
      await index.client.indices.delete({ index: index.names.first });
      await bed.start();
      await until('ready', isReady(bed));
      await until('filled', async () => (await bed.ids('q=sebelum')).length === 1);
      await until('filled', async () => (await bed.ids('q=sementara')).length === 1);
    },
    SERVICE_TEST_MS,
  );
});

it(
  'starts without Elasticsearch and without topics: live at once, ready when it can work, nothing skipped',
  async () => {
    const bed = new Bed();
    const proxy = await startProxy();
    proxy.isAway = true;
    await bed.start(proxy.url);
    expect((await bed.get('/livez', null)).status).toBe(200);
    expect((await bed.get('/readyz', null)).status).toBe(503);
    await bed.createTopics();
    const states = Array.from({ length: 30 }, (_, at) => live({ title: `nomor ${at}` }));
    await bed.publish(...states);
    await until('keys are known', async () => (await bed.get('/v1/articles')).status === 503);
    const refused = await bed.get('/v1/articles');
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);

    proxy.isAway = false;
    await until('ready', isReady(bed));
    await until('all there', async () => (await bed.ids('q=nomor&size=100')).length === 30);

    proxy.isAway = true;
    await until('not ready', async () => !(await isReady(bed)()));
    expect((await bed.get('/livez', null)).status).toBe(200);
    await bed.publish(live({ title: 'nomor akhir' }));
    await sleep(3_000);
    proxy.isAway = false;
    await until('all there', async () => (await bed.ids('q=nomor&size=100')).length === 31);
    const reader = new DeadLetterReader(settings, producer, platform);
    expect((await reader.list(bed.updated.topic)).letters).toEqual([]);
    const { index } = bed;
    if (!index) throw new Error('not started');
    const saved = await Promise.all(
      Array.from({ length: bed.updated.partitions }, (_, partition) =>
        new IndexProgress(index, fail).load(bed.updated.topic, partition),
      ),
    );
    expect(saved.reduce((sum, one) => sum + Number(one?.nextOffset ?? 0n), 0)).toBe(31);
    await bed.close();
    await proxy.stop();
  },
  SERVICE_TEST_MS,
);
