import fc from 'fast-check';
import { changeOf } from './article-change.ts';
import type { StoredArticle } from './article-change.ts';
import { believedUpdatedAt, emptyHistory, merge } from './article-order.ts';
import type { History, Push, Said, Takedown } from './article-order.ts';
import { publishedOf } from './article-standing.ts';

const RUNS = 2_000;
const HOUR_MS = 3_600_000;
const NOON_MS = Date.parse('2026-11-23T12:00:00Z');

function push(contentHash: string, arrivedAfterMs: number, stamp: Partial<Push> = {}): Push {
  const arrival = { atMs: NOON_MS + arrivedAfterMs, partition: 0, offset: `${arrivedAfterMs}` };
  return { kind: 'push', contentHash, submittedBy: 'k1', arrival, ...stamp };
}

function takedown(arrivedAfterMs: number): Takedown {
  const arrival = { atMs: NOON_MS + arrivedAfterMs, partition: 0, offset: `${arrivedAfterMs}` };
  return { kind: 'takedown', submittedBy: 'k1', arrival };
}

type Kind = Exclude<Said['kind'], 'push'>;

function ruling<K extends Kind>(kind: K, arrivedAfterMs: number, stamp: Partial<Push> = {}) {
  const arrival = { atMs: NOON_MS + arrivedAfterMs, partition: 0, offset: `${arrivedAfterMs}` };
  return { kind, submittedBy: 'k1', arrival, ...stamp } as Extract<Said, { kind: K }>;
}

const inHours = (hours: number) => new Date(NOON_MS + hours * HOUR_MS).toISOString();

/** Few values of everything, so that equal contents, stamps and times meet often. */
const someStamp = fc
  .record({
    version: fc.option(fc.constantFrom(0, 1, 2), { nil: undefined }),
    updatedAfterH: fc.option(fc.constantFrom(-48, -1, 0, 1, 23, 24, 25, 48, 9_000), {
      nil: undefined,
    }),
  })
  .map(({ version, updatedAfterH }) => ({
    ...(version === undefined ? {} : { version }),
    ...(updatedAfterH === undefined ? {} : { updatedAt: inHours(updatedAfterH) }),
  }));
const somePush = fc
  .record({
    content: fc.constantFrom('a', 'b', 'c', 'd'),
    stamp: someStamp,
    embargoH: fc.option(fc.constantFrom(0, 1, 26, 60), { freq: 2, nil: undefined }),
  })
  .map(({ content, stamp, embargoH }) => (arrivedAfterMs: number): Said => {
    // As the ingestor makes it, the hash covers the embargo too.
    const embargo = embargoH === undefined ? {} : { embargoUntil: inHours(embargoH) };
    return push(`${content}${embargoH ?? ''}`, arrivedAfterMs, { ...stamp, ...embargo });
  });
const someWithhold = someStamp.map(
  (stamp) =>
    (arrivedAfterMs: number): Said =>
      ruling('withhold', arrivedAfterMs, stamp),
);
const some = (kind: Kind) =>
  fc.constant((arrivedAfterMs: number): Said => ruling(kind, arrivedAfterMs));
const weighted = (kinds: Partial<Record<Kind, number>>) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 9, arbitrary: somePush },
          { weight: kinds.withhold ?? 0, arbitrary: someWithhold },
          { weight: kinds.takedown ?? 0, arbitrary: some('takedown') },
          { weight: kinds.restore ?? 0, arbitrary: some('restore') },
          { weight: kinds.reconsider ?? 0, arbitrary: some('reconsider') },
        ),
        fc.constantFrom(0, 1, HOUR_MS, 26 * HOUR_MS),
      ),
      { minLength: 1, maxLength: 10 },
    )
    // Each record has a place of its own in the log.
    .map((made) => made.map(([make, afterMs], at) => make(afterMs + at * 10)));
const someArrivals = (takedowns: boolean) =>
  weighted({ withhold: 2, reconsider: 2, takedown: takedowns ? 1 : 0 });

/** Pushes of one article, and the same delivered otherwise, in batches. */
const deliveries = fc.tuple(someArrivals(true), fc.integer()).map(([arrived, seed]) => {
  const random = seededRandom(seed);
  // Any repetition of any of them, in any order, but each at least once.
  const again = Array.from({ length: random(12) }, () => arrived.at(random(arrived.length))!);
  const shuffled = [...arrived, ...again]
    .map((one) => ({ one, at: random(1_000_003) }))
    .sort((a, b) => a.at - b.at);
  return { arrived, batches: cut(shuffled, random) };
});

/**
 * The same with restores, which keep their place: before what arrived after them, and after the
 * takedowns that arrived before them. All else is delivered as late as it may be, and again.
 */
const deliveriesWithRestores = fc
  .tuple(weighted({ withhold: 1, takedown: 4, restore: 4, reconsider: 1 }), fc.integer())
  .map(([made, seed]) => {
    const random = seededRandom(seed);
    const arrived = [...made].sort((a, b) => a.arrival.atMs - b.arrival.atMs);
    const delivered = arrived.flatMap((one, at) => {
      const restoredAt = arrived.findIndex(({ kind }, later) => later > at && kind === 'restore');
      const isInPlace = one.kind === 'restore';
      const isInTime = one.kind === 'takedown' && restoredAt > at;
      const delay = isInPlace ? 0 : random(isInTime ? restoredAt - at : 12);
      const first = { one, at: at + delay };
      const again = Array.from({ length: random(3) }, () => ({ one, at: first.at + random(12) }));
      return [first, ...again];
    });
    return {
      arrived,
      batches: cut(
        delivered.sort((a, b) => a.at - b.at),
        random,
      ),
    };
  });

function cut(delivered: readonly { one: Said }[], random: (below: number) => number): Said[][] {
  const batches: Said[][] = [];
  for (const { one } of delivered) {
    const last = batches.at(-1);
    if (last === undefined || random(2) === 0) batches.push([one]);
    else last.push(one);
  }
  return batches;
}

/** Numerical Recipes' generator: enough to shuffle, and the failing case can be run again. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The row after these batches, each in one transaction, as the store writes it. */
function store(batches: readonly (readonly Said[])[]): StoredArticle {
  let row: StoredArticle = { id: 'x', feed: 'f', rev: 0, history: emptyHistory };
  for (const batch of batches) {
    const change = changeOf(row, batch);
    if (change === undefined) continue;
    const { annotatedHash, ...known } = row;
    const { annotateHash = change.isHidden ? undefined : annotatedHash, rev, history } = change;
    row = { ...known, rev, history, ...(annotateHash && { annotatedHash: annotateHash }) };
  }
  return row;
}

/** Comparable whatever the order in which the revisions were inserted. */
function plain({ revisions, ...said }: History) {
  return { revisions: Object.fromEntries([...revisions].sort()), ...said };
}

/** That the same is stored however it was delivered, and annotated only what is live. */
function expectSame(batches: Said[][], arrived: readonly Said[]): void {
  const expected = store([[...arrived]]);
  const row = store(batches);
  expect(plain(row.history)).toEqual(plain(expected.history));
  const published = publishedOf(row.history);
  expect(published).toEqual(publishedOf(expected.history));
  expect(row.annotatedHash).toBe(
    published?.status === 'live' ? published.current.contentHash : undefined,
  );
}

describe('the order of pushes', () => {
  it('ends in the same row, but for rev, whatever the order, repetition and batching', () => {
    fc.assert(
      fc.property(deliveries, ({ arrived, batches }) => expectSame(batches, arrived)),
      { numRuns: 5 * RUNS },
    );
  });

  it('ends in the same row with restores too, as long as these keep their place', () => {
    fc.assert(
      fc.property(deliveriesWithRestores, ({ arrived, batches }) => expectSame(batches, arrived)),
      { numRuns: 5 * RUNS },
    );
  });

  it('is the same again when any prefix is delivered again, as after a crash', () => {
    fc.assert(
      fc.property(deliveries, fc.nat(20), ({ batches }, cut) => {
        const before = store(batches);
        const after = store([...batches, ...batches.slice(0, cut), ...batches]);
        expect(after).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });

  it('merges associatively: what two members know adds up to what one would know', () => {
    fc.assert(
      fc.property(someArrivals(true), someArrivals(true), (one, more) => {
        const left = merge(merge(emptyHistory, one), more);
        const right = merge(merge(emptyHistory, more), one);
        expect(plain(left)).toEqual(plain(right));
        expect(plain(merge(left, [...one, ...more]))).toEqual(plain(left));
      }),
      { numRuns: RUNS },
    );
  });

  it('raises rev by one exactly when something changes that is published', () => {
    fc.assert(
      fc.property(deliveries, ({ batches }) => {
        let row: StoredArticle = { id: 'x', feed: 'f', rev: 0, history: emptyHistory };
        for (let at = 1; at <= batches.length; at += 1) {
          const next = store(batches.slice(0, at));
          const isSame =
            JSON.stringify(publishedOf(row.history)) === JSON.stringify(publishedOf(next.history));
          expect(next.rev).toBe(isSame ? row.rev : row.rev + 1);
          row = next;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps no push once the article is taken down', () => {
    fc.assert(
      fc.property(someArrivals(false), fc.nat(3 * HOUR_MS), (arrived, afterMs) => {
        for (const all of [
          [...arrived, takedown(afterMs)],
          [takedown(afterMs), ...arrived],
        ]) {
          expect(merge(emptyHistory, all).revisions.size).toBe(0);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('which push counts', () => {
  const current = (...arrived: Said[]) => {
    const published = publishedOf(merge(emptyHistory, arrived));
    return published?.status === 'live' ? published.current.contentHash : published?.status;
  };

  it('is the one with the highest version, whenever it comes', () => {
    expect(current(push('new', 1, { version: 2 }), push('old', 2, { version: 1 }))).toBe('new');
  });

  it('is the last updated one, and the version goes before', () => {
    const morning = '2026-11-23T08:00:00Z';
    const evening = '2026-11-23T19:00:00+07:00';
    expect(
      current(push('new', 1, { updatedAt: evening }), push('old', 2, { updatedAt: morning })),
    ).toBe('new');
    const versioned = push('versioned', 3, { version: 1, updatedAt: morning });
    expect(current(push('new', 1, { updatedAt: evening }), versioned)).toBe('versioned');
  });

  it('is the last to arrive when the publisher says nothing', () => {
    expect(current(push('b', 2), push('a', 1))).toBe('b');
    expect(current(push('a', 1), push('b', 2))).toBe('b');
  });

  it('is not the retry of an older one without a newer stamp', () => {
    expect(current(push('a', 1), push('b', 2), push('a', 3))).toBe('b');
  });

  it('is the older content again when the publisher stamps it anew', () => {
    const again = push('a', 3, { version: 3 });
    expect(current(push('a', 1, { version: 1 }), push('b', 2, { version: 2 }), again)).toBe('a');
  });

  it('is never one after a takedown, which the earliest dates', () => {
    expect(current(takedown(5), push('a', 9, { version: 9 }))).toBe('canceled');
    const both = publishedOf(merge(emptyHistory, [takedown(7), takedown(5)]));
    expect(both).toEqual({ status: 'canceled', takedown: takedown(5) });
  });

  it('believes an updatedAt up to a day ahead of its arrival, and flags the rest', () => {
    const at = (h: number) => new Date(NOON_MS + h * HOUR_MS).toISOString();
    expect(believedUpdatedAt(push('a', 0, { updatedAt: at(24) })).flags).toEqual([]);
    expect(believedUpdatedAt(push('a', 0, { updatedAt: at(25) }))).toEqual({
      updatedAt: at(0),
      flags: ['updated-at-in-future'],
    });
    const wrongClock = push('wrong', 0, { updatedAt: at(9_000) });
    expect(current(wrongClock, push('corrected', 2 * HOUR_MS, { updatedAt: at(2) }))).toBe(
      'corrected',
    );
  });

  it('counts a late older push as a revision without letting it win', () => {
    const newer = push('new', 1, { version: 2 });
    const history = merge(emptyHistory, [newer, push('late', 2, { version: 1 })]);
    expect(publishedOf(history)).toEqual({ status: 'live', current: newer, revisionCount: 2 });
  });
});
