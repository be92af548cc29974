/**
 * How good an order of results is: 1 when the best come first, by grade (Burges et al. 2005: gain
 * 2^grade − 1, discounted by log2 of the place). What nobody judged counts as of no use.
 * @param grades of every judged result.
 * @param ranked ids, best first.
 */
export function ndcg(
  grades: ReadonlyMap<string, number>,
  ranked: readonly string[],
  places = 10,
): number {
  const gained = gainOf(ranked.map((id) => grades.get(id) ?? 0).slice(0, places));
  const ideal = [...grades.values()].sort((one, other) => other - one).slice(0, places);
  const possible = gainOf(ideal);
  return possible === 0 ? 0 : gained / possible;
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}
