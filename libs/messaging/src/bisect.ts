/** What became of the parts of a batch that had to be taken apart. */
export interface Bisected<R> {
  /** Of each part that succeeded, in order, with the index of its first item. */
  readonly done: readonly { readonly from: number; readonly result: R }[];
  readonly failed: readonly { readonly index: number; readonly error: unknown }[];
}

/**
 * Does the work on all items or, where that fails for good, on ever smaller halves, until the
 * items that fail are alone. Order is kept: a part is worked on after everything before it.
 *
 * @param isPoison whether the error is the items' fault; any other error is thrown at once.
 * @param failedMax give up finding more once this many have failed; the rest stays undone.
 */
export async function bisect<I, R>(
  items: readonly I[],
  work: (part: readonly I[], alone: boolean) => Promise<R>,
  isPoison: (error: unknown) => boolean,
  failedMax = Infinity,
): Promise<Bisected<R>> {
  const done: { from: number; result: R }[] = [];
  const failed: { index: number; error: unknown }[] = [];
  // A stack of half-open ranges; the leftmost is on top.
  const open: [from: number, to: number][] = items.length === 0 ? [] : [[0, items.length]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const alone = to - from === 1;
    try {
      done.push({ from, result: await work(items.slice(from, to), alone) });
    } catch (error) {
      if (!isPoison(error)) throw error;
      if (alone) {
        failed.push({ index: from, error });
        if (failed.length > failedMax) break;
        continue;
      }
      const middle = from + Math.ceil((to - from) / 2);
      open.push([middle, to], [from, middle]);
    }
  }
  return { done, failed };
}
