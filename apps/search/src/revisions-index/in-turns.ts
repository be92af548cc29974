/**
 * Does the work on each item as it comes, so many at a time. After a failure nothing is begun any more,
 * and it is thrown once what was under way has ended: nothing goes on behind the caller's back.
 */
export async function inTurns<Item>(
  items: AsyncIterator<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const workOn = async (): Promise<void> => {
    try {
      for (let next = await items.next(); !next.done; next = await items.next()) {
        if (failures.length > 0) return;
        await work(next.value);
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
  if (failures.length > 0) throw failures[0];
}
