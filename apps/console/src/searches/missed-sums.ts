import type { SavedSearch } from '../api/answers.ts';

type Missed = NonNullable<SavedSearch['missed']>[number];

/** What a search missed and has not been told of, in one state. */
export interface MissedSum {
  readonly since: string;
  readonly until: string;
  readonly pushes: number;
}

/** Pure; undefined for a state that nothing is in. What is done needs nobody's eye. */
export function missedSums(
  missed: readonly Missed[] = [],
): Partial<Record<'waiting' | 'held' | 'lapsed', MissedSum>> {
  const sumOf = (state: Missed['state']): MissedSum | undefined => {
    const [first, ...others] = missed.filter((one) => one.state === state);
    if (first === undefined) return undefined;
    return others.reduce(
      (sum, { from, to, pushes }) => ({
        since: from < sum.since ? from : sum.since,
        until: to > sum.until ? to : sum.until,
        pushes: sum.pushes + pushes,
      }),
      { since: first.from, until: first.to, pushes: first.pushes },
    );
  };
  const states = ['waiting', 'held', 'lapsed'] as const;
  return Object.fromEntries(
    states.flatMap((state) => {
      const sum = sumOf(state);
      return sum === undefined ? [] : [[state, sum]];
    }),
  );
}
