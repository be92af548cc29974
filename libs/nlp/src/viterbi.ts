/**
 * The most likely row of tags under a linear-chain CRF (Viterbi 1967).
 *
 * @param scores row-major [tokens × tags].
 * @param transitions `[from][to]`, and one row more for the start.
 */
export function bestTags(
  scores: Float32Array,
  tags: number,
  transitions: readonly (readonly number[])[],
): number[] {
  const tokens = scores.length / tags;
  const start = transitions[tags] ?? [];
  const pointers = new Uint8Array(tokens * tags);
  let best = Float64Array.from({ length: tags }, (_, to) => (start[to] ?? 0) + (scores[to] ?? 0));
  for (let at = 1; at < tokens; at += 1) {
    const onward = new Float64Array(tags);
    for (let to = 0; to < tags; to += 1) {
      let winner = 0;
      let highest = -Infinity;
      for (let from = 0; from < tags; from += 1) {
        const way = (best[from] ?? 0) + (transitions[from]?.[to] ?? 0);
        if (way > highest) {
          highest = way;
          winner = from;
        }
      }
      pointers[at * tags + to] = winner;
      onward[to] = highest + (scores[at * tags + to] ?? 0);
    }
    best = onward;
  }
  const path: number[] = [];
  let tag = best.indexOf(Math.max(...best));
  for (let at = tokens - 1; at >= 0; at -= 1) {
    path.push(tag);
    tag = pointers[at * tags + tag] ?? 0;
  }
  return path.reverse();
}
