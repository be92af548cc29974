import Sigma from 'sigma';
import type { EdgeLine, NeighbourLayout, NodePlace } from './neighbour-layout.ts';
import type { EntityType } from './entity-address.ts';
import { placeLabels } from './neighbour-labels.ts';

export interface NeighbourPlotOptions {
  readonly element: HTMLElement;
  readonly layout: NeighbourLayout;
  readonly isMotionReduced: boolean;
  readonly onOpen: (id: string) => void;
}

const PADDING = 40;
/** As the style of a name has it. */
const LINE_HEIGHT = 16;
/** Longer names are cut: the list has them whole. */
const LABEL_LENGTH_MAX = 22;

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
  const quiet = isMotionReduced ? { zoomDuration: 0, inertiaDuration: 0 } : {};
  const sigma = new Sigma<NodePlace, EdgeLine>(layout, element, {
    stagePadding: PADDING,
    // Drawn below: where they are is decided of all together.
    renderLabels: false,
    // A wheel over the graph goes on scrolling the page.
    enableCameraZooming: false,
    enableCameraPanning: false,
    defaultDrawNodeHover: () => undefined,
    ...quiet,
    nodeReducer: (_node, { x, y, size, type }) => ({
      x,
      y,
      size,
      color: colour(colourOfType[type]),
    }),
    edgeReducer: (_edge, { size }) => ({ size, color: line }),
  });
  sigma.on('clickNode', ({ node }) => onOpen(node));
  sigma.on('enterNode', ({ node }) => {
    element.style.cursor = 'pointer';
    // Of those for whose names there was no room, too.
    element.title = layout.getNodeAttribute(node, 'name');
  });
  sigma.on('leaveNode', () => {
    element.style.cursor = '';
    element.removeAttribute('title');
  });
  const layer = document.createElement('div');
  layer.className = 'neighbour-labels';
  layer.addEventListener('click', ({ target }) => {
    const id = target instanceof HTMLElement ? target.dataset['id'] : undefined;
    if (id !== undefined) onOpen(id);
  });
  element.append(layer);
  drawLabels(sigma, layout, layer);
  let frame = 0;
  sigma.on('resize', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => drawLabels(sigma, layout, layer));
  });
  return () => {
    cancelAnimationFrame(frame);
    layer.remove();
    sigma.kill();
  };
}

/** Names above the discs, as text of the page: sharp, in its colours, and pressed like the discs. */
function drawLabels(
  sigma: Sigma<NodePlace, EdgeLine>,
  layout: NeighbourLayout,
  layer: HTMLElement,
): void {
  const labels = new Map(
    layout.mapNodes((id, { name }) => {
      const label = document.createElement('span');
      label.className = 'neighbour-label';
      label.dataset['id'] = id;
      label.textContent =
        name.length > LABEL_LENGTH_MAX ? `${name.slice(0, LABEL_LENGTH_MAX - 1)}…` : name;
      return [id, label];
    }),
  );
  layer.replaceChildren(...labels.values());
  const discs = layout.mapNodes((id, { x, y, size }) => ({
    id,
    ...sigma.graphToViewport({ x, y }),
    radius: sigma.scaleSize(size),
    width: Math.ceil(labels.get(id)?.offsetWidth ?? 0),
  }));
  const { width, height } = sigma.getDimensions();
  const boxes = placeLabels(discs, { width, height, lineHeight: LINE_HEIGHT });
  const shown = new Map(boxes.map((box) => [box.id, box]));
  for (const [id, label] of labels) {
    const box = shown.get(id);
    if (box === undefined) label.remove();
    else label.style.translate = `${box.left}px ${box.top}px`;
  }
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
