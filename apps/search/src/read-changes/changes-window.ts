import type { estypes } from '@elastic/elasticsearch';
import type { Offsets } from './changes-cursor.ts';

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

/** Articles of which the index does not know where they were published. */
export function unplaced(after: string): Clause {
  return {
    bool: {
      filter: [
        { exists: { field: 'articleId' } },
        ...(after === '' ? [] : [{ range: { articleId: { gt: after } } }]),
      ],
      must_not: [{ exists: { field: 'updatedFrom.partition' } }],
    },
  };
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
