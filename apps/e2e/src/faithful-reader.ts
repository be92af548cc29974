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
 * ever go back to an older state, nor return once it was taken down, unless it was restored. A
 * withheld one may.
 */
export class FaithfulReader {
  readonly complaints: string[] = [];
  /** Answers that told a state. */
  answers = 0;
  readonly #read: (articleId: string) => Promise<PlainAnswer>;
  readonly #attempts: readonly Attempt[];
  readonly #seen = new Map<string, Seen>();
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
          if (articleId && !this.#seen.has(articleId)) {
            this.#seen.set(articleId, { rev: 0, isGone: false });
          }
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
    const { rev, isGone } = this.#seen.get(articleId) ?? { rev: 0, isGone: false };
    if (isTakenDown(answer)) {
      this.answers += 1;
      this.#seen.set(articleId, { rev, isGone: true });
    } else if (answer.status === 200) {
      this.answers += 1;
      const { rev: now } = answer.body as { rev: number };
      if (now < rev || (isGone && now === rev)) {
        this.complaints.push(`${articleId} went back from ${rev} to ${now}`);
      }
      if (isGone && !this.#isRestored(articleId)) this.complaints.push(`${articleId} returned`);
      this.#seen.set(articleId, { rev: Math.max(rev, now), isGone: false });
    } else if (answer.status === 404 && (rev > 0 || isGone)) {
      // A service that is away says so; an article that was there cannot become unknown.
      this.complaints.push(`${articleId} vanished`);
    }
  }

  /** What is pushed after a restore is only pushed once that was answered. */
  #isRestored(articleId: string): boolean {
    return this.#attempts.some((one) => one.kind === 'restore' && one.articleId === articleId);
  }
}

interface Seen {
  /** The highest that was shown. */
  readonly rev: number;
  /** Taken down when last looked at. */
  readonly isGone: boolean;
}

function isTakenDown({ status, body }: PlainAnswer): boolean {
  return status === 410 && JSON.stringify(body).includes('taken down');
}
