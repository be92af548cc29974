import type { ArticleUpdatedV1 } from '@warta/contracts';
import fc from 'fast-check';
import { Client } from '@elastic/elasticsearch';
import { ArticleIndex } from '../article-index/article-index.ts';
import {
  canceled,
  dropIndex,
  elasticsearchUrl,
  hidden,
  live,
  ownPrefix,
  received,
  signal,
  startProxy,
} from '../testing.ts';
import type { RevisionDocument } from './revision-document.ts';
import { RevisionWriter } from './revision-writer.ts';
import { ensureRevisionsIndex, publishedAt, RevisionsIndex } from './revisions-index.ts';

const articles = new ArticleIndex(new Client({ node: elasticsearchUrl() }), ownPrefix());
const index = new RevisionsIndex(articles);

beforeAll(async () => {
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

  it('rejects alone what the index will never take', async () => {
    const writer = new RevisionWriter(index);
    const good = live();
    const bad = live({ feed: 'x'.repeat(40_000) });
    const rejected = await writer.write(received(good, bad), signal);
    expect(rejected).toMatchObject([{ index: 1, reason: 'document-refused', stage: 'index' }]);
  });
});
