import fc from 'fast-check';
import { Batcher } from './batcher.ts';

interface Item {
  bytes: number;
  expired: boolean;
}

const items = fc.array(
  fc.record({ bytes: fc.integer({ min: 0, max: 20 }), expired: fc.boolean() }),
);
const limits = fc.record({
  recordsMax: fc.integer({ min: 1, max: 5 }),
  bytesMax: fc.integer({ min: 1, max: 30 }),
});

describe('Batcher', () => {
  it('hands out everything once, in order, and within the limits', () => {
    fc.assert(
      fc.property(items, limits, (all, max) => {
        const queue = new Batcher<Item>(max);
        const taken: Item[] = [];
        const left: Item[] = [];
        for (const item of all) queue.add(item);
        while (queue.length > 0) {
          const { batch, expired } = queue.take();
          expect(batch.length + expired.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(max.recordsMax);
          const bytes = batch.reduce((sum, item) => sum + item.bytes, 0);
          expect(batch.length === 1 || bytes <= max.bytesMax).toBe(true);
          taken.push(...batch);
          left.push(...expired);
        }
        expect(taken).toEqual(all.filter(({ expired }) => !expired));
        expect(left).toEqual(all.filter(({ expired }) => expired));
      }),
    );
  });

  it('sends one record over the limit alone instead of never', () => {
    const queue = new Batcher<Item>({ recordsMax: 10, bytesMax: 10 });
    for (const bytes of [4, 50, 4]) queue.add({ bytes, expired: false });
    const sizes = [queue.take(), queue.take(), queue.take()].map(({ batch }) => batch.length);
    expect(sizes).toEqual([1, 1, 1]);
  });
});
