import { createDataSource } from '@warta/postgres';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { EnricherBed, SERVICE_TEST_MS, until } from '../testing-bed.ts';
import { newId, publish, silent } from '../testing.ts';
import { DueArticles } from './due-articles.store.postgres.ts';
import { ReleaseEmbargoes } from './release-embargoes.ts';

/** 5 s are promised; a machine that runs all tests may stall for longer. */
const RELEASED_WITHIN_MS = 60_000;

describe('embargoes that end', () => {
  const bed = new EnricherBed();
  beforeAll(async () => {
    await bed.open();
    await bed.migrate();
  }, SERVICE_TEST_MS);
  afterAll(() => bed.close(), SERVICE_TEST_MS);

  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const statesOf = (id: string) => bed.published.filter(({ articleId }) => articleId === id);

  it(
    'are seen by each of two enrichers, and release each article once, in time, and not before',
    async () => {
      await bed.start();
      const first = bed.service;
      await bed.start();
      try {
        await until('ready', bed.isReady);
        const ids = Array.from({ length: 20 }, newId);
        // Long enough for the push to arrive before it; who handles it when does not matter.
        const embargoUntil = inMs(6_000);
        await bed.submit(...ids.map((id) => publish(id, `Rahasia ${id}.`, { embargoUntil })));
        await until('live', async () => ids.every((id) => bed.latest(id)?.status === 'live'));
        for (const [first] of ids.map(statesOf)) {
          expect(first).toMatchObject({ status: 'held', rev: 1, embargoUntil });
          expect(JSON.stringify(first)).not.toContain('Rahasia');
        }
        for (const state of ids.map((id) => bed.latest(id))) {
          expect(state).toMatchObject({ rev: 2, revision: 1, embargoUntil });
          const lateMs = Date.parse(state?.changedAt ?? '') - Date.parse(embargoUntil);
          expect(lateMs).toBeGreaterThanOrEqual(0);
          expect(lateMs).toBeLessThanOrEqual(RELEASED_WITHIN_MS);
        }
        const metrics = await (await fetch(`${bed.service?.opsUrl}/metrics`)).text();
        expect(metrics).toMatch(/enricher_articles_under_embargo \d+/);
        expect(metrics).toMatch(/enricher_embargo_released_late_seconds_count \d+/);
      } finally {
        await first?.stop();
      }
    },
    SERVICE_TEST_MS,
  );

  it(
    'while no enricher runs are released by the next one',
    async () => {
      const id = newId();
      await bed.submit(publish(id, 'Rahasia.', { embargoUntil: inMs(3_600_000) }));
      await until('held', async () => bed.latest(id)?.status === 'held');
      await bed.service?.stop();
      bed.service = undefined;
      // The clock cannot be moved, so the end is.
      await bed.schema.observer.query(
        'update revision set embargo_until = $2 where article_id = $1',
        [id, inMs(0)],
      );
      await bed.schema.observer.query('update article set due_at = now() where id = $1', [id]);
      await bed.start();
      await until('live', async () => bed.latest(id)?.status === 'live');
      expect(new Set(statesOf(id).map(({ rev }) => rev))).toEqual(new Set([1, 2]));
    },
    SERVICE_TEST_MS,
  );

  it(
    'are asked for again, but less and less often, while the log does not get there',
    async () => {
      await bed.service?.stop();
      bed.service = undefined;
      const id = newId();
      await bed.schema.observer.query(
        `insert into article (id, feed, status, rev, revision_count, due_at)
         values ($1, 'harian-contoh', 'held', 1, 1, now() - interval '2 minutes')`,
        [id],
      );
      await scanning(bed.schema.settings.schema, async (embargoes, metrics) => {
        const asked: number[] = [];
        for (let atMs = 0; atMs <= 30_000; atMs += 2_000) {
          if ((await embargoes.scan(atMs)) === 1) asked.push(atMs);
        }
        expect(asked).toEqual([0, 4_000, 12_000, 28_000]);
        expect(await metrics.metrics()).toContain('enricher_embargoes_overdue 1\n');
      });
    },
    SERVICE_TEST_MS,
  );

  it('that cannot be looked for are told in one line a minute, and when that is over', async () => {
    const said: string[] = [];
    const logger = pino({}, { write: (line) => said.push(JSON.parse(line).msg) });
    const schema = `${bed.schema.settings.schema}_later`;
    const look = async (embargoes: ReleaseEmbargoes) => {
      for (const atMs of [0, 2_000, 59_000, 61_000]) await embargoes.look(atMs);
      await bed.schema.observer.query(`create schema ${schema}`);
      await bed.schema.observer.query(
        `create table ${schema}.article (due_at timestamptz, id uuid, feed text)`,
      );
      for (const atMs of [63_000, 65_000]) await embargoes.look(atMs);
      await bed.schema.observer.query(`drop schema ${schema} cascade`);
    };
    await scanning(schema, look, logger);
    expect(said).toEqual([
      'cannot look for embargoes that are over; articles stay held until it works again',
      'cannot look for embargoes that are over; articles stay held until it works again',
      'looking for embargoes that are over works again',
    ]);
  });

  /** Scans by hand, in a schema of this database. */
  async function scanning(
    schema: string,
    work: (embargoes: ReleaseEmbargoes, metrics: Registry) => Promise<void>,
    logger = silent,
  ): Promise<void> {
    const dataSource = createDataSource({ ...bed.schema.settings, schema });
    await dataSource.initialize();
    const metrics = new Registry();
    try {
      await work(
        new ReleaseEmbargoes({
          articles: new DueArticles(dataSource),
          producer: bed.producer,
          submitted: bed.submitted,
          logger,
          metrics,
        }),
        metrics,
      );
    } finally {
      await dataSource.destroy();
    }
  }
});
