/** Slower than the worst of mobile networks; 100,000 articles may take 40 minutes at it. */
const BYTES_PER_SECOND_MIN = 8 * 1024;

/** Beside what the pace allows: a reader may stop for a while. */
const PAUSE_MS_MAX = 30_000;

export interface Pace {
  readonly bytesPerSecond: number;
  readonly pauseMs: number;
}

/**
 * The same pieces. Each has to be taken at no less than a pace before the next is asked for; the time
 * the source takes does not count.
 * @param onTooSlow called once: the reader is too slow, and holds what others wait for.
 */
export async function* atLeastPace(
  pieces: AsyncIterable<string>,
  onTooSlow: () => void,
  { bytesPerSecond, pauseMs }: Pace = {
    bytesPerSecond: BYTES_PER_SECOND_MIN,
    pauseMs: PAUSE_MS_MAX,
  },
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const takesMs = (Buffer.byteLength(piece) / bytesPerSecond) * 1_000;
    const timer = setTimeout(onTooSlow, pauseMs + takesMs);
    try {
      yield piece;
    } finally {
      clearTimeout(timer);
    }
  }
}
