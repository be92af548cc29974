import type { EntityCorrectionV1 } from '@warta/contracts';
import { describeError, PermanentError, sleep } from '@warta/messaging';
import type { Logger } from 'pino';
import type { CorrectionStore } from './correction-book.store.postgres.ts';

interface Heard {
  readonly event: EntityCorrectionV1;
  readonly offset: bigint;
}

const AGAIN_AFTER_MS = 1_000;

/** Who reads the log of corrections: knows whether all that was in it has been handed out. */
interface Reader {
  readonly caughtUp: boolean;
}

/**
 * Takes the corrections of the log into Postgres, one after the other, in their order. Every enricher
 * does, and each is kept once. While Postgres is away they wait here.
 */
export class KeepCorrections {
  readonly #store: Pick<CorrectionStore, 'keep'>;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #waiting: Heard[] = [];
  #wake: () => void = () => undefined;
  #reader: Reader | undefined;
  #hasCaughtUp = false;
  #running: Promise<void> = Promise.resolve();

  constructor(store: Pick<CorrectionStore, 'keep'>, logger: Logger) {
    this.#store = store;
    this.#logger = logger;
  }

  /** The reader whose progress decides whether all that there was has been kept. */
  follow(reader: Reader): void {
    this.#reader = reader;
  }

  hear(event: EntityCorrectionV1, { offset }: { readonly offset: bigint }): void {
    this.#waiting.push({ event, offset });
    this.#wake();
  }

  /** Why this process may lack corrections that were made before it started. */
  get unavailable(): string | undefined {
    this.#hasCaughtUp ||= this.#reader?.caughtUp === true && this.#waiting.length === 0;
    return this.#hasCaughtUp ? undefined : 'the corrections of entities are not all read yet';
  }

  /** Returns at once. */
  start(): void {
    this.#running = this.#keepAll();
  }

  /** What has not been kept is heard again after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  async #keepAll(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const heard = this.#waiting[0];
      if (heard === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      } else if (await this.#keep(heard)) {
        this.#waiting.shift();
      } else {
        await sleep(AGAIN_AFTER_MS, signal);
      }
    }
  }

  /** Whether it need not be tried again. */
  async #keep({ event, offset }: Heard): Promise<boolean> {
    const { correctionId } = event;
    try {
      if (await this.#store.keep(event, offset)) {
        const what = event.undone === undefined ? 'made' : 'undone';
        this.#logger.info({ correctionId, kind: event.change.kind, what }, 'heard of a correction');
      }
      return true;
    } catch (error) {
      const line = { correctionId, reason: describeError(error) };
      if (error instanceof PermanentError) {
        this.#logger.error(line, 'passing over a correction that Postgres refuses');
        return true;
      }
      this.#logger.warn(line, 'cannot keep a correction yet; trying again');
      return false;
    }
  }
}
