import { OverloadedError } from '@warta/messaging';

export interface CallerLimits {
  /** Callers that wait; one more is told to come back. */
  readonly waitingMax: number;
  /** With the 10 s that a text may take, still below the 12 s in which a caller is answered. */
  readonly waitMsMax: number;
}

const CALLER_LIMITS: CallerLimits = { waitingMax: 16, waitMsMax: 1_500 };

/**
 * While articles wait, a caller's text is followed by so many times its own time for articles:
 * callers get at most a quarter of one worker.
 */
const ARTICLE_TIME_AFTER_CALLER = 3;

/**
 * Who gets the next free worker. Articles of the log come in their order, however many wait.
 * Callers, who wait for an answer, are served before them, but one at a time, with pauses, and
 * only so many: pasted texts must not hold up the news.
 */
export class WorkerTurns {
  readonly #limits: CallerLimits;
  readonly #articles: (() => void)[] = [];
  /** The longest waiting first. */
  readonly #callers = new Set<() => void>();
  #free: number;
  #isCallerServed = false;
  #articlesGoFirstUntilMs = 0;

  readonly #now: () => number;

  constructor(
    workers: number,
    limits: CallerLimits = CALLER_LIMITS,
    now: () => number = () => performance.now(),
  ) {
    this.#free = workers;
    this.#limits = limits;
    this.#now = now;
  }

  async forArticle<Result>(work: () => Promise<Result>): Promise<Result> {
    // While a worker is free, no article waits.
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#articles.push(resolve));
    try {
      return await work();
    } finally {
      this.#free += 1;
      this.#next();
    }
  }

  /** @throws OverloadedError when too many wait, or it waited too long: nothing was done. */
  async forCaller<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#callersTurn();
    this.#next();
    await turn;
    const startedAtMs = this.#now();
    try {
      return await work();
    } finally {
      const nowMs = this.#now();
      const tookMs = nowMs - startedAtMs;
      this.#articlesGoFirstUntilMs = nowMs + ARTICLE_TIME_AFTER_CALLER * tookMs;
      this.#isCallerServed = false;
      this.#free += 1;
      this.#next();
    }
  }

  #callersTurn(): Promise<void> {
    const { waitingMax, waitMsMax } = this.#limits;
    if (this.#callers.size >= waitingMax) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        this.#callers.delete(enter);
        reject(tooMany());
      }, waitMsMax);
      this.#callers.add(enter);
    });
  }

  #next(): void {
    while (this.#free > 0) {
      const enter = this.#nextCaller() ?? this.#articles.shift();
      if (enter === undefined) return;
      this.#free -= 1;
      enter();
    }
  }

  #nextCaller(): (() => void) | undefined {
    const [caller] = this.#callers;
    if (caller === undefined || this.#isCallerServed) return undefined;
    const articlesGoFirst = this.#now() < this.#articlesGoFirstUntilMs;
    if (articlesGoFirst && this.#articles.length > 0) return undefined;
    this.#callers.delete(caller);
    this.#isCallerServed = true;
    return caller;
  }
}

const tooMany = () => new OverloadedError('too many texts to annotate at once');
