import { randomUUID } from 'node:crypto';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import type { DataSource } from 'typeorm';
import { SavedSearchStore } from '../saved-searches/saved-search.store.postgres.ts';
import { migratedSchema } from '../testing-service.ts';
import { BacklogStore } from './backlog.store.postgres.ts';
import { PassedOverStore } from './passed-over.store.postgres.ts';

const TEST_MS = 120_000;

let schema: TestSchema;
let dataSource: DataSource;
let searches: SavedSearchStore;
let passedOver: PassedOverStore;

beforeAll(async () => {
  schema = await migratedSchema();
  dataSource = createDataSource(schema.settings, {});
  await dataSource.initialize();
  searches = new SavedSearchStore(dataSource);
  passedOver = new PassedOverStore(dataSource);
}, TEST_MS);
afterAll(async () => {
  await dataSource.destroy();
  await schema.drop();
}, TEST_MS);

async function note(): Promise<string> {
  const articleId = randomUUID();
  const state = { articleId, rev: 1, group: articleId, feed: 'f', language: 'id' };
  const article = { ...state, analysis: 'id' as const, newsAtMs: 1, arrivedAtMs: 1 };
  await passedOver.note(article, 'a bug');
  return articleId;
}

const failed = (articleId: string, days: number, next: string | null) =>
  dataSource.query(
    `update unmatched_article set next_at = $3::timestamptz, failed_at = now() - make_interval(days => $2)
     where article_id = $1`,
    [articleId, days, next],
  );

const left = async () => (await passedOver.list()).data.map(({ articleId }) => articleId).sort();

describe('what alerts have to catch up with', () => {
  it('keeps no article for ever that fails for itself, and gives up those it is told to', async () => {
    const [old, young, asked, ...others] = await Promise.all(Array.from({ length: 5 }, note));
    if (old === undefined || young === undefined || asked === undefined) throw new Error('none');
    await failed(old, 31, null);
    await failed(young, 29, null);
    await failed(asked, 31, new Date().toISOString());
    expect(await passedOver.forgetOld()).toBe(1);
    expect(await left()).toEqual([young, asked, ...others].sort());
    expect(await passedOver.discard([young, randomUUID()])).toBe(1);
    expect(await left()).toEqual([asked, ...others].sort());
    expect(await new BacklogStore(dataSource).read()).toEqual({ missed: 0, passedOver: 3 });
    expect(await passedOver.discard(undefined)).toBe(3);
    expect(await left()).toEqual([]);
  });

  it('is counted whole in the list of searches, without each of its parts', async () => {
    const notify = { webhooks: [], digest: 'none' as const };
    const wanted = { name: 'a', q: 'a', filters: {}, notify, paused: false };
    const saved = await searches.create('desk', wanted, { keyId: 'k' });
    await dataSource.query('update saved_search set failures = 1, failing_since = now()');
    // Each change of a search that fails makes more that is held, and older than what waits.
    await dataSource.query(
      `insert into missed_span (search_id, reason, state, from_at, to_at, pushes, counts_from)
       select $1, 'failing', case when n > 250 then 'waiting' else 'held' end,
         now() + n * interval '1 second', now() + n * interval '1 second', 2, now()
       from generate_series(1, 300) n`,
      [saved?.id],
    );
    const [listed] = await searches.list('desk');
    expect(listed).toMatchObject({ trouble: { waiting: 100 } });
    expect(listed).not.toHaveProperty('missed');
    const read = await searches.get('desk', saved?.id ?? '');
    expect(read?.trouble?.waiting).toBe(100);
    expect(read?.missed?.filter(({ state }) => state === 'waiting')).toHaveLength(50);
    expect(await new BacklogStore(dataSource).read()).toEqual({ missed: 100, passedOver: 0 });
  });
});
