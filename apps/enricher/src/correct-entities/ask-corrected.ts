import type { ArticleSubmittedV1, EventDefinition } from '@warta/contracts';
import { sleep } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { reconsiderRecord } from '../enrich-article/reconsider-event.ts';
import type { CorrectionWork } from './correction-work.store.postgres.ts';

/** While nothing is to be done: a correction is for people, who made it a moment ago. */
const IDLE_MS = 1_000;

/**
 * While something is. With the most that is asked for at once, no more than 400 articles a second: what
 * people push comes first, and searches follow a merge at once anyway.
 */
const BUSY_MS = 250;

const PUBLISH_MS_MAX = 5_000;

/** A line for people, and a count, which reads all that is left. */
const TELL_EVERY_MS = 10_000;

/** A line when it begins to fail, and one each minute while it does. */
const SAY_AGAIN_AFTER_MS = 60_000;

/**
 * After a correction, asks for each article that it may concern to be looked at again, newest first
 * and some hundred at a time, through the log, which is the only way in. What was asked for and when
 * is in Postgres: any number of enrichers may do this and be killed at any point. It writes nothing
 * else; whoever handles what it asks for gives the article its new rev.
 */
export class AskCorrected {
  readonly #work: CorrectionWork;
  readonly #producer: Pick<KafkaProducer, 'publish'>;
  readonly #submitted: EventDefinition<ArticleSubmittedV1>;
  readonly #logger: Logger;
  readonly #remaining: Gauge;
  readonly #stopping = new AbortController();
  #toldAtMs = -Infinity;
  #isTelling = false;
  #complainedAtMs: number | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: {
    work: CorrectionWork;
    producer: Pick<KafkaProducer, 'publish'>;
    /** The event to submit, under the topic name of this stack. */
    submitted: EventDefinition<ArticleSubmittedV1>;
    logger: Logger;
    metrics: Registry;
  }) {
    this.#work = parts.work;
    this.#producer = parts.producer;
    this.#submitted = parts.submitted;
    this.#logger = parts.logger;
    this.#remaining = new Gauge({
      name: 'enricher_articles_to_correct',
      help: 'Articles that corrections of entities may concern and that were not looked at since.',
      registers: [parts.metrics],
    });
  }

  /** Returns at once. */
  start(): void {
    this.#running = this.#keepAsking();
  }

  /** Waits for the step that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #keepAsking(): Promise<void> {
    const { signal } = this.#stopping;
    // First of all: at start Postgres has not been connected to yet.
    for (let isBusy = false; ; isBusy = await this.#look(performance.now())) {
      await sleep(isBusy ? BUSY_MS : IDLE_MS, signal);
      if (signal.aborted) return;
    }
  }

  /** One step that may fail: the next one comes. */
  async #look(nowMs: number): Promise<boolean> {
    try {
      const isBusy = await this.step();
      await this.#tell(isBusy, nowMs);
      this.#recover();
      return isBusy;
    } catch (error) {
      this.#complain(error as Error, nowMs);
      return false;
    }
  }

  /** Whether there is more to do. */
  async step(): Promise<boolean> {
    const { ask, planned, finished, isBusy } = await this.#work.step();
    if (planned !== undefined) this.#logger.info(planned, 'applying a correction');
    for (const one of finished) this.#logger.info(one, 'a correction is applied everywhere');
    if (ask.length > 0) {
      const records = ask.map((one) => reconsiderRecord(one, 'entity-corrected', this.#submitted));
      await this.#producer.publish(records, PUBLISH_MS_MAX);
    }
    return isBusy;
  }

  async #tell(isBusy: boolean, nowMs: number): Promise<void> {
    if (isBusy ? nowMs - this.#toldAtMs < TELL_EVERY_MS : !this.#isTelling) return;
    const articles = await this.#work.remaining();
    this.#remaining.set(articles);
    if (articles > 0 && this.#isTelling)
      this.#logger.info({ articles }, 'articles to be corrected');
    this.#toldAtMs = nowMs;
    this.#isTelling = isBusy;
  }

  #complain(error: Error, nowMs: number): void {
    const sinceMs = nowMs - (this.#complainedAtMs ?? -Infinity);
    if (sinceMs < SAY_AGAIN_AFTER_MS) return;
    this.#complainedAtMs = nowMs;
    this.#logger.warn(
      { reason: error.message },
      'cannot look for articles to correct; they stay as they are until it works again',
    );
  }

  #recover(): void {
    if (this.#complainedAtMs === undefined) return;
    this.#complainedAtMs = undefined;
    this.#logger.info('looking for articles to correct works again');
  }
}
