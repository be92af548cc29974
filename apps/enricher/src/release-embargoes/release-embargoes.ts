import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { ReconsiderLoop } from '../reconsider-articles/reconsider-loop.ts';
import type { ReconsiderParts } from '../reconsider-articles/reconsider-loop.ts';
import type { DueArticles } from './due-articles.store.postgres.ts';

/** An article is to be live within 5 s of the end of its embargo; the log needs the rest. */
const SCAN_EVERY_MS = 1_000;

/** Asked for in one scan. A wire lifts some hundred at the same minute; more come with the next. */
const DUE_MAX = 2_000;

/**
 * Not asked for again at once: the log may be behind, the clock of the broker may be, or the text
 * cannot be annotated, which costs a dead letter each time. Twice as long each time.
 */
const AGAIN_AFTER_MS = 4_000;
const AGAIN_AFTER_MS_MAX = 60 * 60 * 1_000;

interface Asked {
  readonly againAtMs: number;
  readonly waitMs: number;
}

/**
 * Looks for articles whose embargo is over and submits that they be looked at again. It decides
 * nothing and writes nothing else, so any number of enrichers may scan at once and be killed at any
 * point.
 */
export class ReleaseEmbargoes {
  readonly #articles: DueArticles;
  readonly #loop: ReconsiderLoop;
  readonly #waiting: Gauge;
  readonly #overdue: Gauge;
  #asked: ReadonlyMap<string, Asked> = new Map();

  constructor(parts: ReconsiderParts & { articles: DueArticles; metrics: Registry }) {
    this.#articles = parts.articles;
    this.#loop = new ReconsiderLoop(parts, {
      cause: 'embargo-due',
      look: async (nowMs) => {
        await this.scan(nowMs);
        return SCAN_EVERY_MS;
      },
      waitMs: SCAN_EVERY_MS,
      fails: 'cannot look for embargoes that are over; articles stay held until it works again',
      worksAgain: 'looking for embargoes that are over works again',
    });
    this.#waiting = new Gauge({
      name: 'enricher_articles_under_embargo',
      help: 'Articles with a revision that is kept back until the end of its embargo.',
      registers: [parts.metrics],
    });
    this.#overdue = new Gauge({
      name: 'enricher_embargoes_overdue',
      help: 'Articles kept back a minute after the end of their embargo: the log is behind, or the text cannot be annotated.',
      registers: [parts.metrics],
    });
  }

  /** Returns at once. */
  start(): void {
    this.#loop.start();
  }

  /** Waits for the scan that is under way. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** One scan that may fail: the next one comes. */
  async look(nowMs: number): Promise<void> {
    await this.#loop.look(nowMs);
  }

  /** How many articles were asked for. */
  async scan(nowMs: number): Promise<number> {
    const due = await this.#articles.due(DUE_MAX);
    const { waiting, overdue } = await this.#articles.count();
    this.#waiting.set(waiting);
    this.#overdue.set(overdue);
    const asked = new Map(due.map(({ id }) => [id, this.#asked.get(id)]));
    const wanted = due.filter(({ id }) => (asked.get(id)?.againAtMs ?? -Infinity) <= nowMs);
    await this.#loop.submit(wanted);
    for (const { id } of wanted) {
      const waitMs = Math.min(
        2 * (asked.get(id)?.waitMs ?? AGAIN_AFTER_MS / 2),
        AGAIN_AFTER_MS_MAX,
      );
      asked.set(id, { waitMs, againAtMs: nowMs + waitMs });
    }
    // What is due no longer is forgotten.
    this.#asked = new Map([...asked].flatMap(([id, one]) => (one ? [[id, one] as const] : [])));
    return wanted.length;
  }
}
