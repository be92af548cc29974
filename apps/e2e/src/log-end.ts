import { setTimeout as sleep } from 'node:timers/promises';
import { TopicAdmin } from '@warta/messaging';
import { pino } from 'pino';
import { Registry } from 'prom-client';

/** Nothing at all of a batch came: the caller sees to it that it does not wait for ever. */
const GROWS_WITHIN_MS = 30_000;

/**
 * How much a topic holds, told in milliseconds, where Kafka's own tools take a second to start. Says
 * when to do harm; what came of it is looked up by those.
 */
export class LogEnd {
  readonly #admin: TopicAdmin;
  readonly #topic: string;

  constructor(brokers: string[], topic: string) {
    const platform = { logger: pino({ level: 'silent' }), metrics: new Registry() };
    this.#admin = new TopicAdmin({ brokers, clientId: 'e2e' }, platform);
    this.#topic = topic;
  }

  /** Records of all partitions. */
  async records(): Promise<bigint> {
    const bounds = await this.#admin.bounds(this.#topic);
    return bounds.reduce((sum, { end }) => sum + end, 0n);
  }

  /** Resolves at the first record beyond so many. @throws Error when none comes. */
  async grownBeyond(records: bigint): Promise<void> {
    const giveUpAtMs = performance.now() + GROWS_WITHIN_MS;
    while ((await this.records()) <= records) {
      if (performance.now() > giveUpAtMs) throw new Error(`nothing came into ${this.#topic}`);
      await sleep(0);
    }
  }

  stop(): Promise<void> {
    return this.#admin.stop();
  }
}
