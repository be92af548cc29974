import type { ArticleReconsider, ArticleSubmittedV1, EventDefinition } from '@warta/contracts';
import { sleep } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import type { Logger } from 'pino';
import { reconsiderRecord } from './reconsider-event.ts';

const PUBLISH_MS_MAX = 5_000;

/** A line when it begins to fail, and one each minute while it does. */
const SAY_AGAIN_AFTER_MS = 60_000;

/** What whoever asks for articles to be looked at again works with. */
export interface ReconsiderParts {
  readonly producer: Pick<KafkaProducer, 'publish'>;
  /** The event to submit, under the topic name of this stack. */
  readonly submitted: EventDefinition<ArticleSubmittedV1>;
  readonly logger: Logger;
}

/** What tells one such loop from another. */
export interface ReconsiderWork {
  readonly cause: ArticleReconsider['cause'];
  /** Looks once, and submits what it finds. @returns how long to wait before the next look. */
  readonly look: (nowMs: number) => Promise<number>;
  /** Before the first look, since at start Postgres has not been connected to yet, and after a failed one. */
  readonly waitMs: number;
  /** Said when looks fail, and when they work again. */
  readonly fails: string;
  readonly worksAgain: string;
}

/**
 * Looks again and again for articles that have to be looked at once more, and submits that. What fails
 * is tried again with the next look; whether the service is ready does not depend on it, since the same
 * servers are watched already.
 */
export class ReconsiderLoop {
  readonly #parts: ReconsiderParts;
  readonly #work: ReconsiderWork;
  readonly #stopping = new AbortController();
  #complainedAtMs: number | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: ReconsiderParts, work: ReconsiderWork) {
    this.#parts = parts;
    this.#work = work;
  }

  /** Returns at once. */
  start(): void {
    this.#running = this.#keepLooking();
  }

  /** Waits for the look that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** One look that may fail: the next one comes. @returns how long to wait for it. */
  async look(nowMs: number): Promise<number> {
    try {
      const waitMs = await this.#work.look(nowMs);
      this.#recover();
      return waitMs;
    } catch (error) {
      this.#complain(error as Error, nowMs);
      return this.#work.waitMs;
    }
  }

  /** @throws TransientError when the log does not take it. */
  async submit(articles: readonly { readonly id: string; readonly feed: string }[]): Promise<void> {
    if (articles.length === 0) return;
    const { producer, submitted } = this.#parts;
    const records = articles.map((one) => reconsiderRecord(one, this.#work.cause, submitted));
    await producer.publish(records, PUBLISH_MS_MAX);
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = this.#work.waitMs; ; waitMs = await this.look(performance.now())) {
      await sleep(waitMs, signal);
      if (signal.aborted) return;
    }
  }

  #complain(error: Error, nowMs: number): void {
    const sinceMs = nowMs - (this.#complainedAtMs ?? -Infinity);
    if (sinceMs < SAY_AGAIN_AFTER_MS) return;
    this.#complainedAtMs = nowMs;
    this.#parts.logger.warn({ reason: error.message }, this.#work.fails);
  }

  #recover(): void {
    if (this.#complainedAtMs === undefined) return;
    this.#complainedAtMs = undefined;
    this.#parts.logger.info(this.#work.worksAgain);
  }
}
