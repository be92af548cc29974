import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { ArticleUpdatedV1 } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { ArticleDocument } from '../article-index/article-document.ts';
import { articleAnalysis } from '../article-index/article-analysis.ts';
import { ArticleIndex } from '../article-index/article-index.ts';
import { measuredArrivals } from './measured-arrivals.ts';
import {
  canceled,
  dropIndex,
  elasticsearchUrl,
  entity,
  hidden,
  indexing,
  indexStates,
  live,
  mappingWithout,
  newIndex,
  ownPrefix,
  received,
  signal,
  startProxy,
} from '../testing.ts';

/** Outages are waited out for some seconds before they are reported. */
const OUTAGE_TEST_MS = 120_000;

let index: ArticleIndex;
beforeAll(async () => {
  index = await newIndex();
});
afterAll(() => dropIndex(index));

const stored = async (id: string, from = index): Promise<ArticleDocument | undefined> => {
  const found = await from.client.get<ArticleDocument>(
    { index: from.names.read, id },
    { ignore: [404] },
  );
  return found._source;
};

describe('an article with 20,000 quotes', () => {
  it('is found by the first of them, and is no dead letter', async () => {
    const body = Array.from({ length: 20_000 }, (_, n) => `"q${n}"`).join(' ');
    const quotes = Array.from(body.matchAll(/q\d+/gu), ({ 0: text, index: start }) => ({
      ...{ text, field: 'body' as const, start, end: start + text.length, cue: '' },
      ...{ direct: true, confidence: 1, speaker: 'x'.repeat(40_000) },
    }));
    const { articleId } = live();
    const outcome = await indexStates(index, live({ articleId, body, quotes: quotes.slice(0, 9) }));
    expect(outcome.rejected).toEqual([]);
    const all = quotes.map((quote) => ({ ...quote, speaker: 'Kim' }));
    const { rejected } = await indexStates(index, live({ articleId, rev: 2, body, quotes: all }));
    expect(rejected).toEqual([]);
    const query = { match: { 'quotes.text.id': 'q7' } };
    const found = await index.client.search({
      index: index.names.read,
      query: { nested: { path: 'quotes', query } },
    });
    expect(found.hits.hits.map(({ _id }) => _id)).toEqual([articleId]);
  });
});

describe('the newest state wins', () => {
  it('in every order of delivery, within a batch and across batches', async () => {
    const orders = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ];
    for (const order of orders) {
      for (const isOneBatch of [true, false]) {
        const articleId = live().articleId;
        const states = order.map((rev) => live({ articleId, rev, title: `rev ${rev}` }));
        if (isOneBatch) await indexStates(index, ...states);
        else for (const state of states) await indexStates(index, state);
        expect(await stored(articleId)).toMatchObject({ rev: 3, title: { id: 'rev 3' } });
      }
    }
  });

  it('also when it is a takedown and everything before is replayed', async () => {
    const old = live({ title: 'ditarik', body: 'naskah lama' });
    const history = [old, { ...old, rev: 2 }, canceled(old.articleId, 3)];
    await indexStates(index, ...history);
    for (const state of history) await indexStates(index, state);
    await indexStates(index, ...history.toReversed());
    expect(await stored(old.articleId)).toEqual({
      status: 'canceled',
      articleId: old.articleId,
      feed: old.feed,
      rev: 3,
      submission: expect.objectContaining({ partition: 0 }),
      updatedFrom: expect.objectContaining({ partition: 0 }),
      takenDownAt: expect.any(String),
      indexedAt: expect.any(String),
    });
  });

  it('also when it hides the article: nothing of a text that was there is left', async () => {
    const old = live({ title: 'embargo', body: 'naskah rahasia', entities: [entity('Bocor')] });
    const id = old.articleId;
    const until = '2026-12-24T00:00:00Z';
    await indexStates(index, old);
    await indexStates(index, hidden(id, 2, { status: 'held', embargoUntil: until }));
    const held = await stored(id);
    expect(held).toMatchObject({ status: 'held', heldUntil: until });
    expect(JSON.stringify(held)).not.toMatch(/embargo|rahasia|Bocor/);
    await indexStates(index, { ...old, rev: 3 });
    await indexStates(index, hidden(id, 4, { status: 'withheld', withheldAt: until }), old);
    expect(JSON.stringify(await stored(id))).not.toMatch(/embargo|rahasia|Bocor/);
    expect(await stored(id)).toMatchObject({ status: 'withheld', rev: 4 });
  });

  it('leaves the same documents when a batch is delivered twice, and says nothing of it', async () => {
    const states = Array.from({ length: 600 }, (_, at) => live({ title: `artikel ${at}` }));
    const { indexArticles, visible, metrics } = indexing(index);
    for (let times = 1; times <= 2; times += 1) {
      expect(await indexArticles.handle(received(...states), signal)).toEqual({
        publish: [],
        rejected: [],
      });
    }
    visible.stop();
    const { values } = await metrics.documents.get();
    const byOutcome = Object.fromEntries(
      values.map(({ labels, value }) => [labels.outcome, value]),
    );
    expect(byOutcome).toEqual({ done: 600, stale: 600 });
    const ids = states.map(({ articleId }) => articleId);
    const { docs } = await index.client.mget({ index: index.names.read, ids, _source: false });
    expect(docs.every((one) => '_version' in one && one._version === 1)).toBe(true);
  });
});

describe('whatever the contract allows is indexed', () => {
  it('at the limits of every field', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    const long = 'x'.repeat(200_000);
    const url = `https://example.org/${'a'.repeat(2_000)}`;
    const states = [
      live({ body: long, title: long.slice(0, 1_000), language: 'en' }),
      live({ body: 'あ'.repeat(200_000), language: 'und' }),
      live({ body: '', url, sourceId: 's'.repeat(512) }),
      live({ body: '\u0001\u001f\u007f\u2028\ufeff<>&"\\ 😀', language: 'id' }),
      live({ content: { byline: 'b'.repeat(500), section: 's'.repeat(500) } }),
      live({
        content: {
          extras: { '': nested(30), 'a.b': { 'a.b.c': null }, x: 'y'.repeat(16_000) } as never,
        },
      }),
      live({ entities: [entity('N'.repeat(40_000)), entity(' | ', ['|'])] }),
      live({
        publishedAt: '0000-01-01T00:00:00+23:59',
        updatedAt: '9999-12-31T23:59:59.123456789-23:59',
      }),
      live({ flags: Array.from({ length: 20 }, () => 'f'.repeat(64)), rev: 2 ** 53 - 1 }),
    ].map((state) => ArticleUpdatedV1.parse(state));
    expect((await indexStates(index, ...states)).rejected).toEqual([]);
    for (const { articleId } of states) expect(await stored(articleId)).toBeDefined();
  });
});

describe('poison', () => {
  it('is rejected alone, and an older state that can be indexed takes its place', async () => {
    const narrow = new ArticleIndex(new Client({ node: elasticsearchUrl() }), ownPrefix());
    await narrow.client.indices.create({
      index: narrow.names.first,
      settings: { number_of_replicas: 0, analysis: articleAnalysis },
      mappings: mappingWithout('section'),
      aliases: { [narrow.names.read]: {}, [narrow.names.write]: {} },
    });
    const good = live();
    const old = live({ title: 'dapat' });
    const bad = { ...live({ content: { section: 'x' } }), articleId: old.articleId, rev: 2 };
    const outcome = await indexStates(narrow, good, bad, old, live({ content: { section: 'y' } }));
    expect(outcome.rejected).toEqual([
      {
        index: 1,
        stage: 'index',
        reason: 'unmapped-field',
        detail: expect.stringContaining('section'),
      },
      { index: 3, stage: 'index', reason: 'unmapped-field', detail: expect.any(String) },
    ]);
    expect(await stored(good.articleId, narrow)).toMatchObject({ rev: 1 });
    expect(await stored(old.articleId, narrow)).toMatchObject({ rev: 1, title: { id: 'dapat' } });
    await dropIndex(narrow);
  });

  it('includes what is too large for the way to Elasticsearch, but nothing beside it', async () => {
    const proxy = await startProxy({ bodyBytesMax: 100_000 });
    const through = new ArticleIndex(new Client({ node: proxy.url, maxRetries: 0 }), '');
    Object.assign(through.names, index.names);
    const small = Array.from({ length: 20 }, () => live({ body: 'kata '.repeat(2_000) }));
    const large = live({ body: 'kata '.repeat(30_000) });
    const { rejected } = await indexing(through).indexArticles.handle(
      received(...small, large, ...small.map((state) => ({ ...state, rev: 2 }))),
      signal,
    );
    expect(rejected).toEqual([
      { index: 20, stage: 'index', reason: 'too-large', detail: expect.stringContaining('413') },
    ]);
    for (const { articleId } of small) expect(await stored(articleId)).toMatchObject({ rev: 2 });
    await through.client.close();
    await proxy.stop();
  });
});

it(
  'tries for 15 minutes what is refused for a reason nobody foresaw, beside which all others are indexed',
  async () => {
    const proxy = await startProxy({ refusesBody: (body) => body.includes('kutukan') });
    const through = new ArticleIndex(new Client({ node: proxy.url, maxRetries: 0 }), '');
    Object.assign(through.names, index.names);
    let nowMs = 0;
    const { indexArticles } = indexing(through, () => nowMs);
    const batch = received(live(), live({ body: 'kutukan' }), live(), live());
    await expect(indexArticles.handle(batch, signal)).rejects.toThrow(/1 of 4.*unheard_of/s);
    for (const at of [0, 2, 3]) {
      expect(await stored(batch[at]?.event.articleId ?? '')).toBeDefined();
    }
    nowMs = 14 * 60_000;
    await expect(indexArticles.handle(batch, signal)).rejects.toThrow(TransientError);
    nowMs = 15 * 60_000;
    expect((await indexArticles.handle(batch, signal)).rejected).toEqual([
      {
        index: 1,
        stage: 'index',
        reason: 'unknown',
        detail: expect.stringContaining('unheard_of'),
      },
    ]);
    await through.client.close();
    await proxy.stop();
  },
  OUTAGE_TEST_MS,
);

describe('an outage', () => {
  it(
    'is waited for: nothing is rejected while Elasticsearch is away, all is indexed after',
    async () => {
      const proxy = await startProxy();
      const through = new ArticleIndex(new Client({ node: proxy.url, maxRetries: 0 }), '');
      Object.assign(through.names, index.names);
      const { indexArticles } = indexing(through);
      const batch = received(live(), live());
      proxy.isAway = true;
      await expect(indexArticles.handle(batch, signal)).rejects.toThrow(TransientError);
      proxy.isAway = false;
      expect((await indexArticles.handle(batch, signal)).rejected).toEqual([]);
      for (const { event } of batch) expect(await stored(event.articleId)).toBeDefined();
      await through.client.close();
      await proxy.stop();
    },
    OUTAGE_TEST_MS,
  );

  it(
    'is what an operator’s write block and a missing alias count as',
    async () => {
      const own = await newIndex();
      const { indexArticles } = indexing(own);
      const batch = received(live());
      const block = (isOn: boolean) =>
        own.client.indices.putSettings({
          index: own.names.first,
          settings: { 'blocks.write': isOn },
        });
      await block(true);
      await expect(indexArticles.handle(batch, signal)).rejects.toThrow(/403 cluster_block/);
      await block(false);
      await own.client.indices.deleteAlias({ index: own.names.first, name: own.names.write });
      await expect(indexArticles.handle(batch, signal)).rejects.toThrow(
        /not an alias|no such index/,
      );
      await own.client.indices.putAlias({ index: own.names.first, name: own.names.write });
      expect((await indexArticles.handle(batch, signal)).rejected).toEqual([]);
      await dropIndex(own);
    },
    OUTAGE_TEST_MS,
  );
});

it('measures the time until searches show an article, not the time until it was written', async () => {
  const own = await newIndex();
  await own.client.indices.putSettings({
    index: own.names.first,
    settings: { refresh_interval: '-1' },
  });
  const { indexArticles, visible, metrics } = indexing(own);
  const sinceMs = Date.now();
  await indexArticles.handle(received(live(), live(), live()), signal);
  await sleep(1_000);
  expect(await observed(metrics.visibleSeconds)).toEqual({ count: 0, sum: 0 });
  await own.client.indices.refresh({ index: own.names.write });
  await until(async () => (await observed(metrics.visibleSeconds)).count === 3);
  const { sum } = await observed(metrics.visibleSeconds);
  expect(sum / 3).toBeGreaterThan(0.9);
  expect(sum / 3).toBeLessThanOrEqual((Date.now() - sinceMs) / 1_000);
  visible.stop();
  await dropIndex(own);
});

describe('how long a state takes to be seen', () => {
  const HOUR_MS = 3_600_000;
  const nowMs = Date.now();
  const iso = (ms: number) => new Date(ms).toISOString();
  const came = (hoursAgo: number, offset: number) => ({
    arrival: { at: iso(nowMs - hoursAgo * HOUR_MS), partition: 0, offset: String(offset) },
    changedAt: iso(nowMs),
  });
  const measured = async (state: ArticleUpdatedV1) => {
    const arrivals = await measuredArrivals(index, [state]);
    const ms = arrivals?.get(state.articleId);
    return ms === undefined ? undefined : nowMs - ms;
  };

  it('counts from its push, however late the enricher comes to it, and not when no push made it', async () => {
    const first = live({ ...came(72, 5) });
    expect(await measured(first)).toBe(72 * HOUR_MS);
    await indexStates(index, first);
    const { articleId } = first;
    const related = live({ articleId, rev: 2, ...came(72, 5) });
    expect(await measured(related)).toBeUndefined();
    expect(await measured(live({ articleId, rev: 3, ...came(2, 6) }))).toBe(2 * HOUR_MS);
    expect(await measured({ ...canceled(articleId, 3), ...came(1, 7) })).toBe(HOUR_MS);
    const { indexArticles, visible, metrics } = indexing(index);
    const mixed = received(related, live());
    await indexArticles.handle(mixed, signal);
    await index.client.indices.refresh({ index: index.names.write });
    await until(async () => (await observed(metrics.visibleSeconds)).count > 0);
    const { count, sum } = await observed(metrics.visibleSeconds);
    expect([count, sum < HOUR_MS / 1_000]).toEqual([1, true]);
    visible.stop();
  });

  it('counts from the end of its embargo, when that was later', async () => {
    const { articleId } = live();
    const embargoUntil = iso(nowMs - HOUR_MS);
    const held = { ...hidden(articleId, 1, { status: 'held', embargoUntil }), ...came(5, 8) };
    await indexStates(index, held);
    const released = live({ articleId, rev: 2, embargoUntil, ...came(5, 8) });
    expect(await measured(released)).toBe(HOUR_MS);
    await indexStates(index, released);
    expect(await measured({ ...released, rev: 3 })).toBeUndefined();
    const over = { ...came(5, 9), embargoUntil: iso(nowMs - 6 * HOUR_MS) };
    expect(await measured(live({ articleId, rev: 4, ...over }))).toBe(5 * HOUR_MS);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(100);
}

async function observed(histogram: {
  get(): Promise<{ values: { value: number; metricName?: string }[] }>;
}) {
  const { values } = await histogram.get();
  const of = (suffix: string) =>
    values.find(({ metricName }) => metricName?.endsWith(suffix))?.value ?? 0;
  return { count: of('_count'), sum: of('_sum') };
}
