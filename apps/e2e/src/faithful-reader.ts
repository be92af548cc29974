import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from './push-client.ts';
import type { PlainAnswer } from './warta.ts';

const EVERY_MS = 200;
/** Articles it comes back to: with few of them, each is seen often. */
const ARTICLES_MAX = 40;
/** Of the latest pushes, a few at a time are taken in. */
const TAKEN_IN = 3;

/**
 * A reader who keeps coming back to the same articles while everything breaks: no article may
 * ever go back to an older state, nor return once it was taken down. A withheld one may.
 */
export class FaithfulReader {
  readonly complaints: string[] = [];
  /** Answers that told a state. */
  answers = 0;
  readonly #read: (articleId: string) => Promise<PlainAnswer>;
  readonly #attempts: readonly Attempt[];
  /** The highest rev seen; infinite once the article was taken down. */
  readonly #seen = new Map<string, number>();
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(read: (articleId: string) => Promise<PlainAnswer>, attempts: readonly Attempt[]) {
    this.#read = read;
    this.#attempts = attempts;
  }

  start(): void {
    this.#running = this.#keepReading();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #keepReading(): Promise<void> {
    while (!this.#isStopped) {
      if (this.#seen.size < ARTICLES_MAX) {
        for (const { articleId } of this.#attempts.slice(-TAKEN_IN)) {
          if (articleId && !this.#seen.has(articleId)) this.#seen.set(articleId, 0);
        }
      }
      for (const articleId of this.#seen.keys()) await this.#look(articleId);
      await sleep(EVERY_MS);
    }
  }

  async #look(articleId: string): Promise<void> {
    let answer: PlainAnswer;
    try {
      answer = await this.#read(articleId);
    } catch {
      return;
    }
    const before = this.#seen.get(articleId) ?? 0;
    const now = revOf(answer);
    if (now === undefined) {
      // A service that is away says so; an article that was there cannot become unknown.
      if (answer.status === 404 && before > 0) this.complaints.push(`${articleId} vanished`);
      return;
    }
    this.answers += 1;
    if (now < before) this.complaints.push(`${articleId} went back from ${before} to ${now}`);
    this.#seen.set(articleId, Math.max(before, now));
  }
}

function revOf({ status, body }: PlainAnswer): number | undefined {
  const isTakenDown = status === 410 && JSON.stringify(body).includes('taken down');
  if (isTakenDown) return Number.POSITIVE_INFINITY;
  return status === 200 ? (body as { rev: number }).rev : undefined;
}
