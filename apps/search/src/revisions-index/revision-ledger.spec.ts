import fc from 'fast-check';
import { canceled, live } from '../testing.ts';
import {
  affectedRevs,
  emptyLedger,
  endsOf,
  entryAt,
  entryOf,
  isAtGap,
  isReadable,
  learn,
} from './revision-ledger.ts';
import type { LedgerEntry, RevisionLedger } from './revision-ledger.ts';

const ARTICLE = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';
const instantOf = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

/** States of one article with ascending revs, at times that mostly, but not always, ascend too. */
const states: fc.Arbitrary<LedgerEntry[]> = fc
  .array(
    fc.record({
      seconds: fc.integer({ min: -3, max: 20 }),
      status: fc.constantFrom('live', 'live', 'live', 'withheld', 'held', 'canceled'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => {
    let at = 100;
    return parts.map(({ seconds, status }, index) => {
      at += seconds;
      const changedAt = instantOf(at);
      const rev = index + 1;
      return status === 'live'
        ? entryOf(live({ articleId: ARTICLE, rev, changedAt, title: `judul ${rev}` }))
        : { rev, from: changedAt, status };
    });
  });

/** The same states cut into batches in any order, some of them delivered again. */
const delivered = states.chain((entries) =>
  fc.tuple(
    fc.constant(entries),
    fc
      .array(fc.constantFrom(...entries), { maxLength: 8 })
      .chain((again) => {
        const all = [...entries, ...again];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      })
      .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 1, max: 4 }))),
  ),
);

function learnAll(entries: readonly LedgerEntry[], batchSize: number, keptMax?: number) {
  let ledger: RevisionLedger = emptyLedger;
  for (let at = 0; at < entries.length; at += batchSize) {
    ledger = learn(ledger, entries.slice(at, at + batchSize), keptMax);
  }
  return ledger;
}

const content = (ledger: RevisionLedger) => ({
  entries: ledger.entries,
  forgottenThrough: ledger.forgottenThrough,
  readable: ledger.entries.map((entry) => isReadable(ledger, entry)),
});

describe('the ledger of an article', () => {
  it('says the same whatever the order of its states and however often they come', () => {
    fc.assert(
      fc.property(delivered, fc.integer({ min: 1, max: 12 }), ([entries, [all, size]], kept) => {
        expect(content(learnAll(all, size))).toEqual(content(learnAll(entries, entries.length)));
        expect(content(learnAll(all, size, kept))).toEqual(
          content(learnAll(entries, entries.length, kept)),
        );
      }),
      { seed: 6 },
    );
  });

  it('gives every moment from the first state on exactly one state, and the newest has no end', () => {
    fc.assert(
      fc.property(delivered, ([, [all, size]]) => {
        const ledger = learnAll(all, size);
        const ends = endsOf(ledger);
        expect(ends.get(ledger.entries.at(-1)?.rev ?? 0)).toBeUndefined();
        const moments = ledger.entries.map(({ from }) => from);
        const first = moments.reduce((one, other) => (one < other ? one : other));
        for (const moment of moments) {
          const valid = ledger.entries.filter(
            ({ rev, from }) => from <= moment && moment < (ends.get(rev) ?? '9'),
          );
          expect(valid).toEqual([entryAt(ledger, moment)]);
        }
        expect(entryAt(ledger, new Date(Date.parse(first) - 1).toISOString())).toBeUndefined();
      }),
      { seed: 6 },
    );
  });

  it('names every state whose document must be written again', () => {
    fc.assert(
      fc.property(states, fc.nat(), ([...entries], seed) => {
        const [late] = entries.splice(seed % entries.length, 1);
        if (late === undefined) return;
        const before = learnAll(entries, 3);
        const after = learn(before, [late]);
        const [endsBefore, endsAfter] = [endsOf(before), endsOf(after)];
        const mustChange = after.entries.filter((entry) => {
          const known = before.entries.find(({ rev }) => rev === entry.rev);
          return (
            known === undefined ||
            endsBefore.get(entry.rev) !== endsAfter.get(entry.rev) ||
            isReadable(before, known) !== isReadable(after, entry)
          );
        });
        const affected = affectedRevs(after, new Set([late.rev]));
        for (const { rev } of mustChange) expect(affected).toContain(rev);
      }),
      { seed: 6 },
    );
  });

  it('lets the text of all that came before a withdrawal go, for good and with its digests', () => {
    const first = live({ articleId: ARTICLE, rev: 1, title: 'rahasia' });
    const again = live({ articleId: ARTICLE, rev: 3, title: 'baru' });
    const late = live({ articleId: ARTICLE, rev: 2, title: 'terlambat' });
    const gone = canceled(ARTICLE, 2.5);
    const ledger = learnAll([first, gone, again, late].map(entryOf), 1);
    expect(ledger.entries.map((entry) => isReadable(ledger, entry))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(ledger.entries.slice(0, 3).every((entry) => entry.digests === undefined)).toBe(true);
  });

  it('learns nothing from what it knows, and keeps its version then', () => {
    const ledger = learn(emptyLedger, [entryOf(live({ rev: 1 }))]);
    expect(learn(ledger, ledger.entries)).toBe(ledger);
  });

  it('knows when something may have happened that it was not told of', () => {
    const ledger = learnAll(
      [1, 2, 3, 4].map((rev) => entryOf(live({ rev }))),
      4,
      2,
    );
    expect(isAtGap(undefined, [1])).toBe(true);
    expect(isAtGap(ledger, [6])).toBe(true);
    for (const revs of [[5], [5, 6], [3], [1], [2]]) expect(isAtGap(ledger, revs)).toBe(false);
    expect(isAtGap(learn(emptyLedger, [entryOf(live({ rev: 1 }))]), [1])).toBe(false);
  });

  it('takes the arrival of the push for the moment of a state that does not tell it', () => {
    const { changedAt: _none, ...state } = live({ rev: 1 });
    expect(entryOf(state).from).toBe(state.arrival.at);
  });
});
