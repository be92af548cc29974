import { ArticleSubmitted } from '@warta/contracts';
import type { ArticleSubmittedV1, ArticleUpdatedV1, LiveArticle } from '@warta/contracts';
import type { BatchOutcome, ReceivedEvent } from '@warta/messaging';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { AnnotatorPool } from '../enrich-article/annotator-pool.ts';
import { ArticleStore } from '../enrich-article/article.store.postgres.ts';
import { EnrichArticle } from '../enrich-article/enrich-article.ts';
import { enricherMetrics } from '../enrich-article/enricher-metrics.ts';
import { annotatorPool, going, migratedSchema, newId, publish, received, said, takedown } from '../testing.ts'; // prettier-ignore
import { decideLeads } from './decide-leads.ts';
import { storyPrintOf } from './story-print.ts';

type Received = ReceivedEvent<ArticleSubmittedV1>;

/** 60 words; the texts of two stories share none, each replaced one costs 4 shingles of 57. */
function text(story: string, replaced = 0): string {
  return Array.from({ length: 60 }, (_, at) =>
    at % 10 === 5 && at < 10 * replaced ? `ganti${at}` : `${story}${at}`,
  ).join(' ');
}

describe('articles that tell the same story', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrichers: EnrichArticle[];
  let story = '';

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    enrichers = [0, 1].map(() => {
      const metrics = enricherMetrics(new Registry());
      return new EnrichArticle({ store: new ArticleStore(dataSource), annotator, metrics });
    });
  });
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });
  beforeEach(() => {
    story = `kata${newId().slice(0, 8)}x`;
  });

  const handle = (...batch: Received[]) => (enrichers[0] as EnrichArticle).handle(batch, going);
  const valuesOf = (outcome: BatchOutcome, isAsked: boolean) =>
    outcome.publish
      .filter(({ topic }) => (topic === ArticleSubmitted.topic) === isAsked)
      .map(({ value }) => JSON.parse(value.toString()) as unknown);
  const states = (outcome: BatchOutcome) => valuesOf(outcome, false) as ArticleUpdatedV1[];
  const asked = (outcome: BatchOutcome) => valuesOf(outcome, true) as ArticleSubmittedV1[];
  const askedIds = (outcome: BatchOutcome) => asked(outcome).map(({ articleId }) => articleId);
  const duplicateOf = (outcome: BatchOutcome) =>
    states(outcome).map((state) => (state as LiveArticle).duplicateOf);
  const push = (id: string, body: string, offset: number, more = {}) =>
    received(publish(id, body, { feed: `feed-${id.slice(0, 8)}`, ...more }), offset);

  /** What is asked to be reconsidered comes back through the log, until nothing is. */
  async function settle(...outcomes: BatchOutcome[]): Promise<Map<string, ArticleUpdatedV1>> {
    const latest = new Map<string, ArticleUpdatedV1>();
    for (let next: BatchOutcome[] = outcomes, rounds = 0; next.length > 0; rounds += 1) {
      if (rounds > 50) throw new Error('there is no end to reconsidering');
      for (const state of next.flatMap(states)) {
        if (state.rev >= (latest.get(state.articleId)?.rev ?? 0))
          latest.set(state.articleId, state);
      }
      const events = next.flatMap(asked);
      next =
        events.length === 0 ? [] : [await handle(...events.map((one) => received(one, 9_999)))];
    }
    return latest;
  }

  it('are related across feeds and batches, and both stay', async () => {
    const [first, copy, edited] = [newId(), newId(), newId()];
    expect(duplicateOf(await handle(push(first, text(story), 1)))).toEqual([undefined]);
    const outcome = await handle(
      push(copy, text(story).toUpperCase(), 2),
      push(edited, text(story, 1), 3),
    );
    const found = new Map(states(outcome).map((state) => [state.articleId, state]));
    expect(found.get(copy)).toMatchObject({
      status: 'live',
      rev: 1,
      duplicateOf: { articleId: first, similarity: 1, kind: 'exact' },
    });
    expect(found.get(edited)).toMatchObject({
      duplicateOf: { articleId: first, similarity: 0.8688, kind: 'near' },
    });
    expect(asked(outcome)).toEqual([]);
  });

  it('are related within one batch, to the one that arrived first', async () => {
    const [later, first] = [newId(), newId()];
    const found = await settle(
      await handle(push(later, text(story), 2), push(first, text(story), 1)),
    );
    expect(found.get(later)).toMatchObject({ duplicateOf: { articleId: first } });
    expect(found.get(first)).not.toHaveProperty('duplicateOf');
  });

  it('follow another one when the lead is taken down, told again with every delivery', async () => {
    const [lead, second, third] = [newId(), newId(), newId()];
    await handle(push(lead, text(story), 1), push(second, text(story), 2), push(third, text(story), 3)); // prettier-ignore
    const down = received(takedown(lead), 4);
    const outcome = await handle(down);
    expect(askedIds(outcome)).toEqual([second, third]);
    expect(asked(outcome)[0]).toMatchObject({ kind: 'reconsider', cause: 'duplicate-changed', feed: `feed-${second.slice(0, 8)}` }); // prettier-ignore
    expect(askedIds(await handle(down))).toEqual([second, third]);
    const found = await settle(outcome);
    expect(found.get(second)).toMatchObject({ rev: 2 });
    expect(found.get(second)).not.toHaveProperty('duplicateOf');
    expect(found.get(third)).toMatchObject({ rev: 2, duplicateOf: { articleId: second } });
    expect(askedIds(await handle(down))).toEqual([]);
    const left = await schema.observer.query('select from fingerprint where article_id = $1', [lead]); // prettier-ignore
    expect(left).toEqual([]);
  });

  it('are let go when the lead becomes another story, or is withheld', async () => {
    const [corrected, other] = [newId(), newId()];
    await handle(push(corrected, text(story), 1), push(other, text(story), 2));
    const changed = await handle(push(corrected, text(`${story}baru`), 3));
    expect((await settle(changed)).get(other)).toMatchObject({ rev: 2 });
    const back = await settle(await handle(push(corrected, text(story), 4, { version: 2 })));
    expect(back.get(other)).toMatchObject({ rev: 3, duplicateOf: { articleId: corrected } });
    const withheld = await handle(received(said('withhold', corrected, { version: 3 }), 5));
    expect((await settle(withheld)).get(other)).not.toHaveProperty('duplicateOf');
    const [row] = await schema.observer.query(
      'select to_jsonb(fingerprint) as row from fingerprint where article_id = $1',
      [corrected],
    );
    const kept = Object.entries(row.row).filter(([, value]) => value !== null);
    expect(kept.map(([name]) => name).sort()).toEqual(['arrival_ms', 'article_id']);
  });

  it('stay two while one is held, and are related when its embargo ends', async () => {
    const [held, copy] = [newId(), newId()];
    const embargoUntil = '2026-11-23T13:00:00.000Z';
    await handle(push(held, text(story), 1, { embargoUntil }));
    expect(duplicateOf(await handle(push(copy, text(story), 2)))).toEqual([undefined]);
    const due = { kind: 'reconsider', articleId: held, feed: `feed-${held.slice(0, 8)}`, receivedAt: embargoUntil, submittedBy: 'enricher', cause: 'embargo-due' } as const; // prettier-ignore
    const released = await handle(received(due, 3_601));
    expect(askedIds(released)).toEqual([copy]);
    expect((await settle(released)).get(copy)).toMatchObject({ duplicateOf: { articleId: held } });
  });

  it('follow the earlier arrival even when it is processed later', async () => {
    const [early, late] = [newId(), newId()];
    await handle(push(late, text(story), 20));
    const outcome = await handle(push(early, text(story), 10));
    expect(askedIds(outcome)).toEqual([late]);
    expect((await settle(outcome)).get(late)).toMatchObject({ duplicateOf: { articleId: early } });
  });

  it('lead no more once they were taken down and restored, whatever is delivered again', async () => {
    // The second by one batch, so that nobody sees it canceled.
    for (const cut of [1, 4]) {
      const [lead, copy] = [newId(), newId()];
      const own = `${story}pulih${cut}`;
      const before = push(lead, text(own), 1);
      const rest = [
        received(takedown(lead), 3),
        received(said('restore', lead), 4),
        push(lead, text(own), 5),
        before,
      ];
      const outcomes = [await handle(before), await handle(push(copy, text(own), 2))];
      for (let at = 0; at < rest.length; at += cut) {
        outcomes.push(await handle(...rest.slice(at, at + cut)));
      }
      const found = await settle(...outcomes);
      expect(found.get(copy)).not.toHaveProperty('duplicateOf');
      expect(found.get(lead)).toMatchObject({ duplicateOf: { articleId: copy } });
    }
  });

  it('are let go when the lead turns out to follow someone whom they do not resemble', async () => {
    const [first, lead, follower] = [newId(), newId(), newId()];
    await handle(push(lead, text(story, 1), 20));
    expect(duplicateOf(await handle(push(follower, text(story, 2), 30)))).toMatchObject([
      { articleId: lead },
    ]);
    const found = await settle(await handle(push(first, text(story), 10)));
    expect(found.get(lead)).toMatchObject({ duplicateOf: { articleId: first } });
    expect(found.get(follower)).toMatchObject({ rev: 2 });
    expect(found.get(follower)).not.toHaveProperty('duplicateOf');
  });

  it('are found by two enrichers that get them at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const ids = Array.from({ length: 6 }, newId);
      const events = ids.map((id, at) => push(id, text(`${story}${round}`), at));
      const outcomes = await Promise.all(
        enrichers.map(
          (enrich, which) =>
          enrich.handle(events.filter((_, at) => at % 2 === which), going), // prettier-ignore
        ),
      );
      const found = await settle(...outcomes);
      const [lead, ...followers] = ids;
      expect(found.get(lead as string)).not.toHaveProperty('duplicateOf');
      for (const id of followers) expect(found.get(id)).toMatchObject({ duplicateOf: { articleId: lead } }); // prettier-ignore
    }
  });

  it('end in the same relations whatever the order of the batches', async () => {
    const someArticles = fc.array(
      fc.record({ replaced: fc.integer({ min: 0, max: 4 }), isLate: fc.boolean(), rank: fc.nat() }),
      { minLength: 2, maxLength: 7 },
    );
    let related = 0;
    await fc.assert(
      fc.asyncProperty(someArticles, fc.integer({ min: 1, max: 3 }), async (given, batchSize) => {
        const own = `kata${newId().slice(0, 8)}x`;
        const events = given.map(({ replaced, rank }, at) => ({
          rank,
          event: push(newId(), text(own, replaced), at),
        }));
        const prints = events.flatMap(({ event: { event, arrival } }) => {
          const { articleId, feed } = event;
          const content = event.kind === 'publish' ? event.content : { body: '' };
          return storyPrintOf({ articleId, feed, contentHash: '', content, arrivalMs: arrival.atMs }) ?? []; // prettier-ignore
        });
        const wanted = decideLeads(prints, []);
        related += wanted.size;
        const inOrder = events.sort((a, b) => a.rank - b.rank).map(({ event }) => event);
        const outcomes: BatchOutcome[] = [];
        for (let at = 0; at < inOrder.length; at += batchSize) {
          outcomes.push(await handle(...inOrder.slice(at, at + batchSize)));
        }
        const found = await settle(...outcomes);
        for (const { articleId } of prints) {
          const { leadId, similarity, kind } = wanted.get(articleId) ?? {};
          const state = found.get(articleId) as LiveArticle;
          expect(state.duplicateOf).toEqual(leadId && { articleId: leadId, similarity, kind });
        }
      }),
      { numRuns: 15 },
    );
    expect(related).toBeGreaterThan(5);
  });
});
