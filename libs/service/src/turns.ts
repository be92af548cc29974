import { unavailable } from './problem-error.ts';

export interface TurnLimits {
  /** At work at the same time. */
  readonly runningMax: number;
  readonly waitingMax: number;
  /** Whoever has not had a turn by then gets none. */
  readonly waitMs: number;
  /** What the caller is told who gets no turn. */
  readonly refusal: string;
}

/** Work of which only so much runs at a time; the rest waits in order, briefly, or is refused. */
export class Turns {
  readonly #limits: TurnLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** @throws ProblemError 503 when too many wait, or for too long. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#limits.runningMax) this.#running += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever comes next takes this one's place.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  async #turn(): Promise<void> {
    const { waitingMax, waitMs, refusal } = this.#limits;
    if (this.#waiting.length >= waitingMax) throw unavailable(refusal);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(resolve), 1);
      reject(unavailable(refusal));
    }, waitMs);
    this.#waiting.push(resolve);
    await promise;
    clearTimeout(timer);
  }
}
