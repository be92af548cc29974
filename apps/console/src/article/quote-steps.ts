import type { Stretch } from './mark-layers.ts';

/** Whether two stretches are the same one: quotes may lie within each other and begin together. */
export const isSameStretch = (one: Stretch | undefined, other: Stretch | undefined): boolean =>
  one !== undefined && one.start === other?.start && one.end === other.end;

/**
 * The quote after or before the chosen one, in the order in which they begin, the longest first of
 * those that begin together; the first or the last when none of them is chosen. Pure.
 *
 * @returns nothing past either end.
 */
export function quoteBeside<Quote extends Stretch>(
  quotes: readonly Quote[],
  chosen: Stretch | undefined,
  by: 1 | -1,
): Quote | undefined {
  const ordered = quotes.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const at = ordered.findIndex((quote) => isSameStretch(quote, chosen));
  if (at === -1) return by === 1 ? ordered[0] : ordered.at(-1);
  return ordered[at + by];
}
