import { ensureIndex } from '../article-index/article-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { openTarget, readIndices, targetOf } from './rebuild-target.ts';
import { openForWrites } from './swap-index.ts';

/**
 * What every run begins with, whatever ended the one before and wherever: its new index is there, a
 * swap that was begun is taken back, one that had happened is finished.
 */
export async function beginRebuild(index: ArticleIndex): Promise<{
  readonly name: string;
  readonly current: string;
  readonly isContinued: boolean;
  /** The run before had ended but for the last step. */
  readonly isTidied: boolean;
}> {
  await ensureIndex(index);
  const isTidied = await tidyEnded(index);
  const target = await openTarget(index);
  // A swap that was killed may have left it closed.
  await openForWrites(index, target.current);
  return { ...target, isTidied };
}

/** Takes the rebuild's own alias from an index that is in its place already: the last step. */
export async function tidyEnded(index: ArticleIndex): Promise<boolean> {
  const { current, target } = await readIndices(index);
  if (current !== target) return false;
  await index.client.indices.deleteAlias({ index: current, name: targetOf(index).names.write });
  return true;
}
