import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { recordWithdrawals } from './record-withdrawals.ts';
import type { RevisionWriter } from './revision-writer.ts';
import type { RevisionsIndex } from './revisions-index.ts';

/**
 * What is withdrawn without a record is not shown meanwhile, only kept and counted; it happens while
 * another version of this service is running beside it. A look costs two requests for 500 articles
 * without a text.
 */
const LOOK_EVERY_MS = 10 * 60_000;

/** The first look waits for the index, and for the versions that an upgrade stops. */
const FIRST_LOOK_MS = 60_000;

/** Erases, again and again, what was withdrawn without a record of it. */
export class WithdrawalsWatch {
  readonly #index: RevisionsIndex;
  readonly #writer: RevisionWriter;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  constructor(index: RevisionsIndex, writer: RevisionWriter, logger: Logger) {
    this.#index = index;
    this.#writer = writer;
    this.#logger = logger;
  }

  start(): void {
    this.#watching = this.#watch();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = FIRST_LOOK_MS; ; waitMs = LOOK_EVERY_MS) {
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      const articles = await recordWithdrawals(this.#index, this.#writer, {
        partition: 0,
        aborted: () => signal.aborted,
        heartbeat: async () => {},
      });
      if (articles > 0) this.#logger.info({ articles }, 'erased states withdrawn without a record');
    } catch (error) {
      this.#logger.warn({ err: error }, 'cannot look for states withdrawn without a record');
    }
  }
}
