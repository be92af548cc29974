import { createDataSource, inTransaction } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import type { DataSource } from 'typeorm';
import { migratedSchema } from '../testing.ts';
import { relateArticles } from './relate-articles.store.postgres.ts';

/** More than are told at once. */
const CROWD = 1_200;
const BATCH = 100;

describe('a text that comes a thousand times', () => {
  let schema: TestSchema;
  let dataSource: DataSource;

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await schema.drop();
  });

  const relate = (ids: readonly string[]) =>
    inTransaction(dataSource, (manager) =>
      relateArticles(manager, {
        ids,
        raised: new Set(),
        correctedThrough: 0,
        restarted: new Set(),
      }),
    );
  const followers = async () =>
    schema.observer.query(
      'select lead_id, count(*)::int from fingerprint where lead_id is not null group by lead_id',
    );

  it('has one lead, and a new one when that is taken down, step by step', async () => {
    const rows: { id: string }[] = await schema.observer.query(
      `with made as (
         insert into article (id, feed, status, rev, revision_count, current_hash)
         select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'feed-' || n, 'live', 1, 1, 'same'
         from generate_series(1, ${CROWD}) as n returning id
       )
       insert into revision (article_id, content_hash, submitted_by, arrival_at, arrival_partition,
         arrival_offset, body)
       select id, 'same', 'key', timestamptz '2026-11-23T12:00:00Z', 0, 0,
         'Harga beras di Pasar Induk Cipinang turun, kata Badan Pangan Nasional.'
       from made returning article_id as id`,
    );
    const ids = rows.map(({ id }) => id).sort();
    const [lead = '', next = ''] = ids;
    for (let at = 0; at < CROWD; at += BATCH) expect(await relate(ids.slice(at, at + BATCH))).toEqual([]); // prettier-ignore
    expect(await followers()).toEqual([{ lead_id: lead, count: CROWD - 1 }]);

    await schema.observer.query(
      `update article set status = 'canceled', current_hash = null where id = $1`,
      [lead],
    );
    const asked = (await relate([lead])).map(({ id }) => id);
    expect(asked[0]).toBe(next);
    expect(asked.length).toBeLessThan(CROWD / 2);
    let reconsidered = 0;
    while (asked.length > 0) {
      const batch = asked.splice(0, BATCH);
      reconsidered += batch.length;
      for (const { id } of await relate(batch)) if (!asked.includes(id)) asked.push(id);
    }
    expect(await followers()).toEqual([{ lead_id: next, count: CROWD - 2 }]);
    expect(reconsidered).toBeLessThan(3 * CROWD);
  });
});
