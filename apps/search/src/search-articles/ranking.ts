import type { estypes } from '@elastic/elasticsearch';

/** After so long half of what freshness adds is gone. */
export const FRESHNESS_HALF_LIFE_DAYS = 30;

/** An article of this moment counts this many times its text, one of long ago once. */
export const FRESHNESS_BOOST_MAX = 2;

/** With years before the first, which are written otherwise, nothing would be found. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z');

/**
 * Lets of two articles that say the same as well the fresher one win: the score of the text times
 * 1 + (boost − 1) × 0.5^(age ÷ half-life). So age alone never puts a good match behind one that is
 * half as good. An article of the future counts as one as far in the past.
 * @param atMs the same for every page of a search, so that no article moves between two of them; of a
 * search of the past its moment, so that it ranks as it did then.
 */
export function withFreshness(
  query: estypes.QueryDslQueryContainer,
  atMs: number,
): estypes.QueryDslQueryContainer {
  const origin = new Date(Math.max(EARLIEST_MS, atMs)).toISOString();
  const decay = { origin, scale: `${FRESHNESS_HALF_LIFE_DAYS}d`, decay: 0.5 };
  return {
    function_score: {
      query,
      functions: [{ weight: 1 }, { exp: { datedAt: decay }, weight: FRESHNESS_BOOST_MAX - 1 }],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  };
}
