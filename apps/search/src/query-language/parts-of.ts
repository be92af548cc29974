import type { UnderstoodNode } from './query-tree.ts';

/** The parts that a part is made of; none of a leaf. */
export function partsOf(node: UnderstoodNode): readonly UnderstoodNode[] {
  return 'of' in node && node.kind !== 'near' ? [node.of].flat() : [];
}
