import type { estypes } from '@elastic/elasticsearch';
import type { Aside, Offsets, Saved } from './changes-cursor.ts';

type Clause = estypes.QueryDslQueryContainer;

/** Name of the clause that a hit bears when the reader's filters match it. */
export const MATCHED = 'matched';

/** What was published at one of these offsets or later, and is told of by an index that far. */
export function inWindow(from: Offsets, to: Offsets): Clause {
  const should = [...to].flatMap(([partition, end]): Clause[] => {
    const start = from.get(partition) ?? 0n;
    if (start >= end) return [];
    const offset = { gte: String(start), lt: String(end) };
    return [
      {
        bool: {
          filter: [
            { term: { 'updatedFrom.partition': partition } },
            { range: { 'updatedFrom.offset': offset } },
          ],
        },
      },
    ];
  });
  return should.length === 0 ? { match_none: {} } : { bool: { should } };
}

/** How far a state of the index is. */
export interface IndexState {
  readonly ends: Offsets;
  readonly saved: Saved;
  /** The last of all writes of progress, also of other topics. */
  readonly savedLast: number;
}

/**
 * What a reader at these offsets has to be told although no offset to come will tell it: articles whose
 * record is not known (of a version that does not keep it), those behind the end of the log (of a
 * topic that has been made anew since), and those that were written again below the reader's own
 * offsets (of such a topic, too, when it has grown longer than the old one was).
 */
export function asideOf(state: IndexState, offsets: Offsets, { after, since }: Aside): Clause {
  const { ends, saved, savedLast } = state;
  const from = lowestMoved(since, saved);
  const isNew = from < 0 ? [] : [{ range: { _seq_no: { gt: from } } }];
  const ofPartition = (partition: number, offset: estypes.QueryDslRangeQuery): Clause[] => [
    { term: { 'updatedFrom.partition': partition } },
    { range: { 'updatedFrom.offset': offset } },
  ];
  const unplaced = { terms: { 'updatedFrom.partition': [...ends.keys()] } };
  const should: Clause[] = [{ bool: { filter: isNew, must_not: unplaced } }];
  for (const [partition, end] of ends) {
    // What was written after the last progress is about to be covered by the next one.
    const isOld = { range: { _seq_no: { lt: savedLast } } };
    const behind = ofPartition(partition, { gte: String(end) });
    should.push({ bool: { filter: [...behind, ...isNew, isOld] } });
    const [own, told] = [offsets.get(partition), since.get(partition)];
    if (own === undefined || told === undefined) continue;
    const again = { range: { _seq_no: { gt: told } } };
    should.push({ bool: { filter: [...ofPartition(partition, { lt: String(own) }), again] } });
  }
  return {
    bool: {
      filter: [
        { exists: { field: 'articleId' } },
        ...(after === '' ? [] : [{ range: { articleId: { gt: after } } }]),
        { bool: { should } },
      ],
    },
  };
}

/** Whether any partition's progress was saved since. */
export function hasMoved(since: Saved, now: Saved): boolean {
  return [...now].some(([partition, at]) => at > (since.get(partition) ?? -1));
}

/**
 * Writes of a partition come after those that its last progress covers, however the writes of others
 * lie between: so nothing before the oldest progress that has been saved again since is new.
 */
function lowestMoved(since: Saved, now: Saved): number {
  const oldest = Math.min(...since.values());
  if (!Number.isFinite(oldest)) return -1;
  const moved = [...now].filter(([partition, at]) => at > (since.get(partition) ?? -1));
  return Math.min(...moved.map(([partition]) => since.get(partition) ?? oldest));
}

/**
 * Of these, what a reader with filters has to know: what they match, what has no text, and what they
 * may have matched in an earlier state.
 */
export function told(place: Clause, matching: Clause): Clause {
  return {
    bool: {
      filter: [
        place,
        {
          bool: {
            should: [
              { constant_score: { filter: matching, _name: MATCHED } },
              { bool: { must_not: { term: { status: 'live' } } } },
              { range: { rev: { gt: 1 } } },
            ],
          },
        },
      ],
    },
  };
}

/**
 * Where a reader stands after the articles of a page, which are in the order of partition and offset:
 * at the end of every partition before the last article's, behind it in its own, and where it was in
 * those that come later. So nothing has to be remembered of the page.
 */
export function advanced(
  from: Offsets,
  to: Offsets,
  last: { readonly partition: number; readonly offset: bigint },
): Offsets {
  const ends = furthest(from, to);
  return new Map(
    [...ends].map(([partition, end]) => {
      if (partition < last.partition) return [partition, end];
      const start = from.get(partition) ?? 0n;
      return [partition, partition === last.partition ? last.offset + 1n : start];
    }),
  );
}

/** As `furthest`, of progress. */
export function latest(since: Saved, now: Saved): Saved {
  const all = [...since, ...now].sort(([, one], [, other]) => one - other);
  return new Map(all);
}

/** The index that is asked may be behind the one that was asked before: nobody is taken back by it. */
export function furthest(from: Offsets, to: Offsets): Offsets {
  const partitions = [...new Set([...from.keys(), ...to.keys()])].sort((one, two) => one - two);
  return new Map(
    partitions.map((partition) => {
      const [start, end] = [from.get(partition) ?? 0n, to.get(partition) ?? 0n];
      return [partition, start > end ? start : end];
    }),
  );
}
