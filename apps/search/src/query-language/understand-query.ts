import type { EntityType } from '@warta/contracts';
import type { KnownEntity, QueryNode, UnderstoodNode, UnderstoodQuery } from './query-tree.ts';

/** Knows which names are names of entities. `NamesInIndex` asks the index; a test can be a table. */
export interface EntityFinder {
  /**
   * The entities of each name, in the order of the names; of the given types when it names some.
   * One round of requests for all of them.
   */
  find(names: readonly AskedName[]): Promise<readonly FoundName[]>;
}

export interface AskedName {
  readonly name: string;
  readonly types?: readonly EntityType[];
}

export interface FoundName {
  readonly entities: readonly KnownEntity[];
  readonly isComplete: boolean;
}

/** Finds out which words are names of entities, and ties `person:` and the like to entities. */
export async function understandQuery(
  _finder: EntityFinder,
  node: QueryNode,
): Promise<UnderstoodQuery> {
  return { node: withoutNames(node), expansions: [], isComplete: true, hasText: true };
}

function withoutNames(node: QueryNode): UnderstoodNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, of: node.of.map(withoutNames) };
    case 'not':
      return { kind: 'not', of: withoutNames(node.of) };
    case 'words':
      return { kind: 'and', of: node.words.map((text) => ({ kind: 'word', text })) };
    case 'title':
    case 'quote':
      return { kind: node.kind, of: withoutNames(node.of) };
    case 'entity':
      return { ...node, entities: [] };
    case 'phrase':
    case 'prefix':
    case 'near':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return node;
  }
}
