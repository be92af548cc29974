import fc from 'fast-check';
import { bestTags } from './viterbi.ts';

const score = fc.integer({ min: -8, max: 8 });

/** Up to five tokens and four tags: at most 1,024 rows to try. */
const problem = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([tokens, tags]) => {
    const row = fc.array(score, { minLength: tags, maxLength: tags });
    return fc.record({
      tokens: fc.constant(tokens),
      tags: fc.constant(tags),
      scores: fc.array(row, { minLength: tokens, maxLength: tokens }),
      transitions: fc.array(row, { minLength: tags + 1, maxLength: tags + 1 }),
    });
  });

type Problem = { tokens: number; tags: number; scores: number[][]; transitions: number[][] };

function weightOf({ tags, scores, transitions }: Problem, path: readonly number[]): number {
  return path.reduce(
    (sum, tag, at) =>
      sum + (scores[at]?.[tag] ?? NaN) + (transitions[path[at - 1] ?? tags]?.[tag] ?? NaN),
    0,
  );
}

function allPaths({ tokens, tags }: Problem): number[][] {
  let paths: number[][] = [[]];
  for (let at = 0; at < tokens; at += 1) {
    paths = paths.flatMap((path) => Array.from({ length: tags }, (_, tag) => [...path, tag]));
  }
  return paths;
}

test('the path found weighs as much as the best of all paths', () => {
  fc.assert(
    fc.property(problem, (each) => {
      const found = bestTags(Float32Array.from(each.scores.flat()), each.tags, each.transitions);
      const best = Math.max(...allPaths(each).map((path) => weightOf(each, path)));
      expect(found).toHaveLength(each.tokens);
      expect(weightOf(each, found)).toBe(best);
    }),
    { numRuns: 300 },
  );
});

test('a forbidden step is never taken, however much the scores ask for it', () => {
  const forbidden = -1e4;
  const transitions = [
    [0, 0, forbidden],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, forbidden],
  ];
  // I- (2) is what both tokens look like; it may neither start nor follow O (0).
  expect(bestTags(Float32Array.of(0, 0, 9, 0, 0, 9), 3, transitions)).toEqual([1, 2]);
  expect(bestTags(Float32Array.of(4, 0, 9, 4, 0, 9), 3, transitions)).toEqual([1, 2]);
});

test('no tokens have no tags', () => {
  expect(bestTags(new Float32Array(0), 3, [[0], [0], [0], [0]])).toEqual([]);
});
