import type { ArticleUpdatedV1 } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { BatchOutcome, BatchSignal, ReceivedEvent } from '@warta/messaging';
import type { ActiveSearches } from './active-searches.store.postgres.ts';
import { batchStates, isNews } from './batch-states.ts';
import type { HiddenState, LiveState } from './batch-states.ts';
import { MatchArticles } from './match-articles.ts';
import type { MatchArticlesParts } from './match-articles.ts';
import type { PassedOverStore } from './passed-over.store.postgres.ts';
import type { IndexCopy, ShownProgress } from './shown-progress.ts';

/** Articles of one round: below the window of results of the index. */
const ROUND_ARTICLES_MAX = 500;

/** Each may be told of in hundreds of threads. */
const HIDDEN_AT_ONCE = 20;

interface Waiting {
  readonly articles: readonly LiveState[];
  /** Which copy of the index shows them. */
  readonly copy: IndexCopy;
  readonly signal: BatchSignal;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export interface MatchParts extends MatchArticlesParts {
  readonly searches: ActiveSearches;
  readonly shown: ShownProgress;
  readonly passedOver: PassedOverStore;
}

/**
 * Makes alerts of the articles of a batch. What hides an article counts at once; what shows one, when
 * searches show it. The batches of all partitions that wait are matched together: a round costs about
 * the same for one article as for two hundred.
 */
export class MatchAlerts {
  readonly #parts: MatchParts;
  readonly #matching: MatchArticles;
  #waiting: Waiting[] = [];
  #round: Promise<void> | undefined;

  constructor(parts: MatchParts) {
    this.#parts = parts;
    this.#matching = new MatchArticles(parts);
  }

  /** Whether it matches what has just arrived: everything else can wait. */
  get isBusy(): boolean {
    return this.#round !== undefined;
  }

  /**
   * Any event may come again, and tells nothing then. What cannot be matched is passed over after some
   * tries, and noted for the catch-up; what hides an article never is.
   * @throws TransientError while Postgres or Elasticsearch is away, or the index behind.
   */
  async handle(
    batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
    signal: BatchSignal,
  ): Promise<BatchOutcome> {
    return this.#watched(batch, () => this.#handle(batch, signal));
  }

  /**
   * Only takes back what alerts told of articles that are hidden now; `handle` does so, too, but
   * waits for the index before it comes to them.
   * @throws TransientError while Postgres is away.
   */
  async withdraw(
    batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
    signal: BatchSignal,
  ): Promise<BatchOutcome> {
    return this.#watched(batch, async () => {
      await this.#withdraw(batchStates(batch.map(({ event }) => event)).hidden, signal);
      return { publish: [], rejected: [] };
    });
  }

  async #watched(
    batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
    work: () => Promise<BatchOutcome>,
  ): Promise<BatchOutcome> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TransientError || batch.length > 1) throw error;
      this.#parts.metrics.unmatched.inc();
      if (batch.every(({ event }) => event.status === 'live')) {
        await this.#notePassedOver(batch, error as Error);
        throw error;
      }
      const what = `withdrawing what alerts told: ${(error as Error).message}`;
      throw new TransientError(what, { cause: error });
    }
  }

  async #handle(
    batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
    signal: BatchSignal,
  ): Promise<BatchOutcome> {
    const { alerts, searches, shown } = this.#parts;
    const { live, hidden } = batchStates(batch.map(({ event }) => event));
    await this.#withdraw(hidden, signal);
    await alerts.followGroups(live);

    const since = Math.min(...(await searches.read()).map(({ matchesFromMs }) => matchesFromMs));
    const news = live.filter((article) => isNews(article) && article.newsAtMs > since);
    const last = batch.at(-1);
    if (news.length > 0 && last !== undefined) {
      const copy = await shown.waitFor(last.offset + 1n, signal);
      await this.#match(news, copy, signal);
    }
    return { publish: [], rejected: [] };
  }

  async #withdraw(hidden: readonly HiddenState[], signal: BatchSignal): Promise<void> {
    const { alerts, metrics } = this.#parts;
    for (let at = 0; at < hidden.length; at += HIDDEN_AT_ONCE) {
      const withdrawn = await alerts.withdraw(hidden.slice(at, at + HIDDEN_AT_ONCE));
      if (withdrawn > 0) metrics.events.inc({ kind: 'withdrawn' }, withdrawn);
      await signal.heartbeat();
    }
  }

  /** Before it is given up: at worst it is matched, and then once more. */
  async #notePassedOver(
    batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
    { message }: Error,
  ): Promise<void> {
    const { live } = batchStates(batch.map(({ event }) => event));
    for (const article of live.filter(isNews)) await this.#parts.passedOver.note(article, message);
  }

  /** In the next round, with what else waits. */
  #match(articles: readonly LiveState[], copy: IndexCopy, signal: BatchSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ articles, copy, signal, resolve, reject });
      this.#round ??= this.#rounds();
    });
  }

  async #rounds(): Promise<void> {
    while (this.#waiting.length > 0) await this.#answer(this.#next());
    this.#round = undefined;
  }

  /** What one of them cannot be matched for is no matter of the others. */
  async #answer(some: readonly Waiting[]): Promise<void> {
    try {
      await this.#matchTogether(
        some.flatMap(({ articles }) => articles),
        () => signOfLife(some),
      );
      // Not found may have been: not shown yet, by that one. What was told is not told again.
      await this.#parts.shown.checkSame(some.map(({ copy }) => copy));
      for (const { resolve } of some) resolve();
    } catch (error) {
      if (some.length > 1 && !(error instanceof TransientError)) {
        for (const one of some) await this.#answer([one]);
        return;
      }
      for (const { reject } of some) reject(error);
    }
  }

  /** At least one, however large it is. */
  #next(): Waiting[] {
    let articles = 0;
    const fits = this.#waiting.findIndex((one, at) => {
      articles += one.articles.length;
      return at > 0 && articles > ROUND_ARTICLES_MAX;
    });
    const some = this.#waiting.slice(0, fits === -1 ? undefined : fits);
    this.#waiting = this.#waiting.slice(some.length);
    return some;
  }

  async #matchTogether(articles: readonly LiveState[], beat: () => Promise<void>): Promise<void> {
    const { searches, metrics } = this.#parts;
    const endTimer = metrics.roundSeconds.startTimer();
    await this.#matching.match(await searches.read(), articles, beat);
    metrics.articles.inc(articles.length);
    endTimer();
  }
}

/** @throws TransientError when nobody waits any more. */
async function signOfLife(waiting: readonly Waiting[]): Promise<void> {
  await Promise.all(waiting.map(({ signal }) => signal.heartbeat()));
  if (waiting.every(({ signal }) => signal.aborted())) {
    throw new TransientError('matching alerts: its partitions were taken away');
  }
}
