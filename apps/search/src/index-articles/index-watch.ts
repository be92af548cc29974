import { WorkLoop } from '@warta/service';
import type { Logger } from 'pino';
import { ensureRevisionsIndex, RevisionsIndex } from '../revisions-index/revisions-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { ensureIndex } from '../article-index/article-index.ts';
import { isUpToDate } from '../article-index/index-layout.ts';

/** With the time one look may take, readiness is true within 10 s of the truth. */
const LOOK_EVERY_MS = 3_000;
const LOOK_TIMEOUT_MS = 3_000;

/**
 * Creates the index as soon as Elasticsearch answers, then keeps looking whether searches can be
 * answered. An index that goes missing later is not made again behind anybody's back: indexing
 * waits for it, since an empty one would have lost what was in it without a word.
 */
export class IndexWatch {
  readonly #index: ArticleIndex;
  readonly #logger: Logger;
  readonly #loop: WorkLoop;
  #isPresent = false;
  #trouble: string | undefined = 'not asked yet';

  constructor(index: ArticleIndex, logger: Logger) {
    this.#index = index;
    this.#logger = logger;
    this.#loop = new WorkLoop({
      round: async (signal) => {
        await this.#look(signal);
        return LOOK_EVERY_MS;
      },
      troubled: { waitMs: LOOK_EVERY_MS, tell: (error) => this.#complain(error) },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Whether the index has been seen with every field that this version writes. */
  get isPrepared(): boolean {
    return this.#isPresent;
  }

  /** Why searches cannot be answered; undefined when they can. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  async #look(signal: AbortSignal): Promise<void> {
    if (!this.#isPresent) await this.#ensure();
    await this.#index.client.search(
      { index: this.#index.names.read, size: 0, terminate_after: 1, track_total_hits: false },
      { requestTimeout: LOOK_TIMEOUT_MS, signal },
    );
    if (this.#trouble !== undefined) this.#logger.info('the index answers');
    this.#trouble = undefined;
  }

  #complain(error: unknown): void {
    const trouble = error instanceof Error ? error.message : String(error);
    if (trouble !== this.#trouble) {
      this.#logger.warn({ err: error }, `the index does not answer: ${trouble}`);
    }
    this.#trouble = trouble;
  }

  async #ensure(): Promise<void> {
    const outcome = await ensureIndex(this.#index);
    await ensureRevisionsIndex(new RevisionsIndex(this.#index));
    this.#logger.info({ index: this.#index.names.write, outcome }, 'the index is there');
    if (!(await isUpToDate(this.#index))) {
      this.#logger.warn(
        { index: this.#index.names.write },
        'the index was made by another version: older articles lack what is new until it is rebuilt (./warta reindex)',
      );
    }
    this.#isPresent = true;
  }
}
