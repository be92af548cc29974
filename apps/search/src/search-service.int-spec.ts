import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleView, FeedReport, FeedReports, Problem } from '@warta/contracts';
import type { ArticleUpdatedV1 } from '@warta/contracts';
import { DeadLetterReader, encodeEvent } from '@warta/messaging';
import { IndexProgress } from './article-index/index-progress.ts';
import { expectSafeQueries } from './query-language/testing-hostile-queries.ts';
import {
  ADMIN_KEY,
  admin,
  isReady,
  platform,
  producer,
  SearchBed,
  settings,
  until,
} from './testing-service.ts';
import { canceled, live, startProxy } from './testing.ts';

/** Joining a group, waiting out retries, and a refresh: each of these takes its seconds. */
const SERVICE_TEST_MS = 60_000;

beforeAll(() => producer.start());
afterAll(async () => {
  await producer.stop();
  await admin.stop();
});

const fail = (reason: Error) => {
  throw reason;
};

describe('the search service', () => {
  const bed = new SearchBed();
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

      const report = FeedReports.parse(await (await bed.get('/v1/feeds')).json());
      expect(report.feeds.map(({ feed }) => feed)).toEqual([state.feed]);
      const own = FeedReport.parse(await (await bed.get(`/v1/feeds/${state.feed}`)).json());
      expect(own.articles.all.live).toBe(1);

      await bed.publish(canceled(id, 3), state);
      await until('gone', async () => (await bed.get(`/v1/articles/${id}`)).status === 410);
      await until('not found', async () => (await bed.ids('')).length === 0);
    },
    SERVICE_TEST_MS,
  );

  it('says what is wrong with a request as problem+json', async () => {
    const problem = async (path: string, status: number, key: string | null = ADMIN_KEY) => {
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
    await problem('/v1/feeds', 401, null);
    expect((await problem('/v1/feeds/A%20B', 400)).errors?.[0]?.pointer).toBe('{feed}');
    await problem('/v1/feeds/nobody-knows', 404);
    await problem('/v1/receipts/made-up', 404);
  });

  it(
    'answers any query or says what is wrong with it, never with a 5xx, never past a feed that is asked for',
    () => expectSafeQueries(bed),
    SERVICE_TEST_MS,
  );

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
    const bed = new SearchBed();
    const proxy = await startProxy();
    proxy.isAway = true;
    await bed.start(proxy.url);
    expect((await bed.get('/livez', null)).status).toBe(200);
    expect((await bed.get('/readyz', null)).status).toBe(503);
    await bed.createTopics();
    const states = Array.from({ length: 30 }, (_, at) => live({ title: `nomor ${at}` }));
    await bed.publish(...states);
    await until('keys are known', async () => (await bed.get('/v1/articles')).status === 503);
    for (const path of ['/v1/articles', '/v1/feeds']) {
      const refused = await bed.get(path);
      expect([path, refused.status]).toEqual([path, 503]);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    }

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
