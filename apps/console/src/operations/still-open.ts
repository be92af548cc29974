/** Of what was chosen, what can still be; the same set when that is all. */
export function stillOpen(
  wanted: ReadonlySet<string>,
  open: readonly string[],
): ReadonlySet<string> {
  const kept = open.filter((id) => wanted.has(id));
  return new Set(kept).size === wanted.size ? wanted : new Set(kept);
}
