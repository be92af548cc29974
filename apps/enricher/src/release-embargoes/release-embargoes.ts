import type { ArticleSubmittedV1, EventDefinition } from '@warta/contracts';
import { sleep } from '@warta/messaging';
import type { KafkaProducer } from '@warta/messaging';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { reconsiderRecord } from '../enrich-article/reconsider-event.ts';
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

const PUBLISH_MS_MAX = 5_000;

/** A line when it begins to fail, and one each minute while it does. */
const SAY_AGAIN_AFTER_MS = 60_000;

interface Asked {
  readonly againAtMs: number;
  readonly waitMs: number;
}

/**
 * Looks for articles whose embargo is over and submits that they be looked at again. It decides
 * nothing and writes nothing else, so any number of enrichers may scan at once and be killed at any
 * point. What fails is tried again with the next scan; whether the service is ready does not
 * depend on it, since the same servers are watched already.
 */
export class ReleaseEmbargoes {
  readonly #articles: DueArticles;
  readonly #producer: Pick<KafkaProducer, 'publish'>;
  readonly #submitted: EventDefinition<ArticleSubmittedV1>;
  readonly #logger: Logger;
  readonly #waiting: Gauge;
  readonly #overdue: Gauge;
  readonly #stopping = new AbortController();
  #asked: ReadonlyMap<string, Asked> = new Map();
  #complainedAtMs: number | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: {
    articles: DueArticles;
    producer: Pick<KafkaProducer, 'publish'>;
    /** The event to submit, under the topic name of this stack. */
    submitted: EventDefinition<ArticleSubmittedV1>;
    logger: Logger;
    metrics: Registry;
  }) {
    this.#articles = parts.articles;
    this.#producer = parts.producer;
    this.#submitted = parts.submitted;
    this.#logger = parts.logger;
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
    this.#running = this.#keepScanning();
  }

  /** Waits for the scan that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #keepScanning(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      // First of all: at start Postgres has not been connected to yet.
      await sleep(SCAN_EVERY_MS, signal);
      if (signal.aborted) return;
      await this.look(performance.now());
    }
  }

  /** One scan that may fail: the next one comes. */
  async look(nowMs: number): Promise<void> {
    try {
      await this.scan(nowMs);
      this.#recover();
    } catch (error) {
      this.#complain(error as Error, nowMs);
    }
  }

  /** How many articles were asked for. */
  async scan(nowMs: number): Promise<number> {
    const due = await this.#articles.due(DUE_MAX);
    const { waiting, overdue } = await this.#articles.count();
    this.#waiting.set(waiting);
    this.#overdue.set(overdue);
    const asked = new Map(due.map(({ id }) => [id, this.#asked.get(id)]));
    const wanted = due.filter(({ id }) => (asked.get(id)?.againAtMs ?? -Infinity) <= nowMs);
    if (wanted.length > 0) {
      const records = wanted.map((one) => reconsiderRecord(one, 'embargo-due', this.#submitted));
      await this.#producer.publish(records, PUBLISH_MS_MAX);
    }
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

  #complain(error: Error, nowMs: number): void {
    const sinceMs = nowMs - (this.#complainedAtMs ?? -Infinity);
    if (sinceMs < SAY_AGAIN_AFTER_MS) return;
    this.#complainedAtMs = nowMs;
    this.#logger.warn(
      { reason: error.message },
      'cannot look for embargoes that are over; articles stay held until it works again',
    );
  }

  #recover(): void {
    if (this.#complainedAtMs === undefined) return;
    this.#complainedAtMs = undefined;
    this.#logger.info('looking for embargoes that are over works again');
  }
}
