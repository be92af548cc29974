import fc from 'fast-check';
import { emptyHistory, merge } from './article-order.ts';
import type { History, Push, Said } from './article-order.ts';
import { dueAtMs, embargoMs, publishedOf } from './article-standing.ts';

const RUNS = 2_000;
const NOON_MS = Date.parse('2026-11-23T12:00:00Z');

const arrivalAt = (second: number) => ({
  atMs: NOON_MS + second * 1_000,
  partition: 0,
  offset: `${second}`,
});
const at = (second: number) => new Date(NOON_MS + second * 1_000).toISOString();
const push = (contentHash: string, second: number, more: Partial<Push> = {}): Push => ({
  kind: 'push',
  contentHash,
  submittedBy: 'k1',
  arrival: arrivalAt(second),
  ...more,
});
const withhold = (second: number, more: Pick<Push, 'version' | 'updatedAt'> = {}): Said => ({
  kind: 'withhold',
  submittedBy: 'k1',
  arrival: arrivalAt(second),
  ...more,
});
const ruled = (kind: 'takedown' | 'restore', second: number): Said => ({
  kind,
  submittedBy: 'k1',
  arrival: arrivalAt(second),
});
const reconsider = (second: number): Said => ({ kind: 'reconsider', arrival: arrivalAt(second) });
const known = (...said: Said[]): History => merge(emptyHistory, said);

/** What is shown, and since when something else is due. */
function standing(...said: Said[]): string {
  const history = known(...said);
  const published = publishedOf(history);
  const shown = published?.status === 'live' ? published.current.contentHash : published?.status;
  const dueMs = dueAtMs(history);
  return dueMs === undefined ? `${shown}` : `${shown} until ${(dueMs - NOON_MS) / 1_000}`;
}

const someVersion = fc.option(fc.constantFrom(1, 2, 3), { nil: undefined });
const someSaid = fc
  .array(
    fc.record({
      dice: fc.integer({ min: 0, max: 9 }),
      version: someVersion,
      embargo: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 2, nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ dice, version, embargo }, second): Said => {
      const stamp = version === undefined ? {} : { version };
      if (dice === 0) return withhold(second, stamp);
      if (dice === 1) return reconsider(second);
      const embargoUntil = embargo === undefined ? {} : { embargoUntil: at(embargo) };
      return push(`c${second}`, second, { ...stamp, ...embargoUntil });
    }),
  );

describe('an embargo', () => {
  it('is never published before the log has reached its end', () => {
    fc.assert(
      fc.property(someSaid, (said) => {
        const published = publishedOf(known(...said));
        const reachedMs = Math.max(...said.map(({ arrival }) => arrival.atMs));
        if (published?.status !== 'live') return;
        expect(embargoMs(published.current) ?? 0).toBeLessThanOrEqual(reachedMs);
      }),
      { numRuns: RUNS },
    );
  });

  it('is due for as long as time alone would change what is published, and then no more', () => {
    fc.assert(
      fc.property(someSaid, (said) => {
        const history = known(...said);
        const published = publishedOf(history);
        const inTheEnd = merge(history, [reconsider(1_000)]);
        expect(dueAtMs(inTheEnd)).toBeUndefined();
        const dueMs = dueAtMs(history);
        // What was told to the world is kept: not a moment earlier.
        if (published?.status === 'held') expect(dueMs).toBe(embargoMs(published.waiting));
        if (dueMs === undefined) {
          expect(publishedOf(inTheEnd)).toEqual(published);
        } else {
          const second = (dueMs - NOON_MS) / 1_000;
          expect(publishedOf(merge(history, [reconsider(second - 1)]))).toEqual(published);
          const released = publishedOf(merge(history, [reconsider(second)]));
          expect(released?.status).toBe('live');
          expect(released).not.toEqual(published);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['holds a first push', 'held until 20', [push('a', 1, { embargoUntil: at(20) })]],
    [
      'of a correction leaves the older content live',
      'a until 20',
      [push('a', 1), push('b', 2, { embargoUntil: at(20) })],
    ],
    [
      'of an older version holds nothing up',
      'b',
      [push('a', 1, { version: 1, embargoUntil: at(20) }), push('b', 2, { version: 2 })],
    ],
    [
      'on what was withheld is none to wait for',
      'withheld',
      [push('a', 1, { version: 1, embargoUntil: at(20) }), withhold(2, { version: 2 })],
    ],
    [
      'on what is newer than the withheld version is waited for, and nothing older shown',
      'held until 20',
      [
        push('a', 1, { version: 1 }),
        withhold(2, { version: 2 }),
        push('b', 3, { version: 3, embargoUntil: at(20) }),
      ],
    ],
    [
      'in the past holds nothing',
      'a',
      [push('a', 21, { embargoUntil: '2026-11-23T19:00:20.999+07:00' })],
    ],
    [
      'is not waited for once the article is taken down',
      'canceled',
      [push('a', 1, { embargoUntil: at(20) }), ruled('takedown', 2)],
    ],
    [
      'that is put off ends when the newest push says',
      'held until 30',
      [
        push('a', 1, { embargoUntil: at(10) }),
        push('b', 2, { embargoUntil: at(20) }),
        push('c', 12, { embargoUntil: at(30) }),
        reconsider(25),
      ],
    ],
    [
      'that is put off stays so when the push that did it comes again, better stamped',
      'held until 30',
      [
        push('a', 1, { version: 1, embargoUntil: at(10) }),
        push('b', 2, { version: 2, embargoUntil: at(30) }),
        push('b', 12, { version: 3, embargoUntil: at(30) }),
        reconsider(15),
      ],
    ],
    [
      'that was over is not begun again by that of a correction',
      'b until 30',
      [
        push('a', 1, { embargoUntil: at(10) }),
        push('b', 2, { embargoUntil: at(20) }),
        push('c', 20, { embargoUntil: at(30) }),
        reconsider(25),
      ],
    ],
    [
      'may be brought forward',
      'b',
      [
        push('a', 1, { embargoUntil: at(20) }),
        push('b', 2, { embargoUntil: at(10) }),
        reconsider(11),
      ],
    ],
  ])('%s', (_name, expected, said) => {
    expect(standing(...said)).toBe(expected);
    expect(standing(...said.toReversed())).toBe(expected);
  });
});

describe('a withheld version', () => {
  it.each([
    ['hides what came before it', 'withheld', [push('a', 1), withhold(2)]],
    ['yields to what comes after it', 'b', [push('a', 1), withhold(2), push('b', 3)]],
    [
      'does not yield to a retry of what came before it',
      'withheld',
      [push('a', 1), withhold(2), push('a', 3)],
    ],
    [
      'does not yield to the very version that was withheld',
      'withheld',
      [withhold(2, { version: 4 }), push('a', 3, { version: 4 })],
    ],
    [
      'does not yield to the same update that was withheld',
      'withheld',
      [withhold(2, { updatedAt: at(1) }), push('a', 3, { updatedAt: at(1) })],
    ],
    [
      'yields to a later update of the same version',
      'a',
      [
        withhold(2, { version: 4, updatedAt: at(1) }),
        push('a', 3, { version: 4, updatedAt: at(2) }),
      ],
    ],
    [
      'yields to nothing that is not newer itself, although something older is',
      'b',
      [
        withhold(1, { version: 5, updatedAt: at(0) }),
        push('b', 2, { version: 5, updatedAt: at(1) }),
        push('a', 9, { version: 5 }),
      ],
    ],
    ['hides nothing that is newer', 'a', [push('a', 1, { version: 3 }), withhold(2)]],
    ['may be all there is', 'withheld', [withhold(2)]],
    ['may be said again', 'withheld', [push('a', 1), withhold(2), push('b', 3), withhold(4)]],
  ])('%s', (_name, expected, said) => {
    expect(standing(...said)).toBe(expected);
    expect(standing(...said.toReversed())).toBe(expected);
  });
});

describe('a restore', () => {
  const takedown = (second: number) => ruled('takedown', second);
  const restore = (second: number) => ruled('restore', second);

  it.each([
    ['shows nothing by itself', 'withheld', [push('a', 1), takedown(2), restore(3)]],
    [
      'lets in what comes after it, the same content too',
      'a',
      [push('a', 1), takedown(2), restore(3), push('a', 4)],
    ],
    [
      'does not bring back what came before it, however late',
      'withheld',
      [takedown(2), restore(3), push('a', 1, { version: 9 })],
    ],
    [
      'is undone by a later takedown, and not by the same one again',
      'b',
      [takedown(2), restore(3), push('b', 4), takedown(2)],
    ],
    [
      'that is undone may be said again',
      'c',
      [takedown(2), restore(3), push('b', 4), takedown(5), restore(6), push('c', 7)],
    ],
    ['said twice takes nothing away', 'b', [takedown(2), restore(3), push('b', 4), restore(5)]],
    ['of what was never taken down does nothing', 'a', [push('a', 1), restore(3)]],
  ])('%s', (_name, expected, said) => {
    expect(standing(...said)).toBe(expected);
  });
});
