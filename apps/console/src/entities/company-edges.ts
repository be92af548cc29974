import type { EntityView } from '../api/answers.ts';
import type { GraphEdge } from './neighbour-layout.ts';

type Company = Pick<EntityView, 'id' | 'neighbours'>;

/**
 * From the one in the middle to all neighbours, then between neighbours of whom that is known. Each
 * two are joined once, and nobody is whom the list does not have.
 */
export function companyEdges(entity: Company, others: readonly Company[]): GraphEdge[] {
  const shown = new Set([entity.id, ...entity.neighbours.map(({ id }) => id)]);
  const joined = new Set<string>();
  return [entity, ...others].flatMap(({ id: from, neighbours }) =>
    neighbours.flatMap(({ id: to, strength }) => {
      const pair = [from, to].sort().join(' ');
      if (from === to || !shown.has(from) || !shown.has(to) || joined.has(pair)) return [];
      joined.add(pair);
      return [{ from, to, strength }];
    }),
  );
}
