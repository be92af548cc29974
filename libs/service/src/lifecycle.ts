import type { Logger } from 'pino';

/** A part of the service that has to be started and stopped, e.g. a consumer or a pool. */
export interface Part {
  name: string;
  /** Returns soon, also when its server is away: it keeps trying by itself. */
  start: () => Promise<void> | void;
  /** Finishes what is in hand, within a few seconds. */
  stop: () => Promise<void> | void;
}

/** Starts the parts in the order they were added and stops them in reverse: last in, first out. */
export class Lifecycle {
  readonly #parts: Part[] = [];
  readonly #started: Part[] = [];
  readonly #logger: Logger;
  #isStopping = false;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  add(part: Part): void {
    this.#parts.push(part);
  }

  /** Rejects when a part cannot be started; what was started until then stays to be stopped. */
  async start(): Promise<void> {
    for (const part of this.#parts) {
      if (this.#isStopping) return;
      this.#started.push(part);
      await part.start();
    }
  }

  /** Never rejects: a part that cannot stop must not keep the others from it. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (let part = this.#started.pop(); part !== undefined; part = this.#started.pop()) {
      try {
        await part.stop();
      } catch (error) {
        this.#logger.error({ err: error, part: part.name }, 'stopping a part failed');
      }
    }
  }
}
