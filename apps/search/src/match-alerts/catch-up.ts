import { sleep, TransientError } from '@warta/messaging';
import { WorkLoop } from '@warta/service';
import type { Logger } from 'pino';
import type { ActiveSearch, ActiveSearches } from './active-searches.store.postgres.ts';
import { FORGOTTEN_AT_ONCE } from './alert.store.postgres.ts';
import type { LiveState } from './batch-states.ts';
import { articlePassedOver, articlesOfSpan, NotShownYetError } from './late-articles.ts';
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
  readonly #loop: WorkLoop;
  #forgetAtMs = 0;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
    this.#loop = new WorkLoop({
      round: async (signal) => {
        await this.#quiet(signal);
        const isMore = (await this.step()) || (await this.forget());
        return isMore ? 0 : LOOK_EVERY_MS;
      },
      troubled: {
        waitMs: TROUBLED_WAIT_MS,
        tell: (error) =>
          parts.logger.warn({ err: error }, 'missed articles cannot be matched just now'),
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #quiet(signal: AbortSignal): Promise<void> {
    const until = performance.now() + QUIET_WAITED_MS_MAX;
    while (this.#parts.isBusy() && performance.now() < until && !signal.aborted) {
      await sleep(QUIET_LOOK_MS, signal);
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
    await this.#tryAgain(articles);
    return span !== undefined || articles.length > 0;
  }

  /** @returns true when there is more to forget. */
  async forget(): Promise<boolean> {
    if (performance.now() < this.#forgetAtMs) return false;
    const until = performance.now() + FORGETTING_MS_MAX;
    for (;;) {
      const isAll = (await this.#parts.alerts.forgetOld()) < FORGOTTEN_AT_ONCE;
      if (isAll) break;
      if (performance.now() > until || this.#loop.signal.aborted) return true;
    }
    await this.#parts.missed.forgetEnded();
    const articles = await this.#parts.passedOver.forgetOld();
    if (articles > 0) this.#parts.logger.warn({ articles }, 'articles passed over are given up');
    this.#forgetAtMs = performance.now() + FORGET_EVERY_MS;
    return false;
  }

  async #goOn(span: ClaimedSpan): Promise<void> {
    const { entities, missed, searches } = this.#parts;
    const search = (await searches.read()).find(({ id }) => id === span.searchId);
    // Paused, deleted or given another query since, or it has told enough for today.
    if (search?.asked !== span.asked || search.isFull) return;
    const articles = await articlesOfSpan(entities.index, span, ARTICLES_PER_STEP);
    // It may be asked to match what it missed before it was given this query.
    const wanted = { ...search, matchesFromMs: span.countsFromMs };
    // A new one understands names as the index has them now, with those of these articles.
    const matching = new MatchArticles(this.#parts);
    if (!(await this.#match(matching, wanted, articles))) return missed.putOff(span);
    const last = articles.at(-1);
    const isEnd = articles.length < ARTICLES_PER_STEP || last === undefined;
    await missed.advance(
      span,
      isEnd ? 'end' : { atMs: last.arrivedAtMs, articleId: last.articleId },
    );
  }

  /**
   * An article that it fails on for itself is passed over, as one that has just arrived is.
   * @returns false when the search cannot be tried.
   */
  async #match(
    matching: MatchArticles,
    search: ActiveSearch,
    articles: readonly LiveState[],
  ): Promise<boolean> {
    try {
      const untried = await matching.match([search], articles, () => this.#beat(), {
        isNoted: true,
      });
      return !untried.has(search.id);
    } catch (error) {
      const [only] = articles;
      if (error instanceof TransientError || only === undefined) throw error;
      if (articles.length === 1) {
        this.#parts.metrics.unmatched.inc();
        await this.#parts.passedOver.note(only, (error as Error).message, [search.id]);
        return true;
      }
      const half = Math.ceil(articles.length / 2);
      return (
        (await this.#match(matching, search, articles.slice(0, half))) &&
        (await this.#match(matching, search, articles.slice(half)))
      );
    }
  }

  async #tryAgain(claimed: readonly PassedOver[]): Promise<void> {
    if (claimed.length === 0) return;
    const { entities, passedOver, searches } = this.#parts;
    const matching = new MatchArticles(this.#parts);
    const left = new Set(claimed);
    try {
      for (const asked of claimed) {
        const article = await shownOr(articlePassedOver(entities.index, asked));
        const error =
          article instanceof Error || article === undefined
            ? article
            : await this.#matchApart(matching, countingFor(await searches.read(), asked), article);
        if (error === undefined) await passedOver.settle(asked);
        else await passedOver.failedAgain(asked.articleId, error.message);
        left.delete(asked);
      }
    } catch (error) {
      await passedOver.putBack([...left].map(({ articleId }) => articleId));
      throw error;
    }
  }

  /** Those searches that it does not fail with are told of it. @returns why it failed with another. */
  async #matchApart(
    matching: MatchArticles,
    searches: readonly ActiveSearch[],
    article: LiveState,
  ): Promise<Error | undefined> {
    try {
      await matching.match(searches, [article], () => this.#beat());
      return undefined;
    } catch (error) {
      if (error instanceof TransientError) throw error;
      if (searches.length <= 1) return error as Error;
      const half = Math.ceil(searches.length / 2);
      const first = await this.#matchApart(matching, searches.slice(0, half), article);
      const second = await this.#matchApart(matching, searches.slice(half), article);
      return first ?? second;
    }
  }

  async #beat(): Promise<void> {
    if (this.#loop.signal.aborted) throw new TransientError('matching alerts: it stops');
  }
}

/** An article of a span counts for the search that missed it, whatever that counts from by now. */
function countingFor(
  searches: readonly ActiveSearch[],
  { missedBy, arrivedAtMs }: PassedOver,
): readonly ActiveSearch[] {
  return searches.map((search) =>
    missedBy.includes(search.id)
      ? { ...search, matchesFromMs: Math.min(search.matchesFromMs, arrivedAtMs - 1) }
      : search,
  );
}

/** @returns why it cannot be tried again yet, instead of failing. */
async function shownOr<T>(found: Promise<T>): Promise<T | NotShownYetError> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof NotShownYetError) return error;
    throw error;
  }
}
