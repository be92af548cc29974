import { layOut } from './neighbour-layout.ts';
import type { GraphNode } from './neighbour-layout.ts';

const node = (id: string): GraphNode => ({ id, name: id, type: 'PERSON', articles: id.length });
const centre = node('centre');
const others = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff'].map(node);
const toCentre = others.map(({ id }) => ({ from: 'centre', to: id, strength: 0.1 }));

const places = (edges: typeof toCentre) => {
  const graph = layOut(centre, others, edges);
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }] as const));
};

describe('the layout of neighbours', () => {
  it('places the same ones in the same places', () => {
    expect([...places(toCentre)]).toEqual([...places(toCentre)]);
  });

  it('places everybody somewhere, apart from each other', () => {
    const all = [...places(toCentre).values()];
    expect(all).toHaveLength(7);
    expect(all.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(new Set(all.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(7);
  });

  it('brings those together who keep company with each other', () => {
    const apart = distance(places(toCentre), 'a', 'dddd');
    const joined = [...toCentre, { from: 'a', to: 'dddd', strength: 0.9 }];
    expect(distance(places(joined), 'a', 'dddd')).toBeLessThan(apart);
  });

  it('survives whoever is twice in a list, or joined to nobody', () => {
    const edges = [...toCentre, ...toCentre, { from: 'a', to: 'nobody', strength: 1 }];
    const graph = layOut(centre, [...others, node('a')], edges);
    expect([graph.order, graph.size]).toEqual([7, 6]);
    expect(layOut(centre, [], []).order).toBe(1);
  });
});

function distance(all: Map<string, { x: number; y: number }>, one: string, other: string): number {
  const [a, b] = [all.get(one), all.get(other)];
  return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
}
