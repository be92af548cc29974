import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '@warta/messaging';
import { WorkLoop } from '@warta/service';

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
  readonly #loop: WorkLoop;
  readonly #inHand = new Map<string, { host: string; done: Promise<void> }>();

  constructor(options: LeaseRenewalOptions) {
    this.#options = options;
    this.#loop = new WorkLoop({
      firstWaitMs: Math.random() * LOOK_EVERY_MS,
      round: () => {
        this.look();
        return LOOK_EVERY_MS;
      },
      troubled: {
        waitMs: LOOK_EVERY_MS,
        tell: (error) => options.logger.error({ err: error }, 'looking for leases to renew failed'),
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** What is in hand may be cut off: another process, or the next start, asks again. */
  async stop(): Promise<void> {
    const inHand = [...this.#inHand.values()].map(({ done }) => done);
    const all = Promise.all([this.#loop.stop(), ...inHand]);
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
}
