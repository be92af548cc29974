import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '@warta/messaging';
import type { Logger } from 'pino';
import type { ActiveSearch, ActiveSearches } from './active-searches.store.postgres.ts';
import { FORGOTTEN_AT_ONCE } from './alert.store.postgres.ts';
import type { LiveState } from './batch-states.ts';
import { articlePassedOver, articlesOfSpan } from './late-articles.ts';
import { MatchArticles } from './match-articles.ts';
import type { MatchArticlesParts } from './match-articles.ts';
import type { ClaimedSpan } from './missed-spans.store.postgres.ts';
import type { PassedOver, PassedOverStore } from './passed-over.store.postgres.ts';

/** Of one search at a time: some tenths of a second. */
export const ARTICLES_PER_STEP = 200;

const PASSED_OVER_PER_STEP = 10;

/** When there was nothing to do. */
const LOOK_EVERY_MS = 5_000;
const TROUBLED_WAIT_MS = 10_000;

/** What has just arrived goes first, but not for ever. */
const QUIET_WAITED_MS_MAX = 10_000;
const QUIET_LOOK_MS = 100;

/** Old threads are deleted for so long at a time, as often as it takes, then not for an hour. */
const FORGETTING_MS_MAX = 2_000;
const FORGET_EVERY_MS = 3_600_000;

export interface CatchUpParts extends MatchArticlesParts {
  readonly searches: ActiveSearches;
  readonly passedOver: PassedOverStore;
  /** Whether what has just arrived is being matched. */
  readonly isBusy: () => boolean;
  readonly logger: Logger;
}

/**
 * Matches what searches missed, once they can be tried again: in small steps, the oldest first, behind
 * what arrives. Any number of processes share it; a step that is cut off is done again, and tells
 * nothing twice. It also forgets what is old.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  readonly #matching: MatchArticles;
  readonly #stopped = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #forgetAtMs = 0;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
    this.#matching = new MatchArticles(parts);
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      let waitMs = LOOK_EVERY_MS;
      try {
        await this.#quiet();
        if (await this.step()) waitMs = 0;
        else if (await this.forget()) waitMs = 0;
      } catch (error) {
        if (!signal.aborted) {
          this.#parts.logger.warn({ err: error }, 'missed articles cannot be matched just now');
        }
        waitMs = TROUBLED_WAIT_MS;
      }
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #quiet(): Promise<void> {
    const { signal } = this.#stopped;
    const until = performance.now() + QUIET_WAITED_MS_MAX;
    while (this.#parts.isBusy() && performance.now() < until && !signal.aborted) {
      await sleep(QUIET_LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /**
   * A bounded part of what waits. @returns false when nothing does.
   * @throws TransientError while Postgres or Elasticsearch is away.
   */
  async step(): Promise<boolean> {
    const { missed, passedOver } = this.#parts;
    const span = await missed.claim();
    if (span !== undefined) await this.#goOn(span);
    const articles = await passedOver.claim(PASSED_OVER_PER_STEP);
    for (const article of articles) await this.#tryAgain(article);
    return span !== undefined || articles.length > 0;
  }

  /** @returns true when there is more to forget. */
  async forget(): Promise<boolean> {
    if (performance.now() < this.#forgetAtMs) return false;
    const until = performance.now() + FORGETTING_MS_MAX;
    for (;;) {
      const isAll = (await this.#parts.alerts.forgetOld()) < FORGOTTEN_AT_ONCE;
      if (isAll) break;
      if (performance.now() > until || this.#stopped.signal.aborted) return true;
    }
    await this.#parts.missed.forgetEnded();
    this.#forgetAtMs = performance.now() + FORGET_EVERY_MS;
    return false;
  }

  async #goOn(span: ClaimedSpan): Promise<void> {
    const { entities, missed, searches } = this.#parts;
    const search = (await searches.read()).find(({ id }) => id === span.searchId);
    // Paused or deleted since, or it has told enough for today.
    if (search === undefined || search.isFull) return;
    const articles = await articlesOfSpan(entities.index, span, ARTICLES_PER_STEP);
    if (!(await this.#match(search, span, articles))) return missed.putOff(span);
    const last = articles.at(-1);
    const isEnd = articles.length < ARTICLES_PER_STEP || last === undefined;
    await missed.advance(
      span,
      isEnd ? 'end' : { atMs: last.arrivedAtMs, articleId: last.articleId },
    );
  }

  /** @returns false when it cannot be tried. */
  async #match(
    search: ActiveSearch,
    span: ClaimedSpan,
    articles: readonly LiveState[],
  ): Promise<boolean> {
    // It may have been given another query since, and be asked to match with that what it missed.
    const wanted = { ...search, matchesFromMs: span.fromMs - 1 };
    try {
      const isNoted = true;
      const beat = () => this.#beat();
      const untried = await this.#matching.match([wanted], articles, beat, { isNoted });
      return !untried.has(search.id);
    } catch (error) {
      if (error instanceof TransientError) throw error;
      this.#parts.logger.warn({ err: error, searchId: search.id }, 'a span cannot be matched');
      return false;
    }
  }

  async #tryAgain(asked: PassedOver): Promise<void> {
    const { entities, passedOver, searches } = this.#parts;
    try {
      const article = await articlePassedOver(entities.index, asked);
      const error = article && (await this.#matchApart(await searches.read(), article));
      if (error === undefined) await passedOver.settle(asked);
      else await passedOver.failedAgain(asked.articleId, error.message);
    } catch (error) {
      await passedOver.putBack(asked.articleId);
      throw error;
    }
  }

  /** Those searches that it does not fail with are told of it. @returns why it failed with another. */
  async #matchApart(
    searches: readonly ActiveSearch[],
    article: LiveState,
  ): Promise<Error | undefined> {
    try {
      await this.#matching.match(searches, [article], () => this.#beat());
      return undefined;
    } catch (error) {
      if (error instanceof TransientError || searches.length <= 1) {
        if (error instanceof TransientError) throw error;
        return error as Error;
      }
      const half = Math.ceil(searches.length / 2);
      const first = await this.#matchApart(searches.slice(0, half), article);
      const second = await this.#matchApart(searches.slice(half), article);
      return first ?? second;
    }
  }

  async #beat(): Promise<void> {
    if (this.#stopped.signal.aborted) throw new TransientError('matching alerts: it stops');
  }
}
