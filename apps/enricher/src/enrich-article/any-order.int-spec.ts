import type { ArticleSubmittedV1 } from '@warta/contracts';
import { ArticleSubmitted } from '@warta/contracts';
import type { BatchOutcome, ReceivedEvent } from '@warta/messaging';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import fc from 'fast-check';
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

const RUNS = 60;
const TRUNCATE = 'truncate article, revision, entity, entity_alias, mention, quote, fingerprint';

/** Few, so that much is said of each. */
const IDS = [newId(), newId()].sort();
const BODIES = [
  'Presiden Joko Widodo di Jakarta.',
  'Vladimir Putin bertemu Joko Widodo di Moskow.',
  'Harga beras turun, kata Badan Pangan Nasional.',
];
/** Before most of the records, and between them: they arrive a second after each other from noon. */
const EMBARGOES = ['2026-11-23T19:00:01+07:00', '2026-11-23T12:00:05Z', '2026-11-24T12:00:00Z'];

const someEvent = fc
  .record({
    id: fc.constantFrom(...IDS),
    body: fc.constantFrom(...BODIES),
    version: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    embargoUntil: fc.option(fc.constantFrom(...EMBARGOES), { freq: 3, nil: undefined }),
    dice: fc.integer({ min: 0, max: 11 }),
  })
  .map(({ id, body, version, embargoUntil, dice }): ArticleSubmittedV1[] => {
    const stamp = version === undefined ? {} : { version };
    if (dice === 0) return [takedown(id)];
    if (dice === 1) return [said('withhold', id, stamp)];
    if (dice === 2) return [reconsider(id)];
    if (dice === 3) return [takedown(id), said('restore', id)];
    if (dice === 4) return [publish(id, body, stamp), takedown(id), said('restore', id)];
    if (dice === 5) return [said('restore', id)];
    const embargo = embargoUntil === undefined ? {} : { embargoUntil };
    return [publish(id, body, { ...stamp, ...embargo })];
  });

type Received = ReceivedEvent<ArticleSubmittedV1>;

/**
 * The one order that is not free: a restore comes after the takedowns that arrived before it, and
 * before all that arrived after it. Repetitions of either may come at any time.
 */
function withRulingsInPlace(records: readonly Received[], order: readonly Received[]): Received[] {
  const placed: Received[] = [];
  for (const one of order) {
    const earlier = records.filter(
      ({ event, offset }) => event.articleId === one.event.articleId && offset < one.offset,
    );
    const upTo = one.event.kind === 'restore' ? [...earlier, one] : earlier;
    const lastRestore = upTo.findLastIndex(({ event }) => event.kind === 'restore');
    const rulings = upTo
      .slice(0, lastRestore + 1)
      .filter(({ event: { kind } }) => kind === 'takedown' || kind === 'restore');
    placed.push(...rulings.filter((ruling) => !placed.includes(ruling)), one);
  }
  return placed;
}

/** The same records in two orders, the second with repetitions, cut into batches. */
const deliveries = fc
  .array(someEvent, { minLength: 2, maxLength: 10 })
  .map((events) => events.flat().map((event, offset) => received(event, offset)))
  .chain((records) =>
    fc.record({
      records: fc.constant(records),
      // Each at least once: what the subset left out comes last.
      shuffled: fc
        .shuffledSubarray([...records, ...records], { minLength: records.length })
        .map((some) => [...some, ...records.filter((record) => !some.includes(record))])
        .map((all) => withRulingsInPlace(records, all)),
      batchRecords: fc.integer({ min: 1, max: 6 }),
    }),
  );

describe('pushes of several articles in any order', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    const metrics = enricherMetrics(new Registry());
    enrich = new EnrichArticle({ store: new ArticleStore(dataSource), annotator, metrics });
  });
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });

  type Records = readonly Received[];

  /** What a batch asks to be looked at again: it comes back through the log. */
  const askedOf = ({ publish: records }: BatchOutcome): Received[] =>
    records
      .filter(({ topic }) => topic === ArticleSubmitted.topic)
      .map(({ value }) => received(JSON.parse(value.toString()) as ArticleSubmittedV1, 1_000));

  /** What is stored after these batches, but for what tells how it came about. */
  async function after(records: Records, batchRecords: number): Promise<unknown> {
    await schema.observer.query(TRUNCATE);
    let asked: Received[] = [];
    for (let at = 0; at < records.length; at += batchRecords) {
      asked.push(...askedOf(await enrich.handle(records.slice(at, at + batchRecords), going)));
    }
    while (asked.length > 0) asked = askedOf(await enrich.handle(asked, going));
    const tables = ['article', 'revision', 'mention', 'quote', 'fingerprint'].map((table) =>
      schema.observer.query(
        `select to_jsonb(t) - 'rev' - 'changed_at' as row from ${table} t order by to_jsonb(t)
           - 'rev' - 'changed_at'`,
      ),
    );
    return Promise.all(tables);
  }

  it('end in the same rows, whatever the order, the repetition and the batches', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ records, shuffled, batchRecords }) => {
        expect(await after(shuffled, batchRecords)).toEqual(await after(records, records.length));
      }),
      { numRuns: RUNS },
    );
  });

  it('leave no mention of an entity that is gone, however takedowns and pushes meet', async () => {
    await schema.observer.query(TRUNCATE);
    for (let round = 0; round < 10; round += 1) {
      const ids = Array.from({ length: 6 }, newId);
      const text = (id: string) => received(publish(id, `${BODIES[1]} ${round}`), round);
      await enrich.handle(ids.slice(0, 3).map(text), going);
      await Promise.all([
        enrich.handle(
          ids.slice(0, 3).map((id) => received(takedown(id), 100)),
          going,
        ),
        enrich.handle(ids.slice(3).map(text), going),
      ]);
      const lost = await schema.observer.query(
        `select name from mention where not exists (select from entity where id = entity_id)
           or not exists (select from entity_alias as known
             where known.entity_id = mention.entity_id and alias = any(aliases))`,
      );
      expect(lost).toEqual([]);
      await enrich.handle(
        ids.slice(3).map((id) => received(takedown(id), 101)),
        going,
      );
      expect(await schema.observer.query('select * from entity')).toEqual([]);
      expect(await schema.observer.query('select * from entity_alias')).toEqual([]);
    }
  });
});
