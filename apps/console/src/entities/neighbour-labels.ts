/** A disc with the name that belongs to it, in pixels of the picture. */
export interface LabelledDisc {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the name as it is drawn. */
  readonly width: number;
}

export interface LabelBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
}

/** Between a disc and its name, and at least between two names. */
const GAP = 3;
/** Beside a disc that is another's: nearer it would be taken for its name. */
const ALOOF = 10;

/**
 * Where each name can be read: below its disc, above it or beside it, within the picture, over no
 * other name and no disc. Those that come first in the list choose first; a name for which there is
 * no place is left out.
 */
export function placeLabels(discs: readonly LabelledDisc[], frame: Frame): LabelBox[] {
  const placed: LabelBox[] = [];
  for (const disc of discs) {
    const fits = boxesAround(disc, frame).find(
      (box) =>
        isWithin(box, frame) &&
        placed.every((other) => !overlap(grown(box), other)) &&
        discs.every((other) => !overlap(box, other === disc ? boxOf(other) : aroundOf(other))),
    );
    if (fits !== undefined) placed.push(fits);
  }
  return placed;
}

/** The best first. Near the edge a name above or below moves inwards. */
function boxesAround({ id, x, y, radius, width }: LabelledDisc, frame: Frame): LabelBox[] {
  const height = frame.lineHeight;
  const centred = Math.max(0, Math.min(x - width / 2, frame.width - width));
  const below = y + radius + GAP;
  const above = y - radius - GAP - height;
  const right = x + radius + GAP;
  const left = x - radius - GAP - width;
  const places = [
    [centred, below],
    [centred, above],
    [right, y - height / 2],
    [left, y - height / 2],
    [right, below - radius],
    [left, below - radius],
    [right, above + radius],
    [left, above + radius],
  ] as const;
  return places.map(([at, top]) => ({ id, left: at, top, width, height }));
}

const boxOf = ({ id, x, y, radius }: LabelledDisc): LabelBox => ({
  id,
  left: x - radius,
  top: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** A disc with the room beside it. */
const aroundOf = ({ id, x, y, radius }: LabelledDisc): LabelBox => ({
  id,
  left: x - radius - ALOOF,
  top: y - radius,
  width: 2 * (radius + ALOOF),
  height: 2 * radius,
});

const grown = ({ id, left, top, width, height }: LabelBox): LabelBox => ({
  id,
  left: left - GAP,
  top,
  width: width + 2 * GAP,
  height,
});

const isWithin = ({ left, top, width, height }: LabelBox, frame: Frame) =>
  left >= 0 && top >= 0 && left + width <= frame.width && top + height <= frame.height;

const overlap = (one: LabelBox, other: LabelBox) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
