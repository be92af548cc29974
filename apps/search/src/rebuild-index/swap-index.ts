import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readIndexedOffsets } from '../article-index/index-progress.ts';
import { targetOf } from './rebuild-target.ts';

const LOOK_EVERY_MS = 50;

export interface Swap {
  readonly index: ArticleIndex;
  /** The index behind the aliases, and the one that takes its place. */
  readonly current: string;
  readonly next: string;
  /** The topic that both follow. */
  readonly topic: string;
  readonly partitions: number;
  /** For so long at most the old index takes nothing and the new one is waited for. */
  readonly blockedMsMax: number;
}

/**
 * Puts the new index in the place of the old one, at once for searches and for writes, without a
 * change getting lost between them: first the old one takes nothing more, so that what it has is
 * certain; then the new one is waited for until it is as far. Whoever writes waits meanwhile and
 * goes on in the new one, whose progress is not behind what it knows. The old index stays closed to
 * writes, since what came late into it would be in neither.
 * @returns false when the new index did not get there in time: everything is as before.
 */
export async function swapIndex(swap: Swap): Promise<boolean> {
  const { index, current, next } = swap;
  const { client, names } = index;
  // Answers when no write is under way any more.
  await client.indices.addBlock({ index: current, block: 'write' });
  try {
    if (!(await isReached(swap))) {
      await openForWrites(index, current);
      return false;
    }
    await client.indices.refresh({ index: next });
    await client.indices.updateAliases({
      actions: [
        { remove: { index: current, alias: names.read, must_exist: true } },
        { remove: { index: current, alias: names.write, must_exist: true } },
        { add: { index: next, alias: names.read } },
        { add: { index: next, alias: names.write, is_write_index: true } },
      ],
    });
    return true;
  } catch (error) {
    const { [current]: still } = await client.indices.getAlias({ index: current });
    // An answer that got lost may have been a yes.
    if (Object.hasOwn(still?.aliases ?? {}, names.write)) await openForWrites(index, current);
    throw error;
  }
}

/** Lets an index be written to that a swap has closed. */
export async function openForWrites({ client }: ArticleIndex, name: string): Promise<void> {
  await client.indices.putSettings({ index: name, settings: { 'index.blocks.write': null } });
}

async function isReached(swap: Swap): Promise<boolean> {
  const { index, topic, partitions, blockedMsMax } = swap;
  const deadline = performance.now() + blockedMsMax;
  const old = await readIndexedOffsets(index, topic, partitions);
  for (;;) {
    const now = await readIndexedOffsets(targetOf(index), topic, partitions);
    if ([...old].every(([partition, next]) => (now.get(partition) ?? 0n) >= next)) return true;
    if (performance.now() > deadline) return false;
    await sleep(LOOK_EVERY_MS);
  }
}
