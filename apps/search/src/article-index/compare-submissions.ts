import type { Submission } from './article-document.ts';

/** The clocks of two brokers may differ by this; what differs by more is of another log. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Orders pushes of one article, which lie in one partition: by their offsets. Where the times
 * contradict these, or the partition is another, one of them is of a log that has been made anew
 * since; then the times tell. Of two that cannot be told apart the first counts as the earlier.
 * @returns negative when `one` came first, 0 when they are the same.
 */
export function compareSubmissions(one: Submission, other: Submission): number {
  const later = Date.parse(one.at ?? '') - Date.parse(other.at ?? '');
  if (one.partition !== other.partition) return later || -1;
  const offsets = BigInt(one.offset) - BigInt(other.offset);
  const byOffset = offsets === 0n ? 0 : offsets > 0n ? 1 : -1;
  const isSameLog = !(Math.abs(later) > CLOCKS_DIFFER_MS) || Math.sign(later) === byOffset;
  return isSameLog ? byOffset : later;
}
