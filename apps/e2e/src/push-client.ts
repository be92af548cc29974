import { setTimeout as sleep } from 'node:timers/promises';
import type { Step, Story } from './article-generator.ts';

/**
 * What one request came to, as far as the client knows: `ok` is a promise, `fail` a definite no,
 * `info` neither (no answer, or one that says "perhaps later").
 */
export interface Attempt {
  kind: 'publish' | 'withhold' | 'takedown' | 'restore';
  sourceId: string;
  /** Of the content pushed; what hides an article has none. */
  token?: string;
  outcome: 'ok' | 'fail' | 'info';
  status?: number;
  /** Known after `ok`. */
  articleId?: string;
  startedAtMs: number;
  tookMs: number;
}

export interface PushClientOptions {
  ingestorUrl: string;
  key: string;
  /** Restoring is for admins. */
  adminKey: string;
  feed: string;
  /** Stories under way at the same time. */
  concurrency: number;
  /** How long one request is tried again before the story is given up. */
  patienceMs: number;
}

/** Longer than the ingestor's own deadline, so that its 503 arrives. */
const REQUEST_TIMEOUT_MS = 15_000;
/** After a connection that broke or was refused; a 503 says itself how long. */
const RETRY_DELAY_MS = 250;
/** A test cannot wait for minutes; that the header is there and sane is checked. */
const RETRY_AFTER_MAX_MS = 2_000;

/** Pushes stories as a feed does: in order within an article, and again until there is an answer. */
export class PushClient {
  readonly attempts: Attempt[] = [];
  /** Answers that break the ingestor's own contract, such as a 503 without Retry-After. */
  readonly problems: string[] = [];
  /** Between two requests of a story: leaves room for servers on a small machine. */
  pauseMs = 0;
  readonly #options: PushClientOptions;

  constructor(options: PushClientOptions) {
    this.#options = options;
  }

  /** Runs all stories, or as many as are begun before the signal aborts; those are finished. */
  async run(stories: Iterable<Story>, signal?: AbortSignal): Promise<void> {
    const waiting = stories[Symbol.iterator]();
    const worker = async () => {
      while (signal?.aborted !== true) {
        const { value: story, done } = waiting.next();
        if (done) return;
        for (const step of story.steps) {
          await this.#untilAnswered(step, story.sourceId);
          if (this.pauseMs > 0) await sleep(this.pauseMs);
        }
      }
    };
    await Promise.all(Array.from({ length: this.#options.concurrency }, worker));
  }

  async #untilAnswered(step: Step, sourceId: string): Promise<void> {
    const giveUpAtMs = performance.now() + this.#options.patienceMs;
    for (;;) {
      const { attempt, retryAfterMs } = await this.#try(step, sourceId);
      this.attempts.push(attempt);
      if (attempt.outcome !== 'info') return;
      if (performance.now() > giveUpAtMs) {
        this.problems.push(`${sourceId}: no answer in ${this.#options.patienceMs / 1000} s`);
        return;
      }
      await sleep(retryAfterMs);
    }
  }

  async #try(step: Step, sourceId: string): Promise<{ attempt: Attempt; retryAfterMs: number }> {
    const startedAtMs = Date.now();
    const from = performance.now();
    const attempt: Attempt = {
      kind: kindOf(step),
      sourceId,
      outcome: 'info',
      startedAtMs,
      tookMs: 0,
    };
    if ('token' in step) attempt.token = step.token;
    let retryAfterMs = RETRY_DELAY_MS;
    try {
      const response = await this.#send(step);
      attempt.status = response.status;
      // A cut-off body is no answer, whatever the status line said.
      const text = await response.text();
      if (response.status === 202) {
        attempt.articleId = (JSON.parse(text) as { id: string }).id;
        attempt.outcome = 'ok';
      } else if (response.status === 503 || response.status === 429) {
        retryAfterMs = this.#retryAfterMs(response);
      } else {
        attempt.outcome = response.status < 500 ? 'fail' : 'info';
        if (step.kind !== 'broken-push') {
          this.problems.push(`${sourceId}: ${response.status} ${text.slice(0, 300)}`);
        }
      }
    } catch {
      // No answer: the outcome stays unknown.
    }
    attempt.tookMs = performance.now() - from;
    return { attempt, retryAfterMs };
  }

  #retryAfterMs(response: Response): number {
    const header = response.headers.get('retry-after') ?? '';
    const isWholeSeconds = /^[1-9]\d{0,2}$/.test(header);
    if (!isWholeSeconds) this.problems.push(`${response.status} with Retry-After "${header}"`);
    return isWholeSeconds ? Math.min(Number(header) * 1000, RETRY_AFTER_MAX_MS) : RETRY_DELAY_MS;
  }

  #send(step: Step): Promise<Response> {
    const { ingestorUrl, key, adminKey, feed } = this.#options;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    if (step.kind === 'takedown') {
      const url = `${ingestorUrl}/v1/feeds/${feed}/articles?id=${encodeURIComponent(step.sourceId)}`;
      const { authorization } = headers;
      return fetch(url, { method: 'DELETE', headers: { authorization }, signal });
    }
    if (step.kind === 'restore') {
      const url = `${ingestorUrl}/v1/feeds/${feed}/articles/restore?id=${encodeURIComponent(step.sourceId)}`;
      const authorization = `Bearer ${adminKey}`;
      return fetch(url, { method: 'POST', headers: { authorization }, signal });
    }
    const body = JSON.stringify(step.article);
    return fetch(`${ingestorUrl}/v1/articles`, { method: 'POST', headers, body, signal });
  }
}

function kindOf({ kind }: Step): Attempt['kind'] {
  return kind === 'push' || kind === 'broken-push' ? 'publish' : kind;
}
