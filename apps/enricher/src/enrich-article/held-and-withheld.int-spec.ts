import { ArticleUpdated } from '@warta/contracts';
import type { ArticleSubmittedV1, ArticleUpdatedV1 } from '@warta/contracts';
import type { ReceivedEvent } from '@warta/messaging';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import {
  annotatorPool,
  going,
  migratedSchema,
  newId,
  publish,
  received,
  reconsider,
  said,
  takedown,
} from '../testing.ts';
import type { AnnotatorPool } from './annotator-pool.ts';
import { ArticleStore } from './article.store.postgres.ts';
import { EnrichArticle } from './enrich-article.ts';
import { enricherMetrics } from './enricher-metrics.ts';
import { misbehaviours } from './misbehaving.worker.ts';

type Received = ReceivedEvent<ArticleSubmittedV1>;

/** Offset 10 of the records: they arrive a second after each other from noon. */
const AT_TEN = '2026-11-23T19:00:10+07:00';
const TEXT = 'Presiden Joko Widodo dan Kanariwati Susilo. "Kanariwati pergi," kata Kanariwati.';

describe('articles that must not be shown yet, or not any more', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;
  const registry = new Registry();

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    const store = new ArticleStore(dataSource);
    enrich = new EnrichArticle({ store, annotator, metrics: enricherMetrics(registry) });
  });
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });

  async function handle(...batch: Received[]): Promise<ArticleUpdatedV1[]> {
    const { publish: records, rejected } = await enrich.handle(batch, going);
    expect(rejected).toEqual([]);
    return records
      .filter(({ topic }) => topic === ArticleUpdated.topic)
      .map(({ value }) => JSON.parse(value.toString()) as ArticleUpdatedV1);
  }

  const dueOf = async (id: string) => {
    const rows = await schema.observer.query('select due_at from article where id = $1', [id]);
    return (rows[0].due_at as Date | null)?.toISOString();
  };

  /** What is stored of an article, but for what tells how it came about. */
  async function rowsOf(id: string): Promise<unknown[][]> {
    const tables = { article: 'id', revision: 'article_id', mention: 'article_id' };
    const found = Object.entries(tables).map(([table, key]) =>
      schema.observer.query(
        `select to_jsonb(t) - 'rev' - 'changed_at' as row
         from ${table} t where ${key} = $1 order by to_jsonb(t)`,
        [id],
      ),
    );
    // Whichever article it is.
    const rows = JSON.stringify(await Promise.all(found)).replaceAll(id, 'id');
    return JSON.parse(rows) as unknown[][];
  }

  /** The same for every allowed order of one article's records, delivered one by one. */
  async function afterEach(
    records: (id: string) => Received[],
    isAllowed: (order: readonly number[]) => boolean = () => true,
  ): Promise<ArticleUpdatedV1[]> {
    const ends: ArticleUpdatedV1[] = [];
    let expected: unknown;
    for (const order of permutations([...records('').keys()]).filter(isAllowed)) {
      const id = newId();
      const all = records(id);
      const states: ArticleUpdatedV1[] = [];
      for (const at of order) states.push(...(await handle(all[at]!)));
      const rows = await rowsOf(id);
      expected ??= rows;
      expect(rows).toEqual(expected);
      ends.push(states.at(-1)!);
    }
    return ends;
  }

  it('are held until the log has reached the end of the embargo, without a word of the text', async () => {
    const id = newId();
    const stamp = { embargoUntil: AT_TEN, version: 2, url: 'https://example.org/kanariwati' };
    const push = received(publish(id, { title: 'Kanariwati', body: TEXT }, stamp), 1);
    const [held] = await handle(push);
    expect(held).toEqual({
      status: 'held',
      articleId: id,
      feed: 'harian-contoh',
      rev: 1,
      changedAt: expect.any(String),
      arrival: { at: '2026-11-23T12:00:01.000Z', partition: 3, offset: '1' },
      embargoUntil: AT_TEN,
      version: 2,
    });
    expect(await dueOf(id)).toBe('2026-11-23T12:00:10.000Z');
    // A broker whose clock lags: the scan asks again.
    expect(await handle(received(reconsider(id), 9))).toEqual([held]);
    expect(await dueOf(id)).toBe('2026-11-23T12:00:10.000Z');
    const [live] = await handle(received(reconsider(id), 10));
    expect(live).toMatchObject({ status: 'live', rev: 2, embargoUntil: AT_TEN, version: 2 });
    expect(live).toMatchObject({ content: { body: TEXT }, annotation: { extractor: 'warta' } });
    expect(await dueOf(id)).toBeUndefined();
    // Whoever asks again, and whatever is delivered again, changes nothing.
    expect(await handle(push, received(reconsider(id), 10))).toEqual([live]);
    const counted = await registry.getSingleMetricAsString(
      'enricher_embargo_released_late_seconds',
    );
    expect(counted).toContain('enricher_embargo_released_late_seconds_count 1');
  });

  it('are live at once when the embargo was over before the push arrived', async () => {
    const [live] = await handle(received(publish(newId(), TEXT, { embargoUntil: AT_TEN }), 10));
    expect(live).toMatchObject({ status: 'live', rev: 1, embargoUntil: AT_TEN });
  });

  it('keep the older revision live while a correction is under embargo', async () => {
    const id = newId();
    const [first] = await handle(received(publish(id, 'Lama.'), 1));
    const [second] = await handle(received(publish(id, TEXT, { embargoUntil: AT_TEN }), 2));
    expect(first).toMatchObject({ status: 'live', revision: 1 });
    expect(second).toMatchObject({ status: 'live', content: { body: 'Lama.' } });
    const [third] = await handle(received(reconsider(id), 11));
    expect(third).toMatchObject({ status: 'live', content: { body: TEXT }, revision: 2 });
  });

  it('follow a push of the same content with another embargo, or with none', async () => {
    const id = newId();
    const later = '2026-11-23T12:00:20Z';
    await handle(received(publish(id, TEXT, { embargoUntil: AT_TEN }), 1));
    const [longer] = await handle(received(publish(id, TEXT, { embargoUntil: later }), 2));
    expect(longer).toMatchObject({ status: 'held', embargoUntil: later });
    // Put off is put off: at the end of the first one nothing is due, and nothing is shown.
    expect(await dueOf(id)).toBe('2026-11-23T12:00:20.000Z');
    expect(await handle(received(reconsider(id), 11))).toEqual([longer]);
    const [early] = await handle(received(publish(id, TEXT), 12));
    expect(early).toMatchObject({ status: 'live', content: { body: TEXT } });
    expect(await dueOf(id)).toBeUndefined();
  });

  it('end the same in every order of embargoed pushes and of what lifts them', async () => {
    const ends = await afterEach((id) => [
      received(publish(id, 'Lama.', { version: 1, embargoUntil: AT_TEN }), 1),
      received(publish(id, 'Baru.', { version: 2, embargoUntil: '2026-11-23T12:00:05Z' }), 2),
      received(publish(id, TEXT, { version: 3, embargoUntil: '2026-11-24T12:00:00Z' }), 3),
      received(reconsider(id), 6),
    ]);
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'held', embargoUntil: '2026-11-24T12:00:00Z' });
    }
    expect(ends).toHaveLength(24);
  });

  it('stay withheld until a strictly newer usable version, whatever the order', async () => {
    const usable = (id: string, version: number, at: number) =>
      received(publish(id, `${TEXT} ${version}`, { version }), at);
    const withheld = (id: string, version: number, at: number) =>
      received(said('withhold', id, { version, reason: 'Diperiksa.' }), at);
    const hidden = await afterEach((id) => [
      usable(id, 1, 1),
      withheld(id, 2, 2),
      usable(id, 3, 3),
      withheld(id, 4, 4),
    ]);
    for (const end of hidden) {
      expect(end).toMatchObject({ status: 'withheld', reason: 'Diperiksa.' });
      expect(end).toMatchObject({ withheldAt: '2026-11-23T12:00:04.000Z' });
      expect(JSON.stringify(end)).not.toMatch(/Kanariwati|Joko/);
    }
    // The very version that was withheld is not newer, although it arrives later.
    const shown = await afterEach((id) => [withheld(id, 2, 1), usable(id, 2, 2), usable(id, 3, 3)]);
    for (const end of shown) expect(end).toMatchObject({ status: 'live', version: 3 });
    const same = await afterEach((id) => [withheld(id, 2, 1), usable(id, 2, 2)]);
    for (const end of same) expect(end).toMatchObject({ status: 'withheld' });
  });

  it('come back from withheld with the same text and the same annotation', async () => {
    const id = newId();
    const [before] = await handle(received(publish(id, TEXT, { version: 1 }), 1));
    await handle(received(said('withhold', id, { version: 2 }), 2));
    const [after] = await handle(received(publish(id, TEXT, { version: 3 }), 3));
    expect(before).toMatchObject({ status: 'live', rev: 1 });
    const {
      changedAt: _,
      arrival: __,
      ...state
    } = before as Extract<ArticleUpdatedV1, { status: 'live' }>;
    expect(after).toMatchObject({ ...state, rev: 3, version: 3 });
  });

  it('leave no name behind when they are withheld and then taken down', async () => {
    const id = newId();
    await handle(received(publish(id, TEXT.replaceAll('Kanariwati', 'Merpatiwati')), 1));
    await handle(received(said('withhold', id), 2));
    await handle(received(takedown(id), 3));
    for (const table of ['article', 'revision', 'entity', 'entity_alias', 'mention', 'quote']) {
      const rows = await schema.observer.query(
        `select 1 from ${table} t where to_jsonb(t)::text like '%Merpatiwati%'`,
      );
      expect(rows).toEqual([]);
    }
  });

  it('come back after a restore only with what is pushed after it, the same text too', async () => {
    const records = (id: string) => [
      received(publish(id, TEXT, { version: 7 }), 1),
      received(takedown(id), 2),
      received(said('restore', id), 3),
      received(publish(id, TEXT), 4),
    ];
    const id = newId();
    const states = [];
    for (const record of records(id)) states.push(...(await handle(record)));
    expect(states.map(({ status, rev }) => `${rev} ${status}`)).toEqual([
      '1 live',
      '2 canceled',
      '3 withheld',
      '4 live',
    ]);
    expect(states[2]).toMatchObject({ withheldAt: '2026-11-23T12:00:03.000Z' });
    expect(states[3]).toMatchObject({ revision: 1, content: { body: TEXT } });
    expect(states[3]).not.toHaveProperty('version');
    // A restore keeps its place in the log; the rest may come late and again.
    const before = (order: readonly number[], a: number, b: number) =>
      order.indexOf(a) < order.indexOf(b);
    const ends = await afterEach(records, (order) => before(order, 1, 2) && before(order, 2, 3));
    expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'live'));
    const [canceled] = await handle(received(takedown(id), 5), records(id)[2]!, records(id)[3]!);
    expect(canceled).toMatchObject({ status: 'canceled', rev: 5 });
    expect((await rowsOf(id))[1]).toEqual([]);
  });

  it('are erased by a takedown that is restored in the same batch, and never come back', async () => {
    const [before, again] = ['Kanariwati ditarik.', 'Bersih.'];
    for (const more of [[], [again]]) {
      const id = newId();
      await handle(received(publish(id, before, { version: 5 }), 1));
      await handle(
        received(takedown(id), 2),
        received(said('restore', id), 3),
        ...more.map((text) => received(publish(id, text, { version: 1 }), 4)),
      );
      expect(JSON.stringify(await rowsOf(id))).not.toContain('Kanariwati');
      const [end] = await handle(received(publish(id, again, { version: 1 }), 5));
      expect(end).toMatchObject({ status: 'live', revision: 1, content: { body: again } });
    }
  });

  it('can be restored although they were taken down by the version before this one', async () => {
    const id = newId();
    await schema.observer.query(
      `insert into article (id, feed, status, rev, revision_count, takedown_at, takedown_partition,
         takedown_offset, takedown_by)
       values ($1, 'harian-contoh', 'canceled', 4, 0, '2026-11-23T12:00:01Z', 3, 1, 'k1')`,
      [id],
    );
    expect(await handle(received(said('restore', id), 2))).toMatchObject([
      { status: 'withheld', rev: 5 },
    ]);
    expect(await handle(received(publish(id, TEXT), 3))).toMatchObject([{ status: 'live' }]);
  });

  it('stay held when their text cannot be annotated, which is told in the dead letters', async () => {
    const failing = annotatorPool({
      workerFile: new URL('./misbehaving.worker.ts', import.meta.url),
    });
    const store = new ArticleStore(dataSource);
    const metrics = enricherMetrics(new Registry());
    const careful = new EnrichArticle({ store, annotator: failing, metrics });
    const [bad, good] = [newId(), newId()];
    const text = `Teks yang ${misbehaviours.throws}.`;
    await handle(received(publish(bad, text, { embargoUntil: AT_TEN }), 1));
    const outcome = await careful.handle(
      [received(reconsider(bad), 11), received(publish(good, 'Baik.'), 12)],
      going,
    );
    expect(outcome.rejected).toMatchObject([{ index: 0, reason: 'annotation-failed' }]);
    expect(outcome.publish.map(({ key }) => key)).toEqual([good]);
    expect(await dueOf(bad)).toBe('2026-11-23T12:00:10.000Z');

    // A correction under a longer embargo is not to blame, in one batch with the reconsider or not.
    const correction = received(
      publish(bad, 'Baik.', { version: 2, embargoUntil: '2026-11-23T12:00:30Z' }),
      13,
    );
    for (const batch of [[received(reconsider(bad), 12), correction], [correction]]) {
      const { rejected, publish: records } = await careful.handle(batch, going);
      expect(rejected.map(({ index }) => index)).toEqual(batch.length === 2 ? [0] : []);
      expect(records.map(({ value }) => JSON.parse(value.toString()))).toMatchObject([
        { status: 'held', rev: 2, embargoUntil: '2026-11-23T12:00:30Z' },
      ]);
    }
    const { publish: released } = await careful.handle([received(reconsider(bad), 30)], going);
    await failing.stop();
    expect(released.map(({ value }) => JSON.parse(value.toString()))).toMatchObject([
      { status: 'live', rev: 3, content: { body: 'Baik.' } },
    ]);
  });

  it('are nothing to publish as long as nobody pushed them', async () => {
    const id = newId();
    expect(await handle(received(said('restore', id), 1), received(reconsider(id), 12))).toEqual(
      [],
    );
    const late = await handle(received(publish(id, TEXT, { embargoUntil: AT_TEN }), 2));
    expect(late).toMatchObject([{ status: 'live', rev: 1 }]);
  });
});

function permutations(all: readonly number[]): number[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((one, at) =>
    permutations([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [one, ...rest]),
  );
}
