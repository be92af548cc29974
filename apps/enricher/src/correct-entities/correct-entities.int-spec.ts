import { ArticleSubmitted } from '@warta/contracts';
import type {
  ArticleSubmittedV1,
  ArticleUpdatedV1,
  CorrectionChange,
  EntityCorrectionV1,
  LiveArticle,
} from '@warta/contracts';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { AnnotatorPool } from '../enrich-article/annotator-pool.ts';
import { ArticleStore } from '../enrich-article/article.store.postgres.ts';
import { EnrichArticle } from '../enrich-article/enrich-article.ts';
import { enricherMetrics } from '../enrich-article/enricher-metrics.ts';
import {
  annotatorPool,
  going,
  migratedSchema,
  newId,
  publish,
  received,
  takedown,
} from '../testing.ts';
import { CorrectionStore } from './correction-book.store.postgres.ts';
import { CorrectionWork } from './correction-work.store.postgres.ts';

const RUNS = 12;
const TABLES = [
  'article, revision, entity, entity_alias, mention, quote, fingerprint',
  'correction, correction_pass, correction_work',
];
const PUTIN = 'Vladimir Putin tiba di Moskow. "Saya datang," kata Putin.';
const NOBODY = newId();

describe('corrections of entities', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;
  let kept: CorrectionStore;
  let offset = 0;
  let arrivals = 0;

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    const metrics = enricherMetrics(new Registry());
    enrich = new EnrichArticle({ store: new ArticleStore(dataSource), annotator, metrics });
    kept = new CorrectionStore(dataSource);
  });
  beforeEach(() => schema.observer.query(`truncate ${TABLES.join(', ')}`));
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });

  /** What a batch publishes, by article. */
  async function handle(...events: ArticleSubmittedV1[]): Promise<Map<string, LiveArticle>> {
    const batch = events.map((event) => received(event, (arrivals += 1)));
    const { publish: records } = await enrich.handle(batch, going);
    const states = records
      .filter(({ topic }) => topic !== ArticleSubmitted.topic)
      .map(({ value }) => JSON.parse(value.toString()) as ArticleUpdatedV1);
    return new Map(states.map((state) => [state.articleId, state as LiveArticle]));
  }

  function correction(
    change: CorrectionChange,
    more: Partial<EntityCorrectionV1> = {},
  ): EntityCorrectionV1 {
    const by = { keyId: 'k7f2m9x4', name: 'Meja' };
    const at = new Date(Date.UTC(2026, 10, 23)).toISOString();
    const made = { at, by, reason: 'because' };
    return {
      correctionId: newId(),
      change,
      entityName: 'Orang',
      entityType: 'PERSON',
      made,
      ...more,
    };
  }

  const keep = (event: EntityCorrectionV1) => kept.keep(event, BigInt((offset += 1)));
  const undo = (event: EntityCorrectionV1): EntityCorrectionV1 => ({
    ...event,
    undone: event.made,
  });
  const asks = (articleId: string): ArticleSubmittedV1 => ({
    kind: 'reconsider',
    articleId,
    feed: 'harian-contoh',
    receivedAt: '2026-11-23T12:00:00.000Z',
    submittedBy: 'enricher',
    cause: 'entity-corrected',
  });

  /** Until nothing is asked for any more: who was asked, in order, and the last state of each. */
  async function sweep() {
    const asked: string[] = [];
    const states = new Map<string, LiveArticle>();
    const work = new CorrectionWork(dataSource);
    for (let step = await work.step(); step.isBusy; step = await work.step()) {
      asked.push(...step.ask.map(({ id }) => id));
      if (step.ask.length === 0) continue;
      for (const [id, state] of await handle(...step.ask.map(({ id }) => asks(id)))) {
        states.set(id, state);
      }
    }
    return { asked, states };
  }

  const idOf = (state: LiveArticle | undefined, name: string): string =>
    state?.annotation.entities.find((one) => one.name === name)?.id ?? NOBODY;
  const into = { name: 'Orang', type: 'PERSON' as const };

  it('give every article that names the entity a new rev, newest first, and no other; undone, as before', async () => {
    const ids = [newId(), newId(), newId()] as [string, string, string];
    const pushes = ids.map((id, at) => publish(id, `${PUTIN} Nomor ${at} ${id}.`));
    const before = new Map<string, LiveArticle>();
    for (const push of pushes)
      before.set(push.articleId, (await handle(push)).get(push.articleId)!);
    const other = publish(newId(), 'Joko Widodo di Jakarta.');
    await handle(other);
    const putin = idOf(before.get(ids[0]), 'Vladimir Putin');
    const merge = correction({ kind: 'merge', entityId: putin, intoId: NOBODY, into });
    expect(await keep(merge)).toBe(true);
    expect(await keep(merge)).toBe(false);

    const { asked, states } = await sweep();
    expect(asked).toEqual([...ids].reverse());
    for (const id of ids) {
      const state = states.get(id);
      expect(state).toMatchObject({ rev: 2, revision: 1, correctedThrough: offset - 1 });
      expect(state?.annotation.corrections).toEqual([merge.correctionId]);
      expect(idOf(state, 'Orang')).toBe(NOBODY);
      expect(state?.annotation.quotes[0]).toMatchObject({ speakerEntityId: NOBODY });
    }
    const stored = 'select count(*)::integer as rows from mention where entity_id = $1';
    expect(await schema.observer.query(stored, [putin])).toEqual([{ rows: 3 }]);
    expect((await handle(other)).get(other.articleId)).toMatchObject({ rev: 1 });

    await keep(undo(merge));
    await keep(merge);
    const undone = (await sweep()).states;
    for (const id of ids) {
      expect(undone.get(id)).toMatchObject({ rev: 3, revision: 1 });
      expect(undone.get(id)?.annotation).toEqual(before.get(id)?.annotation);
    }
  });

  it('are in every state that is written after them, before anybody asks, and raise nothing twice', async () => {
    const [early, late] = [newId(), newId()];
    const putin = idOf((await handle(publish(early, PUTIN))).get(early), 'Vladimir Putin');
    await keep(correction({ kind: 'block', entityId: putin }));
    const [pushed] = (await handle(publish(late, `${PUTIN} Lagi.`))).values();
    expect(pushed).toMatchObject({ rev: 1, correctedThrough: offset });
    expect(idOf(pushed, 'Vladimir Putin')).toBe(NOBODY);
    expect(pushed?.annotation.quotes[0]).not.toHaveProperty('speakerEntityId');
    const first = (await handle(asks(early))).get(early);
    expect(first).toMatchObject({ rev: 2, revision: 1 });
    // Delivered again, and asked again: the same state, to the letter.
    expect((await handle(asks(early), asks(late))).get(early)).toEqual(first);
    expect((await sweep()).asked).toEqual([]);
  });

  it('are gone through to the end by whoever is there, also when what was asked for is lost', async () => {
    const id = newId();
    const putin = idOf((await handle(publish(id, PUTIN))).get(id), 'Vladimir Putin');
    await keep(correction({ kind: 'retype', entityId: putin, type: 'ORGANIZATION' }));
    const killed = new CorrectionWork(dataSource);
    expect((await killed.step()).planned).toMatchObject({ articles: 1 });
    expect((await killed.step()).ask).toEqual([{ id, feed: 'harian-contoh' }]);
    expect((await sweepOnce()).ask).toEqual([]);
    await schema.observer.query("update correction_work set ask_at = now() - interval '1 second'");
    const { asked, states } = await sweep();
    expect(asked).toEqual([id]);
    expect(states.get(id)?.annotation.entities[0]).toMatchObject({ type: 'ORGANIZATION' });
    const passes = 'select articles, finished_at is not null as done from correction_pass';
    expect(await schema.observer.query(passes)).toEqual([{ articles: 1, done: true }]);
  });
  const sweepOnce = () => new CorrectionWork(dataSource).step();

  it('of a name find who is printed so, in rows of an older version too, and nothing taken down', async () => {
    const [named, gone] = [newId(), newId()];
    const state = (await handle(publish(named, PUTIN), publish(gone, `${PUTIN} Juga.`))).get(named);
    await schema.observer.query('update entity_alias set name_key = null');
    await keep(correction({ kind: 'alias-add', entityId: NOBODY, alias: 'VLADIMIR  PUTIN' }));
    await handle(takedown(gone));
    const { asked, states } = await sweep();
    expect(asked).toEqual([named]);
    expect(states.get(named)?.annotation.entities[0]).toMatchObject({ id: NOBODY, name: 'Orang' });
    expect((await handle(asks(gone))).get(gone)).toMatchObject({ status: 'canceled', rev: 2 });
    const putin = idOf(state, 'Vladimir Putin');
    const change = { newId: newId(), newName: 'Putin', newType: 'PERSON' as const };
    await keep(correction({ kind: 'split', entityId: putin, names: ['moskow'], ...change }));
    expect((await sweep()).asked).toEqual([]);
  });

  it('and pushes in any order end in the same published states', async () => {
    const ids = [newId(), newId()];
    const pushes = ids.flatMap((id) => [
      publish(id, PUTIN, { version: 1 }),
      publish(id, 'Joko Widodo dan Vladimir Putin di Moskow.', { version: 2 }),
    ]);
    const first = (await handle(...pushes)).get(ids[0] ?? '');
    const [putin, joko] = ['Vladimir Putin', 'Joko Widodo'].map((name) => idOf(first, name));
    const other = newId();
    const changes: CorrectionChange[] = [
      { kind: 'merge', entityId: putin ?? '', intoId: NOBODY, into },
      { kind: 'merge', entityId: NOBODY, intoId: other, into },
      { kind: 'retype', entityId: other, type: 'EVENT' },
      { kind: 'block', entityId: joko ?? '' },
    ];
    const made = changes.map((change, at) =>
      correction(change, { correctionId: newId(), made: madeAt(at) }),
    );
    const said = [...made, undo(made[3]!)];
    type Step = { readonly push?: ArticleSubmittedV1; readonly said?: EntityCorrectionV1 };
    const steps: Step[] = [
      ...pushes.map((push) => ({ push })),
      ...said.map((one) => ({ said: one })),
    ];

    const after = async (order: readonly Step[]): Promise<unknown> => {
      await schema.observer.query(`truncate ${TABLES.join(', ')}`);
      for (const { push, said: one } of order) {
        if (push !== undefined) await handle(push);
        if (one !== undefined) await keep(one);
        if (one?.undone !== undefined) await sweep();
      }
      await sweep();
      const states = await handle(...ids.map(asks));
      return ids.map((id) => {
        const { status, content, revision, annotation } = states.get(id) ?? {};
        return { status, content, revision, annotation };
      });
    };
    const expected = await after(steps);
    const orders = fc.shuffledSubarray(steps, { minLength: steps.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => expect(await after(order)).toEqual(expected)),
      { numRuns: RUNS },
    );
  });

  const madeAt = (at: number) => ({
    at: new Date(Date.UTC(2026, 10, 23) + at).toISOString(),
    by: { keyId: 'k7f2m9x4', name: 'Meja' },
    reason: 'because',
  });
});
