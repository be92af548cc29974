import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { IndexProgress } from '../article-index/index-progress.ts';
import { dropIndex, indexing, live, newIndex, received, signal } from '../testing.ts';
import { openTarget, readIndices, targetOf } from './rebuild-target.ts';
import { openForWrites, swapIndex } from './swap-index.ts';

const topic = 'warta.article.updated.v1';
const swap = { topic, partitions: 1, blockedMsMax: 5_000 };

/** Enough for the service to be well ahead, and to go on after the swap. */
const BATCHES = 100;
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
function worker(of: ArticleIndex, batches: readonly ReturnType<typeof live>[][]) {
  const state = { done: 0, isStopped: false, replaced: undefined as Error | undefined };
  const { indexArticles, visible } = indexing(of);
  const progress = new IndexProgress(of, (reason) => (state.replaced = reason));
  const work = async () => {
    while (state.done < batches.length && !state.isStopped && state.replaced === undefined) {
      try {
        await indexArticles.handle(received(...(batches[state.done] ?? [])), signal);
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
    const batches = Array.from({ length: BATCHES }, () => [live(), live()]);
    const { current, name } = await openTarget(index);
    const [service, rebuild] = [worker(index, batches), worker(targetOf(index), batches)];
    const serving = service.work();
    await until(() => service.done >= AHEAD);
    const rebuilding = rebuild.work();
    await until(() => rebuild.done >= AHEAD);
    expect(rebuild.done).toBeLessThan(service.done);
    expect(await swapIndex({ ...swap, index, current, next: name })).toBe(true);
    rebuild.isStopped = true;
    expect(service.done).toBeLessThan(BATCHES);
    await Promise.all([rebuilding, serving]);
    // It need not even start again.
    expect(service).toMatchObject({ done: BATCHES, replaced: undefined });

    expect((await readIndices(index)).current).toBe(name);
    const ids = batches.flat().map(({ articleId }) => articleId);
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
    const service = worker(index, [[live()]]);
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
