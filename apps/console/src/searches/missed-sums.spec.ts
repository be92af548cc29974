import { missedSums } from './missed-sums.ts';

const span = (state: 'waiting' | 'held' | 'done', day: number, pushes: number) => ({
  state,
  reason: 'failing' as const,
  from: `2026-11-0${day}T01:00:00.000Z`,
  to: `2026-11-0${day}T02:00:00.000Z`,
  pushes,
});

describe('what a search missed', () => {
  it('is told since when, and how much, apart from what waits for a decision and what is done', () => {
    const missed = [span('waiting', 3, 4), span('waiting', 2, 5), span('held', 1, 7)];
    expect(missedSums([...missed, span('done', 1, 100)])).toEqual({
      waiting: { since: missed[1]?.from, until: missed[0]?.to, pushes: 9 },
      held: { since: missed[2]?.from, until: missed[2]?.to, pushes: 7 },
    });
    expect(missedSums(undefined)).toEqual({});
  });
});
