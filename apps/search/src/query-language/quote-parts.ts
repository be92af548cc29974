import type { UnderstoodNode } from './query-tree.ts';

/**
 * Which of the parts of an AND speak of one and the same quote: its one `speaker:` (or several with
 * OR between) and every `quote:`. Of two speakers, each has said something of their own, and nobody
 * can know which of them a `quote:` belongs to: those are put into parentheses with theirs.
 */
export function quoteParts<Part extends readonly [UnderstoodNode, ...unknown[]]>(
  parts: readonly Part[],
): Part[] {
  const speakers = parts.filter(([node]) => isSpeaker(node));
  const quotes = parts.filter(([node]) => node.kind === 'quote');
  if (speakers.length > 1 || quotes.length === 0) return [];
  return [...speakers, ...quotes];
}

/** A `speaker:`, or several with OR between. */
export function isSpeaker(node: UnderstoodNode): boolean {
  if (node.kind === 'or') return node.of.every(isSpeaker);
  return node.kind === 'entity' && node.field === 'speaker';
}
