import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Volume {
  /** Beginnings of the bars, seconds since 1970, rising. */
  readonly seconds: number[];
  readonly values: number[];
}

export interface VolumePlotOptions {
  readonly element: HTMLElement;
  readonly volume: Volume;
  /** Of the axes. */
  readonly locale: string;
  readonly formatValue: (value: number) => string;
  /** Of what is counted there are no halves. */
  readonly isWhole: boolean;
  /** Of the bar under the pointer; nothing when it is elsewhere. */
  readonly onPoint: (index: number | undefined) => void;
  readonly onSelect: (fromMs: number, toMs: number) => void;
}

/** A drag of fewer pixels is a click that slipped. */
const DRAG_PIXELS_MIN = 5;
const AXIS_SIZE = 44;
const DATES_SIZE = 28;
const RIGHT_EDGE = 24;
/** Half of the widest label of the dates. */
const LABEL_HALF = 34;
const WHOLE_STEPS = [1, 2, 5]
  .flatMap((step) => Array.from({ length: 8 }, (_, zeros) => step * 10 ** zeros))
  .sort((a, b) => a - b);

/** Draws the bars into an element and keeps them as wide as it is. @returns what takes it away. */
export function drawVolume(options: VolumePlotOptions): () => void {
  const { element, volume } = options;
  const data: uPlot.AlignedData = [volume.seconds, volume.values];
  const plot = new uPlot(optionsOf(options), data, element);
  const resized = new ResizeObserver(() => {
    plot.setSize({ width: element.clientWidth, height: element.clientHeight });
  });
  resized.observe(element);
  return () => {
    resized.disconnect();
    plot.destroy();
  };
}

function optionsOf(options: VolumePlotOptions) {
  const { element, volume, locale, formatValue, isWhole, onSelect, onPoint } = options;
  const colour = colourReader(element);
  // The click that ends a drag is no press on a bar. Released elsewhere, a drag ends without one.
  let isDragged = false;
  const [first = 0] = volume.seconds;
  const last = volume.seconds.at(-1) ?? first;
  const step = (volume.seconds[1] ?? first + 86_400) - first;
  const ruled = { stroke: colour('--ink-quiet'), font: `12px ${fontOf(element)}` };
  const settings: uPlot.Options = {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [8, RIGHT_EDGE, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { range: () => [first, last + step] },
      y: { range: (_plot, _min, max) => [0, Math.max(max, Number.MIN_VALUE)] },
    },
    axes: [
      {
        ...ruled,
        size: DATES_SIZE,
        grid: { show: false },
        ticks: { stroke: colour('--rule'), size: 4 },
        values: (plot, splits) =>
          splits.map((second) => (hasRoom(plot, second) ? labelOf(second, splits, locale) : '')),
        space: 70,
      },
      {
        ...ruled,
        size: AXIS_SIZE,
        space: 22,
        ...(isWhole ? { incrs: WHOLE_STEPS } : {}),
        grid: { stroke: colour('--rule'), width: 1 },
        ticks: { show: false },
        values: (_plot, splits) => splits.map(formatValue),
      },
    ],
    series: [
      {},
      {
        fill: colour('--bar'),
        points: { show: false },
        paths: uPlot.paths.bars?.({ size: [0.86, 40], align: 1 }),
      },
    ],
    hooks: {
      ready: [
        (plot) => {
          plot.over.addEventListener('pointerdown', () => {
            isDragged = false;
          });
          plot.over.addEventListener('click', ({ offsetX }) => {
            const index = isDragged ? undefined : barAt(plot, volume, offsetX);
            const second = index === undefined ? undefined : volume.seconds[index];
            if (second !== undefined) onSelect(second * 1_000, second * 1_000 + 1);
          });
        },
      ],
      setCursor: [(plot) => onPoint(barAt(plot, volume, plot.cursor.left ?? -1))],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
          if (width < DRAG_PIXELS_MIN) return;
          isDragged = true;
          onSelect(plot.posToVal(left, 'x') * 1_000, plot.posToVal(left + width, 'x') * 1_000);
        },
      ],
    },
  };
  return settings;
}

/** The bar that stands at so many pixels from the left; nothing where none does. */
function barAt(plot: uPlot, { seconds, values }: Volume, left: number): number | undefined {
  if (left < 0) return undefined;
  const at = plot.posToVal(left, 'x');
  const index = seconds.findLastIndex((second) => second <= at);
  return (values[index] ?? 0) > 0 ? index : undefined;
}

/** A label that would be cut off at the right edge says nothing. */
function hasRoom(plot: uPlot, second: number): boolean {
  const { width } = plot.bbox;
  return plot.valToPos(second, 'x') + LABEL_HALF <= width / devicePixelRatio + RIGHT_EDGE;
}

/** A canvas knows no custom properties: an element resolves them, in the theme that is on. */
function colourReader(element: HTMLElement): (property: string) => string {
  const style = getComputedStyle(element);
  return (property) => {
    const before = element.style.color;
    element.style.color = `var(${property})`;
    const resolved = style.color;
    element.style.color = before;
    return resolved;
  };
}

const fontOf = (element: HTMLElement) => getComputedStyle(element).fontFamily;

/** As short as tells the marks of the axis apart. */
function labelOf(second: number, splits: readonly number[], locale: string): string {
  const at = new Date(second * 1_000);
  const stepSeconds = (splits[1] ?? second) - (splits[0] ?? second);
  const options: Intl.DateTimeFormatOptions =
    stepSeconds >= 28 * 86_400
      ? { month: 'short', year: 'numeric' }
      : stepSeconds >= 86_400
        ? { day: 'numeric', month: 'short' }
        : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return at.toLocaleString(locale, options);
}
