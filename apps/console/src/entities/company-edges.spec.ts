import type { EntityNeighbour } from '../api/answers.ts';
import { companyEdges } from './company-edges.ts';

const near = (id: string, strength: number): EntityNeighbour => ({
  id,
  type: 'PERSON',
  name: id,
  together: 3,
  articles: 9,
  strength,
  evidence: 12,
});

describe('who is joined on the graph', () => {
  it('are two once, whoever of them says it, and nobody who is not shown', () => {
    const centre = { id: 'c', neighbours: [near('a', 0.3), near('b', 0.2)] };
    const others = [
      { id: 'a', neighbours: [near('c', 0.3), near('b', 0.5), near('stranger', 0.9)] },
      { id: 'b', neighbours: [near('a', 0.5), near('b', 1)] },
    ];
    expect(companyEdges(centre, others)).toEqual([
      { from: 'c', to: 'a', strength: 0.3 },
      { from: 'c', to: 'b', strength: 0.2 },
      { from: 'a', to: 'b', strength: 0.5 },
    ]);
  });
});
