import Sigma from 'sigma';
import type { EdgeLine, NeighbourLayout, NodePlace } from './neighbour-layout.ts';
import type { EntityType } from './entity-address.ts';

export interface NeighbourPlotOptions {
  readonly element: HTMLElement;
  readonly layout: NeighbourLayout;
  readonly isMotionReduced: boolean;
  readonly onOpen: (id: string) => void;
}

const PADDING = 40;
const LABEL_SIZE = 12;
/** Longer names are cut: the list has them whole. */
const LABEL_LENGTH_MAX = 22;
const LABEL_GAP = 3;
const HALO = 3;

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
  const line = colour('--rule-control');
  const ink = colour('--ink');
  const font = `500 ${LABEL_SIZE}px ${getComputedStyle(element).fontFamily}`;
  const width = element.clientWidth;
  const halo = { paper: colour('--paper-raised'), ink, font, width };
  const quiet = isMotionReduced ? { zoomDuration: 0, inertiaDuration: 0 } : {};
  const sigma = new Sigma<NodePlace, EdgeLine>(layout, element, {
    stagePadding: PADDING,
    labelRenderedSizeThreshold: 0,
    defaultDrawNodeLabel: (context, { label, x, y, size }) => {
      if (label) drawLabel(context, label, { x, y: y + size + LABEL_GAP + LABEL_SIZE }, halo);
    },
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

interface LabelLook {
  readonly paper: string;
  readonly ink: string;
  readonly font: string;
  readonly width: number;
}

/** Below its node and within the picture; lines do not run through it. */
function drawLabel(
  context: CanvasRenderingContext2D,
  name: string,
  { x, y }: { x: number; y: number },
  { paper, ink, font, width }: LabelLook,
): void {
  const text = name.length > LABEL_LENGTH_MAX ? `${name.slice(0, LABEL_LENGTH_MAX - 1)}…` : name;
  context.font = font;
  const length = context.measureText(text).width;
  const left = Math.max(HALO, Math.min(x - length / 2, width - length - HALO));
  context.lineJoin = 'round';
  context.lineWidth = HALO;
  context.strokeStyle = paper;
  context.strokeText(text, left, y);
  context.fillStyle = ink;
  context.fillText(text, left, y);
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
