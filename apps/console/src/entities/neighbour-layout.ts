import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { EntityType } from './entity-address.ts';

/** Somebody on the graph; `weight` is the strength of the company with the one in the middle. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** Articles of the two; of the one in the middle all of its own. */
  readonly articles: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Normalised pointwise mutual information, -1 to 1. */
  readonly strength: number;
}

export interface NodePlace extends GraphNode {
  x: number;
  y: number;
  size: number;
}

export interface EdgeLine {
  strength: number;
  weight: number;
  size: number;
}

export type NeighbourLayout = Graph<NodePlace, EdgeLine>;

/** Enough for fifty to come to rest; takes some milliseconds. */
const ITERATIONS = 300;
const NODE_SIZE_MIN = 5;
const NODE_SIZE_MAX = 16;
const LINE_MIN = 0.8;
const LINE_MAX = 5;
/** Company by chance still holds somebody on the graph. */
const WEIGHT_MIN = 0.05;

/**
 * Places everybody: the same ones always in the same places, since they begin on a circle in their
 * order and nothing is left to chance. Who keep company with each other come to lie together.
 */
export function layOut(
  centre: GraphNode,
  neighbours: readonly GraphNode[],
  edges: readonly GraphEdge[],
): NeighbourLayout {
  const graph: NeighbourLayout = new Graph<NodePlace, EdgeLine>({ type: 'undirected' });
  const most = Math.max(1, ...neighbours.map(({ articles }) => articles));
  graph.addNode(centre.id, { ...centre, x: 0, y: 0, size: NODE_SIZE_MAX });
  neighbours.forEach((node, index) => {
    if (graph.hasNode(node.id)) return;
    const angle = (2 * Math.PI * index) / neighbours.length;
    const share = Math.sqrt(node.articles / most);
    const size = NODE_SIZE_MIN + (NODE_SIZE_MAX - NODE_SIZE_MIN) * 0.8 * share;
    graph.addNode(node.id, { ...node, x: Math.cos(angle), y: Math.sin(angle), size });
  });
  for (const { from, to, strength } of edges) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to) || graph.hasEdge(from, to)) {
      continue;
    }
    const weight = Math.max(WEIGHT_MIN, strength);
    graph.addEdge(from, to, { strength, weight, size: LINE_MIN + (LINE_MAX - LINE_MIN) * weight });
  }
  forceAtlas2.assign(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      gravity: 1,
      strongGravityMode: true,
      slowDown: 5,
    },
  });
  return graph;
}
