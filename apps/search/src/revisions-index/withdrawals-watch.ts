import { WorkLoop } from '@warta/service';
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
  readonly #loop: WorkLoop;

  constructor(index: RevisionsIndex, writer: RevisionWriter, logger: Logger) {
    this.#index = index;
    this.#writer = writer;
    this.#logger = logger;
    this.#loop = new WorkLoop({
      firstWaitMs: FIRST_LOOK_MS,
      round: async (signal) => {
        await this.#look(signal);
        return LOOK_EVERY_MS;
      },
      troubled: {
        waitMs: LOOK_EVERY_MS,
        tell: (error) =>
          logger.warn({ err: error }, 'cannot look for states withdrawn without a record'),
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #look(signal: AbortSignal): Promise<void> {
    const articles = await recordWithdrawals(this.#index, this.#writer, {
      partition: 0,
      aborted: () => signal.aborted,
      heartbeat: async () => {},
    });
    if (articles > 0) this.#logger.info({ articles }, 'erased states withdrawn without a record');
  }
}
