/** Slower than the worst of mobile networks; 100,000 articles may take 40 minutes at it. */
const BYTES_PER_SECOND_MIN = 8 * 1024;

/** Beside what the pace allows: a reader may stop for a while. */
const PAUSE_MS_MAX = 30_000;

export interface Pace {
  readonly bytesPerSecond: number;
  readonly pauseMs: number;
}

/** An answer whose reader has to keep up. */
export interface PacedPieces {
  readonly pieces: AsyncGenerator<string>;
  /** The answer has been taken whole, or is given up. */
  readonly stop: () => void;
}

/**
 * The same pieces. Before the next is asked for, and at the end until `stop`, the reader has the time
 * that the last two take at the pace: one on its way, one ready. The time the source takes does not
 * count.
 * @param onTooSlow the reader takes longer, and holds what others wait for.
 */
export function atLeastPace(
  source: AsyncIterable<string>,
  onTooSlow: () => void,
  { bytesPerSecond, pauseMs }: Pace = {
    bytesPerSecond: BYTES_PER_SECOND_MIN,
    pauseMs: PAUSE_MS_MAX,
  },
): PacedPieces {
  let timer: NodeJS.Timeout | undefined;
  let [before, last] = [0, 0];
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    timer = setTimeout(onTooSlow, pauseMs + ((before + last) / bytesPerSecond) * 1_000);
  };
  async function* paced() {
    for await (const piece of source) {
      [before, last] = [last, Buffer.byteLength(piece)];
      start();
      yield piece;
      stop();
    }
    start();
  }
  return { pieces: paced(), stop };
}
