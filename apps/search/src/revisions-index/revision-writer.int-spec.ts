import type { ArticleUpdatedV1 } from '@warta/contracts';
import fc from 'fast-check';
import { Client } from '@elastic/elasticsearch';
import { ArticleIndex, ensureIndex } from '../article-index/article-index.ts';
import {
  canceled,
  dropIndex,
  elasticsearchUrl,
  hidden,
  indexStates,
  live,
  ownPrefix,
  received,
  signal,
  startProxy,
} from '../testing.ts';
import type { RevisionDocument } from './revision-document.ts';
import { recordWithdrawals } from './record-withdrawals.ts';
import { emptyLedger, entryOf, learn } from './revision-ledger.ts';
import { RevisionWriter } from './revision-writer.ts';
import { revisionWrites } from './revision-writes.ts';
import { ensureRevisionsIndex, publishedAt, RevisionsIndex } from './revisions-index.ts';

const articles = new ArticleIndex(new Client({ node: elasticsearchUrl() }), ownPrefix());
const index = new RevisionsIndex(articles);

beforeAll(async () => {
  await ensureIndex(articles);
  await ensureRevisionsIndex(index);
  await index.client.indices.putSettings({
    index: index.names.first,
    settings: { refresh_interval: '-1' },
  });
});
afterAll(() => dropIndex(articles));

const instantOf = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

/** States of one article, a second apart from the next one. */
function history(...statuses: ArticleUpdatedV1['status'][]): ArticleUpdatedV1[] {
  const { articleId } = live();
  return statuses.map((status, at) => {
    const [rev, changedAt] = [at + 1, instantOf(at * 10)];
    if (status === 'live') return live({ articleId, rev, changedAt, body: `Isi ke-${rev}.` });
    if (status === 'canceled') return { ...canceled(articleId, rev), changedAt };
    const state = hidden(
      articleId,
      rev,
      status === 'held' ? { status, embargoUntil: changedAt } : { status, withheldAt: changedAt },
    );
    return { ...state, changedAt };
  });
}

const refresh = () => index.client.indices.refresh({ index: index.names.write });

async function found(articleId: string, moment: string): Promise<number[]> {
  const { hits } = await index.client.search<RevisionDocument>({
    index: index.names.read,
    query: { bool: { filter: [{ term: { articleId } }, ...publishedAt(moment)] } },
  });
  return hits.hits.flatMap(({ _source }) => _source?.rev ?? []);
}

/** Every text of an article that is anywhere in the index. */
async function textsOf(articleId: string): Promise<string> {
  const { hits } = await index.client.search({
    index: index.names.read,
    size: 100,
    query: { term: { articleId } },
    _source: { excludes: ['ledger'] },
  });
  return JSON.stringify(hits.hits.map(({ _source }) => _source));
}

/** Of each moment in the middle of a state: the rev that must be found. */
function expected(states: readonly ArticleUpdatedV1[]): number[][] {
  const withdrawn = states.findLast(({ status }) => status !== 'live')?.rev ?? 0;
  return states.map(({ rev }) => (rev > withdrawn ? [rev] : []));
}

async function shown(states: readonly ArticleUpdatedV1[]): Promise<number[][]> {
  const answers: number[][] = [];
  for (const [at, { articleId }] of states.entries()) {
    answers.push(await found(articleId, instantOf(at * 10 + 5)));
  }
  return answers;
}

describe('writing revisions', () => {
  it('shows at every moment exactly the state of then, in any order of delivery, by two writers at once', async () => {
    const statuses = fc.constantFrom('live', 'live', 'live', 'withheld', 'canceled' as const);
    const cases = fc.sample(
      fc.record({
        statuses: fc.array(statuses, { minLength: 2, maxLength: 5 }),
        order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        size: fc.integer({ min: 1, max: 3 }),
      }),
      { numRuns: 12, seed: 6 },
    );
    const histories = cases.map((one) => history(...(one.statuses as never[])));
    await Promise.all(
      cases.map(async ({ order, size }, at) => {
        const states = histories[at] ?? [];
        const writers = [new RevisionWriter(index), new RevisionWriter(index)];
        // Every state comes at least once, in the order of the numbers, and some come again.
        const again = order.slice(0, 4).flatMap((n) => states[n % states.length] ?? []);
        const all = [...states, ...again]
          .map((state, n) => [order[n % order.length] ?? 0, state] as const)
          .sort(([one], [other]) => one - other)
          .map(([, state]) => state);
        const halves = [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)];
        await Promise.all(
          halves.map(async (half, n) => {
            for (let from = 0; from < half.length; from += size) {
              const batch = received(...half.slice(from, from + size));
              expect(await writers[n]?.write(batch, signal)).toEqual([]);
            }
          }),
        );
      }),
    );
    await refresh();
    for (const states of histories) expect(await shown(states)).toEqual(expected(states));
  });

  it('leaves no word of what was withdrawn, also when a copy of it comes afterwards', async () => {
    const writer = new RevisionWriter(index);
    const [first, second, gone, again] = history('live', 'live', 'withheld', 'live');
    if (!first || !second || !gone || !again) throw new Error('four states');
    await writer.write(received(first, second), signal);
    await refresh();
    expect(await textsOf(first.articleId)).toContain('Isi ke-2.');
    await writer.write(received(gone, again), signal);
    await writer.write(received(second, first), signal);
    await refresh();
    const texts = await textsOf(first.articleId);
    expect(texts).toContain('Isi ke-4.');
    expect(texts).not.toMatch(/Isi ke-[12]\./);
    expect(await shown([first, second, gone, again])).toEqual([[], [], [], [4]]);
  });

  it('finishes what an outage interrupted, after the ledger and before the texts, when the batch comes again', async () => {
    const [first, second] = history('live', 'live');
    if (!first || !second) throw new Error('two states');
    let isAway = true;
    const refusesBody = (body: string) => isAway && body.includes(`${second.articleId}:2`);
    const proxy = await startProxy({ refusesBody });
    const client = new Client({ node: proxy.url, maxRetries: 0 });
    try {
      const writer = new RevisionWriter(
        new RevisionsIndex(new ArticleIndex(client, articles.prefix)),
      );
      await writer.write(received(first), signal);
      const batch = received(second);
      await expect(writer.write(batch, { ...signal, aborted: () => true })).rejects.toThrow(
        'recording revisions',
      );
      isAway = false;
      await writer.write(batch, signal);
    } finally {
      await client.close();
      await proxy.stop();
    }
    await refresh();
    expect(await shown([first, second])).toEqual([[1], [2]]);
  });

  it('erases what was withdrawn while nothing was recorded, when a later state comes', async () => {
    const writer = new RevisionWriter(index);
    const [first, gone, again] = history('live', 'canceled', 'live');
    const [early, lost, late] = history('live', 'withheld', 'live');
    if (!first || !gone || !again || !early || !lost || !late) throw new Error('six states');
    await writer.write(received(first), signal);
    // As a version does that records no states.
    await indexStates(articles, gone, lost);
    // Of the first the ledger has a gap; of the other there is none yet, and old states come again.
    await writer.write(received(again, early), signal);
    await indexStates(articles, again, late);
    await writer.write(received(late), signal);
    await refresh();
    expect(await shown([first, gone, again])).toEqual([[], [], [3]]);
    expect(await shown([early, lost, late])).toEqual([[], [], [3]]);
    for (const { articleId } of [first, early]) {
      expect(await textsOf(articleId)).not.toContain('Isi ke-1.');
    }
  });

  it('erases what was withdrawn while nothing was recorded, also when no later state comes', async () => {
    const writer = new RevisionWriter(index);
    const [first, gone] = history('live', 'canceled');
    const [one, hiding] = history('live', 'withheld');
    if (!first || !gone || !one || !hiding) throw new Error('four states');
    await writer.write(received(first, one), signal);
    await indexStates(articles, gone, hiding, canceled(live().articleId, 1));
    expect(await recordWithdrawals(index, writer, signal)).toBe(2);
    expect(await recordWithdrawals(index, writer, signal)).toBe(0);
    await refresh();
    for (const { articleId } of [first, one]) {
      expect(await textsOf(articleId)).not.toContain('Isi ke-1.');
    }
    expect(await shown([first, gone])).toEqual([[], []]);
  });

  it('takes states that end, however long they are, a few at a time', async () => {
    const length = 200_000;
    const states = Array.from({ length: 12 }, () =>
      live({ changedAt: instantOf(0), body: 'x '.repeat(length / 2) }),
    );
    await new RevisionWriter(index).write(received(...states), signal);
    const learnt = states.map((first) => {
      const { articleId } = first;
      const second = live({ articleId, rev: 2, changedAt: instantOf(10), body: 'Ralat.' });
      const ledger = learn(learn(emptyLedger, [entryOf(first)]), [entryOf(second)]);
      return { articleId, ledger, states: [second] };
    });
    const slices: { count: number; bytes: number }[] = [];
    for await (const writes of revisionWrites(index, learnt)) {
      const bytes = writes.reduce((sum, write) => sum + write.bytes, 0);
      slices.push({ count: writes.length, bytes });
    }
    expect(slices.reduce((sum, { count }) => sum + count, 0)).toBe(2 * states.length);
    for (const { bytes } of slices) expect(bytes).toBeLessThan(1.5 * 1024 * 1024);
  });

  it('rejects alone what the index will never take', async () => {
    const writer = new RevisionWriter(index);
    const good = live();
    const bad = live({ feed: 'x'.repeat(40_000) });
    const rejected = await writer.write(received(good, bad), signal);
    expect(rejected).toMatchObject([{ index: 1, reason: 'document-refused', stage: 'index' }]);
  });
});
