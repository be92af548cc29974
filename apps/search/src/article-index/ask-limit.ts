import { OverloadedError } from '@warta/messaging';

export interface AskLimits {
  readonly runningMax: number;
  readonly waitingMax: number;
  readonly waitMsMax: number;
}

export const ASK_LIMITS: AskLimits = {
  /** Elasticsearch itself runs 3/2 searches per core and node and queues the rest. */
  runningMax: 64,
  /** A rush of a second or two; what comes above would only be answered after its deadline. */
  waitingMax: 256,
  /** With two requests that time out after it, still below the 12 s in which a caller is answered. */
  waitMsMax: 1_500,
};

/**
 * How many questions this process puts to Elasticsearch at once. Indexing is not counted: it has
 * its own bound, and readers must not hold it up.
 */
export class AskLimit {
  readonly #limits: AskLimits;
  /** Whoever waits, the longest waiting first. */
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limits: AskLimits = ASK_LIMITS) {
    this.#limits = limits;
  }

  /** @throws OverloadedError when too many wait already, or it waited too long: nothing was asked. */
  async run<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limits.runningMax) await this.#turn();
    else this.#running += 1;
    try {
      return await ask();
    } finally {
      this.#next();
    }
  }

  /** Whoever ends hands its place to the one that waits longest. */
  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) this.#running -= 1;
    else first();
  }

  #turn(): Promise<void> {
    const { waitingMax, waitMsMax } = this.#limits;
    if (this.#waiting.size >= waitingMax) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(late);
        this.#waiting.delete(enter);
        resolve();
      };
      const late = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(tooMany());
      }, waitMsMax);
      this.#waiting.add(enter);
    });
  }
}

const tooMany = () => new OverloadedError('too many questions to the index at once');
