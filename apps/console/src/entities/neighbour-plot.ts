import Sigma from 'sigma';
import type { EdgeLine, NeighbourLayout, NodePlace } from './neighbour-layout.ts';
import type { EntityType } from './entity-address.ts';

export interface NeighbourPlotOptions {
  readonly element: HTMLElement;
  readonly layout: NeighbourLayout;
  readonly isMotionReduced: boolean;
  readonly onOpen: (id: string) => void;
}

const PADDING = 44;
const LABEL_SIZE = 13;
/** All of them have names: they are few. */
const LABEL_CELL = 60;

const colourOfType: Record<EntityType, string> = {
  PERSON: '--person',
  ORGANIZATION: '--organization',
  LOCATION: '--location',
  EVENT: '--event',
};

/** Draws the graph into an element, in the colours of the theme. @returns what takes it away. */
export function drawNeighbours(options: NeighbourPlotOptions): () => void {
  const { element, layout, isMotionReduced, onOpen } = options;
  const colour = colourReader(element);
  const line = colour('--rule');
  const quiet = isMotionReduced ? { zoomDuration: 0, inertiaDuration: 0 } : {};
  const sigma = new Sigma<NodePlace, EdgeLine>(layout, element, {
    stagePadding: PADDING,
    labelSize: LABEL_SIZE,
    labelFont: getComputedStyle(element).fontFamily,
    labelColor: { color: colour('--ink') },
    labelGridCellSize: LABEL_CELL,
    labelRenderedSizeThreshold: 0,
    labelDensity: 4,
    // A wheel over the graph goes on scrolling the page.
    enableCameraZooming: false,
    enableCameraPanning: false,
    defaultDrawNodeHover: () => undefined,
    ...quiet,
    nodeReducer: (_node, { x, y, size, name, type }) => ({
      x,
      y,
      size,
      label: name,
      color: colour(colourOfType[type]),
      forceLabel: true,
    }),
    edgeReducer: (_edge, { size }) => ({ size, color: line }),
  });
  sigma.on('clickNode', ({ node }) => onOpen(node));
  sigma.on('enterNode', () => {
    element.style.cursor = 'pointer';
  });
  sigma.on('leaveNode', () => {
    element.style.cursor = '';
  });
  return () => sigma.kill();
}

/** WebGL knows no custom properties: an element resolves them once, in the theme that is on. */
function colourReader(element: HTMLElement): (property: string) => string {
  const known = new Map<string, string>();
  return (property) => {
    const seen = known.get(property);
    if (seen !== undefined) return seen;
    const before = element.style.color;
    element.style.color = `var(${property})`;
    const resolved = getComputedStyle(element).color;
    element.style.color = before;
    known.set(property, resolved);
    return resolved;
  };
}
