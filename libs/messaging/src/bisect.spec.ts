import fc from 'fast-check';
import { bisect } from './bisect.ts';

const isPoison = (error: unknown): boolean => error === 'poison';

describe('bisect', () => {
  it('finds exactly the items that fail, does each other one once, and keeps the order', async () => {
    const property = fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 100 }), async (bad) => {
      const done: number[] = [];
      const items = bad.map((isBad, index) => ({ isBad, index }));
      const { failed } = await bisect(
        items,
        async (part) => {
          if (part.some(({ isBad }) => isBad)) throw 'poison';
          done.push(...part.map(({ index }) => index));
        },
        isPoison,
      );
      const indices = items.filter(({ isBad }) => isBad).map(({ index }) => index);
      expect(failed.map(({ index }) => index)).toEqual(indices);
      expect(done).toEqual(items.filter(({ isBad }) => !isBad).map(({ index }) => index));
    });
    await fc.assert(property);
  });

  it('needs few tries to find one among many', async () => {
    let tries = 0;
    await bisect(
      Array.from({ length: 200 }, (_, index) => index),
      async (part) => {
        tries += 1;
        if (part.includes(123)) throw 'poison';
      },
      isPoison,
    );
    expect(tries).toBeLessThan(20);
  });

  it('throws at once what is not the fault of the items', async () => {
    const work = async (): Promise<void> => {
      throw new Error('the store is away');
    };
    await expect(bisect([1, 2, 3], work, isPoison)).rejects.toThrow('the store is away');
  });

  it('stops looking once more failed than wanted', async () => {
    const work = async (): Promise<void> => {
      throw 'poison';
    };
    const items = Array.from({ length: 100 }, (_, index) => index);
    expect((await bisect(items, work, isPoison, 5)).failed).toHaveLength(6);
  });
});
