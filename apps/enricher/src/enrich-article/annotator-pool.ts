import type { Annotation, ArticleContent } from '@warta/contracts';
import { describeError, TransientError } from '@warta/messaging';
import { Piscina } from 'piscina';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { WorkerTurns } from './worker-turns.ts';

/** What an annotation is made from: nothing but what `contentHash` covers. */
export interface TextToAnnotate {
  readonly content: ArticleContent;
  /** As the publisher gave it; "yesterday" counts from there. */
  readonly publishedAt?: string;
}

/** What a worker is started with. */
export interface WorkerData {
  readonly taggerFolder: string | undefined;
}

/** This text stalled or killed a worker, or made it throw, as often as it was tried. */
export class AnnotationFailedError extends Error {
  override readonly name = 'AnnotationFailedError';
  /** It took over the time that a text has. */
  readonly isStalled: boolean;

  constructor(message: string, { cause }: { cause: unknown }) {
    super(message, { cause });
    this.isStalled = cause instanceof StalledError;
  }
}

class StalledError extends Error {
  override readonly name = 'StalledError';
}

export interface AnnotatorOptions {
  readonly workers: number;
  /** A module that exports `annotateText`. Only the tests of the pool itself have another. */
  readonly workerFile?: URL;
  /** A model of the operator's, in place of the built-in tagger: see `loadLocalModelTagger`. */
  readonly taggerFolder?: string;
  readonly textTimeoutMs?: number;
  readonly heapMbMax?: number;
}

/** The longest of 18,525 articles takes far under a second; this is a loop that does not end. */
const TEXT_TIMEOUT_MS = 10_000;
/** Gazetteers and model take a part; the largest text allowed needs a few dozen MB of the rest. */
const HEAP_MB_MAX = 512;
/** Any sentence that a tagger is asked about. */
const WARM_UP_TEXT = 'Presiden Joko Widodo tiba di Jakarta.';
/** Above what loading takes on the busiest machine: then texts go on, with their own time alone. */
const WARM_UP_TIMEOUT_MS = 60_000;
/** A machine may hiccup once; the same text twice is the text. */
const TRIES_MAX = 2;
/** At stop, what is being annotated may end; it is delivered again otherwise. */
const CLOSE_TIMEOUT_MS = 2_000;

const isSource = import.meta.url.endsWith('.ts');
const WORKER_FILE = new URL(`./annotate.worker.${isSource ? 'ts' : 'js'}`, import.meta.url);

/**
 * The extractor in threads of its own, so that the event loop keeps its heartbeats and one text
 * cannot take the process down. A text is only handed over when a worker is free for it: its time
 * starts then, not while others are in front of it.
 */
export class AnnotatorPool {
  readonly #pool: Piscina<TextToAnnotate, Annotation>;
  readonly #textTimeoutMs: number;
  readonly #duration: Histogram<'outcome'>;
  readonly #workers: number;
  readonly #turns: WorkerTurns;
  /** Ends when the workers have loaded what they need, which is no part of any text's time. */
  #warm: Promise<unknown>;
  #isStopped = false;

  constructor(options: AnnotatorOptions, metrics: Registry) {
    const { workers, workerFile = WORKER_FILE } = options;
    this.#workers = workers;
    this.#turns = new WorkerTurns(workers);
    this.#textTimeoutMs = options.textTimeoutMs ?? TEXT_TIMEOUT_MS;
    this.#pool = new Piscina<TextToAnnotate, Annotation>({
      filename: workerFile.href,
      name: 'annotateText',
      minThreads: workers,
      maxThreads: workers,
      maxQueue: workers,
      workerData: { taggerFolder: options.taggerFolder } satisfies WorkerData,
      closeTimeout: CLOSE_TIMEOUT_MS,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMbMax ?? HEAP_MB_MAX },
      // From source, the libraries are read from source too: there may be no build.
      execArgv: isSource ? ['--conditions=@warta/source', '--no-warnings'] : [],
    });
    // A worker that dies idle is replaced; without a listener the process would die with it.
    this.#pool.on('error', () => undefined);
    this.#warm = this.#warmUp(workers);
    this.#duration = new Histogram({
      name: 'enricher_annotate_seconds',
      help: 'Time a worker took for one text.',
      labelNames: ['outcome'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 10],
      registers: [metrics],
    });
  }

  /**
   * @throws AnnotationFailedError when the text cannot be annotated, however often.
   * @param isAborted asked when the text's turn comes: whoever wanted it may be gone by then.
   * @throws TransientError when aborted, or when the pool is being stopped.
   */
  async annotate(text: TextToAnnotate, isAborted = () => false): Promise<Annotation> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#turns.forArticle(() => {
          if (isAborted()) throw new TransientError('annotating: nobody waits for it any more');
          return this.#run(text);
        });
      } catch (error) {
        const failure = this.#failureOf(error, tries);
        if (failure instanceof TransientError || tries >= TRIES_MAX) throw failure;
      }
    }
  }

  /**
   * For somebody who waits for the answer: soon or not at all, and tried once.
   * @throws OverloadedError when too many others wait, AnnotationFailedError as above.
   */
  async annotateForCaller(text: TextToAnnotate): Promise<Annotation> {
    try {
      return await this.#turns.forCaller(() => this.#run(text));
    } catch (error) {
      throw this.#failureOf(error, 1);
    }
  }

  /**
   * Loads what the workers need, so that the first article does not wait for it and a model that
   * cannot be read stops the service instead of every article.
   */
  async start(): Promise<void> {
    const text = { content: { body: WARM_UP_TEXT } };
    await Promise.all(Array.from({ length: this.#workers }, () => this.annotate(text)));
  }

  /** Ends the workers; what they have in hand fails as transient. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#pool.close({ force: true });
  }

  async #run(text: TextToAnnotate): Promise<Annotation> {
    await this.#warm;
    const end = this.#duration.startTimer();
    const signal = AbortSignal.timeout(this.#textTimeoutMs);
    try {
      const annotation = await this.#pool.run(text, { signal });
      end({ outcome: 'annotated' });
      return annotation;
    } catch (error) {
      end({ outcome: signal.aborted ? 'stalled' : 'failed' });
      this.#warm = this.#warmUp(1);
      if (!signal.aborted) throw error;
      throw new StalledError(`took over ${this.#textTimeoutMs} ms`, { cause: error });
    }
  }

  /** What fails here is told by the first text that needs it. */
  #warmUp(workers: number): Promise<unknown> {
    const load = () =>
      this.#pool.run(
        { content: { body: WARM_UP_TEXT } },
        { signal: AbortSignal.timeout(WARM_UP_TIMEOUT_MS) },
      );
    return Promise.allSettled(Array.from({ length: workers }, load));
  }

  #failureOf(error: unknown, tries: number): Error {
    if (error instanceof TransientError) return error;
    if (this.#isStopped) {
      return new TransientError('annotating: the pool is being stopped', { cause: error });
    }
    const often = tries === 1 ? '' : `; ${tries} times`;
    return new AnnotationFailedError(`${describeError(error)}${often}`, { cause: error });
  }
}
