import { setTimeout as wait } from 'node:timers/promises';
import type { ArticleSubmittedV1, ArticleUpdatedV1 } from '@warta/contracts';
import { PermanentError, TransientError } from '@warta/messaging';
import type { BatchOutcome, ReceivedEvent } from '@warta/messaging';
import { createDataSource, POSTGRES_LIMITS } from '@warta/postgres';
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
  takedown,
} from '../testing.ts';
import type { AnnotatorPool } from './annotator-pool.ts';
import { ArticleStore } from './article.store.postgres.ts';
import { EnrichArticle } from './enrich-article.ts';
import { misbehaviours } from './misbehaving.worker.ts';
import { enricherMetrics } from './enricher-metrics.ts';

type Received = ReceivedEvent<ArticleSubmittedV1>;

const TABLES = ['article', 'revision', 'entity', 'entity_alias', 'mention', 'quote', 'fingerprint'];

describe('enriching articles into Postgres', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;

  beforeAll(async () => {
    schema = await migratedSchema();
    const limits = { ...POSTGRES_LIMITS, lockTimeoutMs: 300 };
    dataSource = createDataSource({ ...schema.settings, applicationName: 'enricher' }, { limits });
    await dataSource.initialize();
    annotator = annotatorPool();
    enrich = new EnrichArticle({
      store: new ArticleStore(dataSource),
      annotator,
      metrics: enricherMetrics(new Registry()),
    });
  });
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });
  beforeEach(() => schema.observer.query(`truncate ${TABLES.join(', ')}`));

  const handle = (...batch: Received[]) => enrich.handle(batch, going);
  const states = ({ publish: records }: BatchOutcome) =>
    records.map(({ value }) => JSON.parse(value.toString()) as ArticleUpdatedV1);

  /** Everything stored, but for what depends on how often the state changed on the way. */
  async function stored(): Promise<Record<string, unknown[]>> {
    const found: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const rows: { row: Record<string, unknown> }[] = await schema.observer.query(
        `select to_jsonb(t) - 'rev' - 'changed_at' - 'created_at' as row from ${table} t
         order by to_jsonb(t)`,
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  }

  it('stores an article with its entities and quotes, and publishes exactly that', async () => {
    const id = newId();
    const body =
      'Presiden Joko Widodo bertemu Vladimir Putin di Jakarta. ' +
      '"Kami sepakat bekerja sama," kata Joko Widodo.';
    const event = publish(
      id,
      {
        title: 'Joko Widodo di Jakarta',
        body,
        language: 'id',
        extras: { b: 1, a: ['x', null, 1e21] },
      },
      { version: 2 ** 52, publishedAt: '2026-11-23T08:55:00+07:00', url: 'https://example.org/a' },
    );
    const [state] = states(await handle(received(event, 7)));
    expect(state).toMatchObject({
      status: 'live',
      articleId: id,
      rev: 1,
      revision: 1,
      version: 2 ** 52,
      publishedAt: '2026-11-23T08:55:00+07:00',
      content: event.content,
      contentHash: event.contentHash,
      flags: [],
      arrival: { at: '2026-11-23T12:00:07.000Z', partition: 3, offset: '7' },
    });
    const annotation = await annotator.annotate({
      content: event.content,
      publishedAt: '2026-11-23T08:55:00+07:00',
    });
    expect(annotation.entities.length).toBeGreaterThan(0);
    expect(annotation.quotes.length).toBeGreaterThan(0);
    expect(state).toMatchObject({ annotation });
    const rows = await stored();
    expect(rows['mention']).toHaveLength(annotation.entities.length);
    expect(rows['quote']).toHaveLength(annotation.quotes.length);
  });

  it('ends in the same rows for every order of a correction, a retry and a late older push', async () => {
    const id = newId();
    const records = [
      received(publish(id, 'Joko Widodo di Jakarta.', { version: 1 }), 1),
      received(publish(id, 'Joko Widodo di Bandung.', { version: 3 }), 2),
      received(publish(id, 'Joko Widodo di Surabaya.', { version: 2 }), 3),
      received(publish(id, 'Joko Widodo di Bandung.', { version: 3 }), 4),
    ];
    let expected: Record<string, unknown[]> | undefined;
    for (const order of permutations(records)) {
      await schema.observer.query(`truncate ${TABLES.join(', ')}`);
      for (const record of order) await handle(record);
      // Shared rows tell what was ever current; nothing that is published is made from them.
      const { entity, entity_alias: aliases, ...rows } = await stored();
      expected ??= rows;
      expect(rows).toEqual(expected);
      expect([entity, aliases]).not.toContain([]);
    }
    expect(expected?.['article']).toMatchObject([{ revision_count: 3 }]);
  });

  it('changes nothing when batches are delivered again, and publishes the same again', async () => {
    const [a, b] = [newId(), newId()];
    const first = [received(publish(a, 'Joko Widodo satu.'), 1), received(publish(b, 'Dua.'), 2)];
    const second = [received(publish(a, 'Joko Widodo tiga.'), 3), received(takedown(b), 4)];
    await handle(...first);
    const published = states(await handle(...second));
    const before = await schema.observer.query('select * from article order by id');
    await handle(...first);
    const again = states(await handle(...second));
    expect(sorted(again)).toEqual(sorted(published));
    expect(await schema.observer.query('select * from article order by id')).toEqual(before);
  });

  it('raises rev for a late older push, which is history and not current', async () => {
    const id = newId();
    await handle(received(publish(id, 'Baru.', { version: 2 }), 1));
    const [state] = states(await handle(received(publish(id, 'Lama.', { version: 1 }), 2)));
    expect(state).toMatchObject({ rev: 2, revision: 2, content: { body: 'Baru.' } });
  });

  it('annotates an older content again when a push makes it current, without its text', async () => {
    const id = newId();
    // Both were dead-lettered once and come back with their first arrivals, the earlier one last.
    await handle(received(publish(id, 'Joko Widodo di Jakarta.'), 5));
    await handle(received(publish(id, 'Vladimir Putin di Moskow.'), 7));
    const [state] = states(await handle(received(publish(id, 'Vladimir Putin di Moskow.'), 3)));
    expect(state).toMatchObject({ revision: 2, content: { body: 'Joko Widodo di Jakarta.' } });
    const expected = await annotator.annotate({
      content: { body: 'Joko Widodo di Jakarta.', language: 'id' },
    });
    expect(state).toMatchObject({ annotation: expected });
  });

  it('erases every text at a takedown, from every table, and lets nothing back', async () => {
    const [id, other] = [newId(), newId()];
    const text = 'Presiden Joko Widodo dan Kanariwati Susilo. "Kanariwati pergi," kata Kanariwati.';
    const push = received(
      publish(id, { title: 'Kanariwati', body: text, extras: { k: 'Kanariwati' } }),
      1,
    );
    await handle(push, received(publish(other, 'Presiden Joko Widodo di Jakarta.'), 2));
    expect(await textsWith('Kanariwati')).not.toEqual([]);
    const othersBefore = await mentionsOf(other);

    const [state] = states(await handle(received(takedown(id), 3)));
    expect(state).toEqual({
      status: 'canceled',
      articleId: id,
      feed: 'harian-contoh',
      sourceId: `source-${id}`,
      rev: 2,
      arrival: { at: '2026-11-23T12:00:03.000Z', partition: 3, offset: '3' },
      changedAt: expect.any(String),
      takenDownAt: '2026-11-23T12:00:03.000Z',
    });
    expect(await textsWith('Kanariwati')).toEqual([]);
    const again = await handle(push, received(publish(id, 'Kanariwati lagi.', { version: 9 }), 4));
    expect(states(again)).toEqual([state]);
    expect(await textsWith('Kanariwati')).toEqual([]);
    // What other articles say stays, with the entities they mention.
    expect(await mentionsOf(other)).toEqual(othersBefore);
    const orphans = await schema.observer.query(
      'select entity_id from mention where entity_id not in (select id from entity)',
    );
    expect(orphans).toEqual([]);
  });

  it('leaves a tombstone for an article it does not know', async () => {
    const id = newId();
    expect(states(await handle(received(takedown(id), 5)))).toMatchObject([
      { status: 'canceled', rev: 1 },
    ]);
    const late = states(await handle(received(publish(id, 'Terlambat.'), 1)));
    expect(late).toMatchObject([{ status: 'canceled', rev: 1 }]);
  });

  it('takes two batches with the same articles in opposite orders at the same time', async () => {
    const ids = Array.from({ length: 30 }, newId);
    const batch = (order: string[], body: string, from: number) =>
      order.map((id, at) => received(publish(id, `${body} Joko Widodo ${id}.`), from + at));
    for (let round = 0; round < 5; round += 1) {
      const bodies = [`Satu ${round}.`, `Dua ${round}.`];
      await Promise.all([
        handle(...batch(ids, bodies[0] ?? '', 200 * round)),
        handle(...batch([...ids].reverse(), bodies[1] ?? '', 200 * round + 100)),
      ]);
    }
    const rows = await schema.observer.query('select distinct revision_count from article');
    expect(rows).toEqual([{ revision_count: 10 }]);
  });

  it('gets through while another transaction locks its articles in reverse', async () => {
    const ids = [newId(), newId()].sort();
    const batch = ids.map((id, at) => received(publish(id, 'Joko Widodo.'), at));
    await handle(...batch);
    let handled: Promise<BatchOutcome> | undefined;
    const lock = 'select 1 from article where id = $1 for update';
    await schema.observer.transaction(async (other) => {
      await other.query(lock, [ids[1]]);
      handled = handle(...ids.map((id, at) => received(publish(id, 'Baru.'), 10 + at)));
      await wait(100);
      await other.query(lock, [ids[0]]).catch(() => undefined);
    });
    expect(states(await handled!)).toMatchObject([{ revision: 2 }, { revision: 2 }]);
  });

  it('gets through when its backend is terminated in the middle', async () => {
    const ids = Array.from({ length: 20 }, newId);
    let killed = 0;
    let rounds = 0;
    const kill = async (): Promise<void> => {
      while (killed < 5) {
        const rows: unknown[] = await schema.observer.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'enricher' and xact_start is not null`,
        );
        killed += rows.length;
        await wait(10);
      }
    };
    const killing = kill();
    for (; rounds < 10 || killed < 5; rounds += 1) {
      const batch = ids.map((id, at) =>
        received(publish(id, `Joko ${rounds}.`), 100 * rounds + at),
      );
      await untilHandled(() => handle(...batch));
    }
    await killing;
    const rows = await schema.observer.query('select distinct rev, revision_count from article');
    expect(rows).toEqual([{ rev: String(rounds), revision_count: rounds }]);
  });

  it('calls text that Postgres refuses a permanent error: the consumer finds and rejects it', async () => {
    const poison = received(publish(newId(), 'Nol \u0000 di dalam.'), 1);
    await expect(handle(received(publish(newId(), 'Baik.'), 0), poison)).rejects.toBeInstanceOf(
      PermanentError,
    );
    expect((await stored())['article']).toEqual([]);
  });

  it('rejects the text that kills its worker, and takes the rest of the batch', async () => {
    const killed = annotatorPool({
      workerFile: new URL('./misbehaving.worker.ts', import.meta.url),
    });
    const careful = new EnrichArticle({
      store: new ArticleStore(dataSource),
      annotator: killed,
      metrics: enricherMetrics(new Registry()),
    });
    const id = newId();
    const batch = [
      received(publish(id, 'Baik.'), 1),
      received(publish(newId(), `Teks yang ${misbehaviours.exits}.`), 2),
      received(publish(id, `Koreksi yang ${misbehaviours.exits}.`, { version: 2 }), 3),
    ];
    const outcome = await careful.handle(batch, going);
    await killed.stop();
    expect(outcome.rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [1, 'annotation-failed'],
      [2, 'annotation-failed'],
    ]);
    expect(states(outcome)).toMatchObject([{ articleId: id, content: { body: 'Baik.' } }]);
    expect((await stored())['article']).toHaveLength(1);
  });

  it('gets to the one good revision among many that cannot be annotated', async () => {
    const failing = annotatorPool({
      workerFile: new URL('./misbehaving.worker.ts', import.meta.url),
    });
    const careful = new EnrichArticle({
      store: new ArticleStore(dataSource),
      annotator: failing,
      metrics: enricherMetrics(new Registry()),
    });
    const id = newId();
    const bad = Array.from({ length: 25 }, (_, at) =>
      received(publish(id, `Versi ${at} ${misbehaviours.throws}.`), at + 1),
    );
    const outcome = await careful.handle([received(publish(id, 'Baik.'), 0), ...bad], going);
    await failing.stop();
    expect(outcome.rejected).toHaveLength(bad.length);
    expect(states(outcome)).toMatchObject([{ revision: 1, content: { body: 'Baik.' } }]);
  });

  it('calls a schema that is not there an outage', async () => {
    const elsewhere = createDataSource({ ...schema.settings, schema: 'nowhere_at_all' });
    await elsewhere.initialize();
    const lost = new EnrichArticle({
      store: new ArticleStore(elsewhere),
      annotator,
      metrics: enricherMetrics(new Registry()),
    });
    const handled = lost.handle([received(publish(newId(), 'Baik.'), 1)], going);
    await expect(handled).rejects.toBeInstanceOf(TransientError);
    await elsewhere.destroy();
  });

  async function textsWith(canary: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of [...TABLES, 'consumer_progress']) {
      const rows = await schema.observer.query(
        `select 1 from ${table} t where to_jsonb(t)::text like '%' || $1 || '%'`,
        [canary],
      );
      if (rows.length > 0) found.push(table);
    }
    return found;
  }

  const mentionsOf = (id: string) =>
    schema.observer.query(
      `select mention.name, entity.name as shared, entity_alias.alias from mention
       join entity on entity.id = entity_id
       join entity_alias on entity_alias.entity_id = entity.id
         and entity_alias.alias = any(mention.aliases)
       where article_id = $1 order by 1, 3`,
      [id],
    );
});

/** As the consumer does: an outage is waited for. */
async function untilHandled(handle: () => Promise<BatchOutcome>): Promise<void> {
  for (;;) {
    try {
      await handle();
      return;
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
    }
  }
}

function sorted(states: readonly ArticleUpdatedV1[]): ArticleUpdatedV1[] {
  return [...states].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((one, at) =>
    permutations([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [one, ...rest]),
  );
}
