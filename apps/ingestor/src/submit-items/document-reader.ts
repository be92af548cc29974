import { ProblemError, unavailable } from '@warta/service';
import { Piscina } from 'piscina';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { FeedTurns } from './feed-turns.ts';
import { isOwnJson } from './own-json.ts';
import { readItems } from './read-items.ts';
import type { ReadItems, SubmittedDocument } from './read-items.ts';
import { WorkLimit, workOffThisThreadMs } from './work-limit.ts';

/**
 * One: INGESTOR_MEMORY_MIB_MAX has room for one, which reads some 2 MB/s of the worst formats and 30
 * of JSON; and the other core has the event loop. Replicas are the way to more.
 */
const WORKERS = 1;
/** Some seconds of work; who waits longer is better told so. */
const WAITING_MAX = 16;
/**
 * Of work, not of time: 4 MiB of RSS with escaped HTML, the slowest that is honest, took 1.6 s. A
 * worker that has had less on a busy machine is not to blame, and is given this time once more.
 */
const READING_MS_MAX = 3_000;
/**
 * Longer than any one reading, so that a slow document of another feed costs nobody theirs; and short
 * enough that reading and storing an ordinary one after it stays within REQUEST_DEADLINE_MS.
 */
const WAIT_MS = 2 * READING_MS_MAX + 500;
/** The same document, as a tree and its articles beside it, needs 70. */
const HEAP_MIB_MAX = 128;
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * Our own JSON of this size takes a few milliseconds, some fifty when its HTML is the worst there is.
 * Other JSON is not read here however small: 64 KB around a page took seconds.
 */
const READ_HERE_BYTES_MAX = 64 * 1024;

/** Read by nobody: an empty document is refused after the code for reading it was loaded. */
const NOTHING: SubmittedDocument = {
  bytes: new Uint8Array(),
  contentType: undefined,
  headers: {},
  submission: { feed: '', receivedAt: new Date(0), submittedBy: '' },
  rules: undefined,
};

const isSource = import.meta.url.endsWith('.ts');
const WORKER_FILE = new URL(`./read-items.worker.${isSource ? 'ts' : 'js'}`, import.meta.url);

export interface DocumentReaderOptions {
  /** A module that exports `readItemsInWorker`. Only the tests of the reader itself have another. */
  readonly workerFile?: URL;
  readonly readingMsMax?: number;
}

/**
 * Reads documents, those that could keep the event loop busy in threads of their own: a hostile one
 * costs a thread some seconds at most, and never the process or its readiness.
 */
export class DocumentReader {
  readonly #pool: Piscina<SubmittedDocument, ReadItems>;
  readonly #readingMsMax: number;
  readonly #seconds: Histogram<'outcome'>;
  readonly #turns = new FeedTurns({
    waitingMax: WAITING_MAX,
    waitMs: WAIT_MS,
    refusal: 'Too many documents at once; send the same request again.',
  });
  #isStopped = false;

  constructor(metrics: Registry, options: DocumentReaderOptions = {}) {
    this.#readingMsMax = options.readingMsMax ?? READING_MS_MAX;
    this.#pool = new Piscina<SubmittedDocument, ReadItems>({
      filename: (options.workerFile ?? WORKER_FILE).href,
      name: 'readItemsInWorker',
      minThreads: WORKERS,
      maxThreads: WORKERS,
      maxQueue: WORKERS,
      closeTimeout: CLOSE_TIMEOUT_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB_MAX, maxYoungGenerationSizeMb: 16 },
      // From source, the libraries are read from source too: there may be no build.
      execArgv: isSource ? ['--conditions=@warta/source', '--no-warnings'] : [],
    });
    this.#loadCode();
    // A worker that dies idle is replaced; without a listener the process would die with it.
    this.#pool.on('error', () => undefined);
    this.#seconds = new Histogram({
      name: 'ingestor_read_document_seconds',
      help: 'Time that reading one document took in a worker.',
      labelNames: ['outcome'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 3],
      registers: [metrics],
    });
  }

  /** @throws ProblemError 422 for one that takes too long or too much, 503 when too many wait. */
  async read(document: SubmittedDocument): Promise<ReadItems> {
    const isSmall = document.bytes.length <= READ_HERE_BYTES_MAX;
    if (isSmall && isOwnJson(document)) return readItems(document);
    return this.#turns.run(document.submission.feed, () => this.#readInWorker(document));
  }

  /** Ends the workers; what they have in hand fails as unavailable. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#pool.close({ force: true });
  }

  async #readInWorker(document: SubmittedDocument): Promise<ReadItems> {
    const end = this.#seconds.startTimer();
    const limit = new WorkLimit(this.#readingMsMax, workOffThisThreadMs);
    try {
      const items = await this.#pool.run(document, { signal: limit.signal });
      end({ outcome: 'refused' in items ? 'refused' : 'read' });
      return items;
    } catch (error) {
      end({ outcome: limit.signal.aborted ? 'stalled' : 'failed' });
      this.#loadCode();
      throw this.#refusalOf(error, limit);
    } finally {
      limit.stop();
    }
  }

  /** A new worker loads the formats' code with its first document, whose time is not to go by that. */
  #loadCode(): void {
    if (!this.#isStopped) this.#pool.run(NOTHING).catch(() => undefined);
  }

  #refusalOf(cause: unknown, { signal, isWorkedOff }: WorkLimit): unknown {
    if (this.#isStopped) return unavailable('The service is shutting down; try again.', cause);
    if (signal.aborted && isWorkedOff) {
      const detail = 'Reading the document takes too long; send it in parts.';
      return new ProblemError(422, detail, { cause });
    }
    if (signal.aborted) {
      return unavailable('The service is too busy to read it; send the same request again.', cause);
    }
    if ((cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
      const detail = 'Reading the document takes too much memory; send it in parts.';
      return new ProblemError(422, detail, { cause });
    }
    return cause;
  }
}
