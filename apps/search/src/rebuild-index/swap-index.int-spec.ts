import { setTimeout as sleep } from 'node:timers/promises';
import { Client, errors, SniffingTransport } from '@elastic/elasticsearch';
import type { TransportRequestParams } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import { ArticleIndex } from '../article-index/article-index.ts';
import { IndexProgress } from '../article-index/index-progress.ts';
import {
  dropIndex,
  elasticsearchUrl,
  indexing,
  indexStates,
  live,
  newIndex,
  received,
  signal,
} from '../testing.ts';
import { beginRebuild, tidyEnded } from './begin-rebuild.ts';
import { compareIndices } from './index-differences.ts';
import { dropLeft, endFilling, openTarget, readIndices, targetOf } from './rebuild-target.ts';
import { openForWrites, swapIndex } from './swap-index.ts';

const topic = 'warta.article.updated.v1';
const swap = { topic, partitions: 1, blockedMsMax: 60_000 };

/** Batches by which the service is ahead of the rebuild. */
const AHEAD = 10;

let index: ArticleIndex;
beforeEach(async () => {
  index = await newIndex();
});
afterEach(async () => {
  const { current, target, left } = await readIndices(index);
  const all = new Set([current, ...left, ...(target === undefined ? [] : [target])]);
  await index.client.indices.delete({ index: [...all] });
  await dropIndex(index);
});

const progressAt = (nextOffset: number) => ({
  nextOffset: BigInt(nextOffset),
  last: { offset: BigInt(nextOffset - 1), fingerprint: 'f' },
});

/** Works off a log of batches as a consumer does: the same one again until all of it is done. */
function worker(of: ArticleIndex, batchAt: (at: number) => ReturnType<typeof live>[] | undefined) {
  const state = { done: 0, isStopped: false, replaced: undefined as Error | undefined };
  const { indexArticles, visible } = indexing(of);
  const progress = new IndexProgress(of, (reason) => (state.replaced = reason));
  const work = async () => {
    while (!state.isStopped && state.replaced === undefined) {
      const batch = batchAt(state.done);
      if (batch === undefined) break;
      try {
        await indexArticles.handle(received(...batch), signal);
        await progress.save(topic, 0, progressAt(state.done + 1));
        state.done += 1;
      } catch (error) {
        if (!(error instanceof TransientError)) throw error;
      }
    }
    visible.stop();
  };
  return Object.assign(state, { work });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(1);
}

describe('swapping two indices', () => {
  it('loses nothing that is written while it happens, although the new one is behind', async () => {
    const batches: ReturnType<typeof live>[][] = [];
    const batchAt = (at: number) => (batches[at] ??= [live(), live()]);
    const { current, name } = await openTarget(index);
    const [service, rebuild] = [worker(index, batchAt), worker(targetOf(index), batchAt)];
    const serving = service.work();
    await until(() => service.done >= AHEAD);
    const rebuilding = rebuild.work();
    await until(() => rebuild.done > 0);
    expect(rebuild.done).toBeLessThan(service.done);
    expect(await swapIndex({ ...swap, index, current, next: name })).toBe(true);
    rebuild.isStopped = true;
    // It need not even start again.
    const swappedAt = service.done;
    await until(() => service.done > swappedAt + AHEAD || service.replaced !== undefined);
    service.isStopped = true;
    await Promise.all([rebuilding, serving]);
    expect(service.replaced).toBeUndefined();

    expect((await readIndices(index)).current).toBe(name);
    const ids = batches.slice(0, service.done).flatMap((some) => some.map((one) => one.articleId));
    const { docs } = await index.client.mget({ index: index.names.read, ids, _source: false });
    expect(docs.filter((doc) => !('found' in doc && doc.found))).toEqual([]);
  });

  it('happens only when the new one is as far, and until then nothing changes', async () => {
    const { current, name } = await openTarget(index);
    const replaced = () => undefined;
    const old = new IndexProgress(index, replaced);
    await old.save(topic, 0, progressAt(7));
    const target = new IndexProgress(targetOf(index), replaced);
    await target.save(topic, 0, progressAt(6));
    const next = { ...swap, index, current, next: name, blockedMsMax: 100 };
    expect(await swapIndex(next)).toBe(false);
    const service = worker(index, (at) => (at === 0 ? [live()] : undefined));
    await service.work();
    expect(service.done).toBe(1);
    await target.save(topic, 0, progressAt(7));
    expect(await swapIndex(next)).toBe(true);
    expect(await readIndices(index)).toMatchObject({ current: name, target: name });
    const late = index.client.index({ index: current, document: { status: 'live' } });
    await expect(late).rejects.toThrow(/cluster_block_exception/);
    // Somebody else did it before.
    await expect(swapIndex({ ...next, next: current })).rejects.toThrow();
    await openForWrites(index, name);
  });
});

/**
 * Elasticsearch as a process knows it that is killed after so many changes: from then on it changes
 * nothing, nor does it ask. What it asked for last is done, whether it heard so or not.
 */
function killedAfter(changesMax: number) {
  const changes: string[] = [];
  let isKilled = false;
  class KilledTransport extends SniffingTransport {
    override async request(params: TransportRequestParams, options?: object): Promise<never> {
      const { method, path } = params;
      const isChange =
        !['GET', 'HEAD'].includes(method) && !/_(search|mget|pit|refresh|count)\b/.test(path);
      isKilled ||= isChange && changes.length === changesMax;
      if (isKilled) throw new errors.ConnectionError('killed');
      if (isChange) changes.push(path.slice(path.lastIndexOf('/') + 1).replace(index.prefix, ''));
      return (await super.request(params, options)) as never;
    }
  }
  const node = elasticsearchUrl();
  const client = new Client({ node, Transport: KilledTransport, maxRetries: 0 });
  return { of: new ArticleIndex(client, index.prefix), changes, stop: () => client.close() };
}

/** All that a run does, but for reading the logs. Fails at once where the service would wait. */
async function rebuild(of: ArticleIndex, states: readonly ReturnType<typeof live>[]) {
  const { name, current } = await beginRebuild(of);
  const target = targetOf(of);
  const { indexArticles, visible } = indexing(target);
  visible.stop();
  await indexArticles.handle(received(...states), { ...signal, aborted: () => true });
  await new IndexProgress(target, () => undefined).save(topic, 0, progressAt(7));
  await endFilling(of, name);
  expect(await compareIndices(of, current, name)).toMatchObject({ count: 0, onlyNew: 0 });
  expect(await swapIndex({ ...swap, index: of, current, next: name })).toBe(true);
  await tidyEnded(of);
}

describe('a rebuild that is killed', () => {
  it('after any of its changes loses and doubles no article, and the next run goes on or begins anew, to the end', async () => {
    const states = [live(), live()];
    await indexStates(index, ...states);
    await new IndexProgress(index, () => undefined).save(topic, 0, progressAt(7));
    const killedAfterwards: string[] = [];
    for (let changes = 0; ; changes += 1) {
      const killed = killedAfter(changes);
      const outcome = await rebuild(killed.of, states).catch((why: unknown) => why);
      await killed.stop();
      const query = { term: { status: 'live' } };
      const { hits } = await index.client.search({ index: index.names.read, query });
      const ids = states.map(({ articleId }) => articleId);
      expect(hits.hits.map(({ _id }) => _id).sort()).toEqual(ids.sort());
      if (outcome === undefined) break;
      expect(String(outcome)).toContain('killed');
      killedAfterwards.push(killed.changes.at(-1) ?? 'nothing');
    }
    expect(killedAfterwards).toEqual([
      'nothing',
      'articles-v1-000002',
      '_bulk',
      expect.stringMatching(/^progress/),
      '_settings',
      // The block of the old index, the aliases, and once more the block of a run that began anew.
      'write',
      '_aliases',
      'write',
    ]);
    // In place of what was killed behind the aliases there is one more; no index is known to none.
    const { current, target, left } = await readIndices(index);
    expect({ current, target }).toEqual({ current: numbered(3), target: undefined });
    expect(await dropLeft(index)).toEqual([numbered(1), numbered(2)]);
    expect(left).toHaveLength(2);
    expect((await indexStates(index, { ...live(), rev: 2 })).rejected).toEqual([]);
  });
});

const numbered = (at: number) => `${index.prefix}articles-v1-00000${at}`;
