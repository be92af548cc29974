import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { ReconsiderLoop } from '../reconsider-articles/reconsider-loop.ts';
import type { ReconsiderParts } from '../reconsider-articles/reconsider-loop.ts';
import type { CorrectionWork } from './correction-work.store.postgres.ts';

/** While nothing is to be done: a correction is for people, who made it a moment ago. */
const IDLE_MS = 1_000;

/**
 * While something is. With the most that is asked for at once, no more than 400 articles a second: what
 * people push comes first, and searches follow a merge at once anyway.
 */
const BUSY_MS = 250;

/** A line for people, and a count, which reads all that is left. */
const TELL_EVERY_MS = 10_000;

/**
 * After a correction, asks for each article that it may concern to be looked at again, newest first
 * and some hundred at a time, through the log, which is the only way in. What was asked for and when
 * is in Postgres: any number of enrichers may do this and be killed at any point. It writes nothing
 * else; whoever handles what it asks for gives the article its new rev.
 */
export class AskCorrected {
  readonly #work: CorrectionWork;
  readonly #loop: ReconsiderLoop;
  readonly #logger: Logger;
  readonly #remaining: Gauge;
  #toldAtMs = -Infinity;
  #isTelling = false;

  constructor(parts: ReconsiderParts & { work: CorrectionWork; metrics: Registry }) {
    this.#work = parts.work;
    this.#logger = parts.logger;
    this.#loop = new ReconsiderLoop(parts, {
      cause: 'entity-corrected',
      look: async (nowMs) => {
        const isBusy = await this.#step();
        await this.#tell(isBusy, nowMs);
        return isBusy ? BUSY_MS : IDLE_MS;
      },
      waitMs: IDLE_MS,
      fails: 'cannot look for articles to correct; they stay as they are until it works again',
      worksAgain: 'looking for articles to correct works again',
    });
    this.#remaining = new Gauge({
      name: 'enricher_articles_to_correct',
      help: 'Articles that corrections of entities may concern and that were not looked at since.',
      registers: [parts.metrics],
    });
  }

  /** Returns at once. */
  start(): void {
    this.#loop.start();
  }

  /** Waits for the step that is under way. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Whether there is more to do. */
  async #step(): Promise<boolean> {
    const { ask, planned, finished, isBusy } = await this.#work.step();
    if (planned !== undefined) this.#logger.info(planned, 'applying a correction');
    for (const one of finished) this.#logger.info(one, 'a correction is applied everywhere');
    await this.#loop.submit(ask);
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
}
