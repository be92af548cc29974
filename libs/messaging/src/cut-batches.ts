import { Batcher } from './batcher.ts';
import type { BatchLimits } from './batcher.ts';

/** All of them, in order, in batches within the limits; one over the limit of bytes goes alone. */
export function cutBatches<T>(
  all: readonly T[],
  limits: BatchLimits,
  bytesOf: (one: T) => number,
): T[][] {
  const queue = new Batcher<{ one: T; bytes: number; expired: false }>(limits);
  for (const one of all) queue.add({ one, bytes: bytesOf(one), expired: false });
  const batches: T[][] = [];
  while (queue.length > 0) batches.push(queue.take().batch.map(({ one }) => one));
  return batches;
}
