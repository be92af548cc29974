import fc from 'fast-check';
import { placeLabels } from './neighbour-labels.ts';
import type { LabelBox } from './neighbour-labels.ts';

const frame = { width: 330, height: 380, lineHeight: 16 };

const discs = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 330 }),
      y: fc.integer({ min: 0, max: 380 }),
      radius: fc.integer({ min: 5, max: 16 }),
      width: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((disc, index) => ({ ...disc, id: String(index) })));

const meet = (one: LabelBox, other: LabelBox) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

describe('names on the graph', () => {
  it('never lie over each other, over a disc or outside the picture', () => {
    fc.assert(
      fc.property(discs, (all) => {
        const boxes = placeLabels(all, frame);
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).filter((other) => meet(box, other))).toEqual([]);
          expect(box.left >= 0 && box.left + box.width <= frame.width).toBe(true);
          expect(box.top >= 0 && box.top + box.height <= frame.height).toBe(true);
          const covered = all.filter(({ id, x, y, radius: r }) =>
            meet(box, { id, left: x - r, top: y - r, width: 2 * r, height: 2 * r }),
          );
          expect(covered).toEqual([]);
        }
      }),
    );
  });

  it('are below their disc where there is room, else beside it, and left out where there is none', () => {
    const one = { id: 'one', x: 160, y: 100, radius: 10, width: 80 };
    const under = { ...one, id: 'under', y: 125 };
    expect(placeLabels([one], frame)[0]).toMatchObject({ left: 120, top: 113 });
    expect(placeLabels([one, under], frame)[0]).toMatchObject({ left: 120, top: 71 });
    expect(placeLabels([{ ...one, width: 331 }], frame)).toEqual([]);
  });

  it('come first to those that are first in the list', () => {
    const at = { x: 160, y: 190, radius: 5, width: 330 };
    const crowd = Array.from({ length: 60 }, (_, index) => ({ ...at, id: String(index) }));
    expect(placeLabels(crowd, frame)[0]?.id).toBe('0');
  });
});
