/** An outage may make the same line hundreds of times a second; one in a while says as much. */
const SAME_LINE_EVERY_MS = 10_000;
/** Different lines remembered; beyond, the oldest is forgotten and may be said again. */
const LINES_MAX = 100;

/** Decides whether a log line that may come very often is worth writing again. */
export class RepeatedLines {
  readonly #known = new Map<string, { saidAtMs: number; unsaid: number }>();

  /** How often it went unsaid since the last time; undefined when it should go unsaid again. */
  since(line: string, nowMs: number): number | undefined {
    const known = this.#known.get(line);
    if (known !== undefined && nowMs - known.saidAtMs < SAME_LINE_EVERY_MS) {
      known.unsaid += 1;
      return undefined;
    }
    this.#known.delete(line);
    this.#known.set(line, { saidAtMs: nowMs, unsaid: 0 });
    const [oldest] = this.#known.keys();
    if (this.#known.size > LINES_MAX && oldest !== undefined) this.#known.delete(oldest);
    return known?.unsaid ?? 0;
  }
}
