import { sleep } from '@warta/messaging';

export interface WorkLoopOptions {
  /**
   * @param signal fires when the loop is to stop, which waits for the round.
   * @returns how long to wait for the next one, in ms; after 0 it follows at once.
   */
  readonly round: (signal: AbortSignal) => number | Promise<number>;
  /** After a round that throws. Nothing is told of one that fails while the loop stops. */
  readonly troubled: { readonly waitMs: number; readonly tell: (error: unknown) => void };
  /** Before the first round. */
  readonly firstWaitMs?: number;
}

/** Does a round of work, waits until it is time or woken, and does the next, until it is stopped. */
export class WorkLoop {
  readonly #options: WorkLoopOptions;
  readonly #stopping = new AbortController();
  #waking = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: WorkLoopOptions) {
    this.#options = options;
  }

  /** Fires when the loop is to stop. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Returns at once. */
  start(): void {
    this.#running = this.#run();
  }

  /** There is something to do: the next round follows at once, also on one that is under way. */
  wake(): void {
    this.#waking.abort();
  }

  /** Waits for the round that is under way; there is none after it. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#waking.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    await sleep(this.#options.firstWaitMs ?? 0, this.#waking.signal);
    while (!this.signal.aborted) {
      this.#waking = new AbortController();
      await sleep(await this.#round(), this.#waking.signal);
    }
  }

  async #round(): Promise<number> {
    const { round, troubled } = this.#options;
    try {
      return await round(this.signal);
    } catch (error) {
      if (!this.signal.aborted) troubled.tell(error);
      return troubled.waitMs;
    }
  }
}
