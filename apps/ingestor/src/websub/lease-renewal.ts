import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '@warta/messaging';

/** Looking costs no I/O. Each process begins at another moment, so that mostly one of them renews. */
const LOOK_EVERY_MS = 1_000;

/** A hub may take 5 s to answer, and the service has 20 s to stop in all. */
const STOP_WAIT_MS = 1_000;

/** Lets no lease run out while the process lives. */
export class LeaseRenewal {
  readonly #renewDue: () => Promise<void>;
  readonly #logger: Platform['logger'];
  readonly #stopped = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: { renewDue: () => Promise<void>; logger: Platform['logger'] }) {
    this.#renewDue = options.renewDue;
    this.#logger = options.logger;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** What is in hand may be cut off: another process, or the next start, asks again. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.race([this.#loop, sleep(STOP_WAIT_MS, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    await sleep(Math.random() * LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    while (!signal.aborted) {
      try {
        await this.#renewDue();
      } catch (error) {
        this.#logger.error({ err: error }, 'looking for leases to renew failed');
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
