import type { estypes } from '@elastic/elasticsearch';

/** After so long half of what freshness adds is gone. */
export const FRESHNESS_HALF_LIFE_DAYS = 30;

/** An article of this moment counts this many times its text, one of long ago once. */
export const FRESHNESS_BOOST_MAX = 2;

/**
 * Lets of two articles that say the same as well the fresher one win: the score of the text times
 * 1 + (boost − 1) × 0.5^(age ÷ half-life). So age alone never puts a good match behind one that is
 * half as good. An article of the future counts as one as far in the past.
 * @param nowMs the same for every page of a search, so that no article moves between two of them.
 */
export function withFreshness(
  query: estypes.QueryDslQueryContainer,
  nowMs: number,
): estypes.QueryDslQueryContainer {
  const origin = new Date(nowMs).toISOString();
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
