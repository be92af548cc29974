import type { UnderstoodNode } from './query-tree.ts';

/** The parts that a part is made of; none of a leaf. */
export function partsOf(node: UnderstoodNode): readonly UnderstoodNode[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of;
    case 'not':
    case 'title':
    case 'quote':
      return [node.of];
    default:
      return [];
  }
}
