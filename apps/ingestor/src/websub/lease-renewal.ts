import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '@warta/messaging';

/** Looking costs no I/O. Each process begins at another moment, so that mostly one of them renews. */
const LOOK_EVERY_MS = 1_000;

/** A hub may take 5 s to answer: one that hangs takes its own places, and leaves others theirs. */
const AT_ONCE_MAX = 16;
const AT_ONE_HUB_MAX = 4;

/** A hub may take 5 s to answer, and the service has 20 s to stop in all. */
const STOP_WAIT_MS = 1_000;

/** What is to be asked for again. */
export interface DueLease {
  readonly feed: string;
  readonly hub: string;
}

export interface LeaseRenewalOptions {
  readonly due: () => readonly DueLease[];
  readonly renew: (feed: string) => Promise<void>;
  readonly logger: Platform['logger'];
}

/** Lets no lease run out while the process lives. */
export class LeaseRenewal {
  readonly #options: LeaseRenewalOptions;
  readonly #stopped = new AbortController();
  readonly #inHand = new Map<string, { host: string; done: Promise<void> }>();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: LeaseRenewalOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** What is in hand may be cut off: another process, or the next start, asks again. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    const inHand = [...this.#inHand.values()].map(({ done }) => done);
    const all = Promise.all([this.#loop, ...inHand]);
    await Promise.race([all, sleep(STOP_WAIT_MS, undefined, { ref: false })]);
  }

  /** Begins what is due, as far as there is room; the rest is found due again by the next look. */
  look(): void {
    for (const { feed, hub } of this.#options.due()) {
      if (this.#inHand.size >= AT_ONCE_MAX) return;
      const host = URL.parse(hub)?.host ?? hub;
      const ofHub = [...this.#inHand.values()].filter((one) => one.host === host);
      if (this.#inHand.has(feed) || ofHub.length >= AT_ONE_HUB_MAX) continue;
      this.#inHand.set(feed, { host, done: this.#renew(feed) });
    }
  }

  async #renew(feed: string): Promise<void> {
    const { renew, logger } = this.#options;
    try {
      await renew(feed);
    } catch (error) {
      logger.warn({ err: error, feed }, 'renewing a subscription failed; it is tried again');
    } finally {
      this.#inHand.delete(feed);
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    await sleep(Math.random() * LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    while (!signal.aborted) {
      try {
        this.look();
      } catch (error) {
        this.#options.logger.error({ err: error }, 'looking for leases to renew failed');
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
