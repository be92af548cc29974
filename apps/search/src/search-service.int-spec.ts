import {
  ArticleRevisions,
  ArticleView,
  Attention,
  ChangesAnswer,
  DuplicateGroup,
  FeedReport,
  FeedReports,
  Problem,
  RevisionDiff,
  RevisionView,
  SearchAnswer,
  Significant,
  SimilarArticles,
} from '@warta/contracts';
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
const SERVICE_TEST_MS = 120_000;

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

  it(
    'shows an article as it was, tells its changes, exports it, and writes feeds of it',
    async () => {
      const feed = 'riwayat';
      const [then, now] = ['2026-05-01T08:00:00.000Z', '2026-05-02T08:00:00.000Z'];
      const state = live({ feed, rev: 1, changedAt: then, title: 'Dulu', body: 'Ada 3 tewas.' });
      const { articleId: id } = state;
      const later = live({ articleId: id, feed, rev: 2, changedAt: now, body: 'Ada 5 tewas.' });
      await bed.publish(state, later);
      await until('found', async () => (await bed.ids('q=tewas&feed=riwayat')).includes(id));

      const revisions = ArticleRevisions.parse(await bed.json(`/v1/articles/${id}/revisions`));
      expect(revisions.data.map(({ rev, to }) => [rev, to])).toEqual([
        [2, undefined],
        [1, now],
      ]);
      expect(RevisionView.parse(await bed.json(`/v1/articles/${id}/revisions/1`)).title).toBe(
        'Dulu',
      );
      const diff = RevisionDiff.parse(await bed.json(`/v1/articles/${id}/diff`));
      expect(diff.changes.map(({ kind }) => kind)).toContain('number-changed');
      const asOf = '2026-05-01T20:00:00Z';
      expect(await bed.json(`/v1/articles/${id}?asOf=${asOf}`)).toMatchObject({ title: 'Dulu' });
      const past = `feed=${feed}&asOf=${asOf}`;
      await until('seen as it was', async () => (await bed.ids(past)).includes(id));

      const changes = async (place: string) =>
        ChangesAnswer.parse(await bed.json(`/v1/changes?${place}&size=500`));
      const tells = ({ data }: ChangesAnswer, rev: number) =>
        data.find((one) => one.id === id && one.rev === rev);
      // A document is searched for before the progress behind it is.
      let told = await changes('since=beginning');
      await until('told', async () => {
        told = await changes('since=beginning');
        return tells(told, 2) !== undefined;
      });
      expect(tells(told, 2)).toMatchObject({ status: 'live' });
      const lines = async () => (await bed.get(`/v1/articles/export?feed=${feed}`)).text();
      expect(JSON.parse(await lines())).toMatchObject({ id, rev: 2 });
      const password = Buffer.from(`redaksi:${ADMIN_KEY}`).toString('base64');
      const rss = await bed.get(`/v1/articles?feed=${feed}&format=rss`, null, {
        authorization: `Basic ${password}`,
      });
      expect(rss.headers.get('content-type')).toMatch(/^application\/rss\+xml/);
      expect(await rss.text()).toContain(`urn:uuid:${id}`);
      const etag = (await bed.get(`/v1/articles?feed=${feed}`)).headers.get('etag') ?? '';
      const again = () =>
        bed.get(`/v1/articles?feed=${feed}`, ADMIN_KEY, { 'if-none-match': etag });
      expect((await again()).status).toBe(304);

      await bed.publish(canceled(id, 3));
      await until('gone', async () => !(await bed.ids(`feed=${feed}`)).includes(id));
      expect((await again()).status).toBe(200);
      expect((await bed.get(`/v1/articles/${id}/revisions/1`)).status).toBe(410);
      expect((await bed.get(`/v1/articles/${id}?asOf=${asOf}`)).status).toBe(410);
      await until('gone from the past', async () => !(await bed.ids(past)).includes(id));
      expect(await lines()).toBe('');
      let since = await changes(`cursor=${told.next}`);
      await until('its end is told', async () => {
        since = await changes(`cursor=${told.next}`);
        return tells(since, 3) !== undefined;
      });
      expect(tells(since, 3)).toMatchObject({ status: 'canceled' });
    },
    SERVICE_TEST_MS,
  );

  it(
    'tells attention, what is significant, similar articles and who told a text, each under its address',
    async () => {
      const feed = 'sekitar';
      const state = live({ feed, title: 'Banjir rob', body: 'Banjir rob merendam kota.' });
      await bed.publish(state, live({ feed, title: 'Banjir', body: 'Banjir rob di kota lain.' }));
      await until('found', async () => (await bed.ids(`feed=${feed}`)).length === 2);
      const answer = async <T>(path: string, schema: { parse(value: unknown): T }) => {
        const answered = await bed.get(path);
        expect(answered.status).toBe(200);
        return schema.parse(await answered.json());
      };
      const query = `q=banjir&feed=${feed}&timeZone=asia/jakarta`;
      const facets = await answer(`/v1/articles?${query}&facets=feed,day`, SearchAnswer);
      expect(facets.facets?.feed?.values).toEqual([{ value: feed, articles: 2, selected: true }]);
      const attention = await answer(`/v1/attention?${query}`, Attention);
      expect(attention).toMatchObject({
        timeZone: 'Asia/Jakarta',
        overall: { articles: 2, total: 2, share: 1 },
      });
      expect(await answer(`/v1/significant?${query}`, Significant)).toMatchObject({ articles: 2 });
      const similar = `/v1/articles/${state.articleId}/similar`;
      expect((await answer(similar, SimilarArticles)).partial).toBe(false);
      const group = await answer(`/v1/duplicates/${state.articleId}`, DuplicateGroup);
      expect(group).toMatchObject({ total: 1, data: [{ id: state.articleId, leads: true }] });

      const nobody = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a423';
      for (const path of [`/v1/articles/${nobody}/similar`, `/v1/duplicates/${nobody}`]) {
        expect((await bed.get(path)).status).toBe(404);
        expect((await bed.get(path, null)).status).toBe(401);
      }
      const refused = await bed.get('/v1/attention?interval=hour&from=2000-01-01&to=2020-01-01');
      expect(refused.status).toBe(400);
      const { errors } = Problem.parse(await refused.json());
      expect(errors).toMatchObject([{ pointer: '?interval' }]);
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
    await problem(`/v1/articles?q=${'a-'.repeat(200)}`, 400);
    await problem('/v1/feeds', 401, null);
    const q = encodeURIComponent('harga AND');
    const filtered = ['articles', 'articles/export', 'attention', 'significant', 'changes'];
    for (const path of [...filtered.map((of) => `${of}?q=${q}`), `query/explain?q=${q}`]) {
      const indonesian = { 'accept-language': 'id-ID, en;q=0.5' };
      const answer = await bed.get(`/v1/${path}`, ADMIN_KEY, indonesian);
      expect([path, answer.headers.get('content-language')]).toEqual([path, 'id']);
      const [fault] = Problem.parse(await answer.json()).errors ?? [];
      expect(fault).toMatchObject({
        pointer: '?q',
        column: 10,
        expected: ['a word', 'a phrase', '('],
      });
      expect(fault?.detail).toMatch(
        /^pada kolom 10: diharapkan kata, "frasa", atau \( setelah AND/,
      );
      expect((await problem(`/v1/${path}`, 400)).errors?.[0]?.detail).toMatch(/^at column 10: /);
    }
    for (const length of [0, 2_001]) {
      const lengths = { 'accept-language': 'id' };
      const answer = await bed.get(`/v1/articles?q=${'a'.repeat(length)}`, ADMIN_KEY, lengths);
      const { detail } = Problem.parse(await answer.json());
      expect([answer.status, detail]).toEqual([400, expect.stringContaining('berisi')]);
    }
    const explained = await problem(`/v1/query/explain?in=id&q=${q}`, 400);
    expect(explained.detail).toMatch(/^Parameter q pada kolom 10: /);
    const inOne = { '': 'id', '&in=en': 'en', '&in=id': 'id' };
    for (const [asked, language] of Object.entries(inOne)) {
      const explain = (of: string) =>
        bed.get(`/v1/query/explain?q=${of}${asked}`, ADMIN_KEY, { 'accept-language': 'id' });
      const said = await explain('-beras');
      expect([asked, said.headers.get('content-language')]).toEqual([asked, language]);
      expect(await said.text()).toContain(language === 'id' ? 'bukan' : 'not');
      const { detail } = Problem.parse(await (await explain(q)).json());
      expect([asked, detail]).toEqual([
        asked,
        expect.stringContaining(language === 'id' ? 'pada kolom 10' : 'at column 10'),
      ]);
    }
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
      await producer.publish(
        [{ ...encoded, value: Buffer.from(JSON.stringify(poison)) }],
        SERVICE_TEST_MS,
      );
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
    const last = live({ title: 'nomor akhir' });
    await bed.publish(last);
    await until('it was tried in vain', async () => proxy.refused.includes(last.articleId));
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
