import type { ArticleIndex } from '../article-index/article-index.ts';
import type { PendingDocument } from './bulk-requests.ts';
import type { IndexingMetrics } from './indexing-metrics.ts';

/** How often searches are asked; the measured time is too long by at most this and one search. */
const POLL_MS = 200;

/** Bulk requests observed at a time: a minute's worth at full speed. */
const WATCHED_MAX = 1_000;

/** A document that no search shows after this is not going to be. */
const UNSEEN_AFTER_MS = 120_000;

interface Watched {
  /** The last document written by a bulk request. */
  readonly articleId: string;
  readonly rev: number;
  /** Since when somebody waits for its documents. */
  readonly arrivalsMs: readonly number[];
  readonly sinceMs: number;
}

/**
 * Measures how long it takes from the storing of a push until searches show it, by searching: of
 * each bulk request the last document written is looked for until it appears. A refresh shows
 * everything that was written to a shard before, and the index has one shard, so the others of
 * the request are visible then, too. What nobody pushed is not measured. Nothing is searched for while nothing is indexed.
 */
export class VisibleArticles {
  readonly #index: ArticleIndex;
  readonly #metrics: IndexingMetrics;
  #watched: Watched[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(index: ArticleIndex, metrics: IndexingMetrics) {
    this.#index = index;
    this.#metrics = metrics;
  }

  /** The documents that one bulk request has just written, in its order. */
  watch(written: readonly PendingDocument[]): void {
    const last = written.at(-1);
    const arrivalsMs = written.flatMap(({ arrivalMs }) => arrivalMs ?? []);
    if (last === undefined || arrivalsMs.length === 0 || this.#isStopped) return;
    if (this.#watched.length >= WATCHED_MAX) {
      this.#metrics.unseen.inc(arrivalsMs.length);
      return;
    }
    this.#watched.push({
      articleId: last.articleId,
      rev: last.rev,
      arrivalsMs,
      sinceMs: Date.now(),
    });
    this.#pollSoon();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #pollSoon(): void {
    if (this.#timer !== undefined || this.#isStopped || this.#watched.length === 0) return;
    this.#timer = setTimeout(() => {
      void this.#poll().finally(() => {
        this.#timer = undefined;
        this.#pollSoon();
      });
    }, POLL_MS);
    this.#timer.unref();
  }

  /** Never rejects: while Elasticsearch is away, nothing becomes visible. */
  async #poll(): Promise<void> {
    const revs = await this.#visibleRevs().catch(() => new Map<string, number>());
    const nowMs = Date.now();
    this.#watched = this.#watched.filter(({ articleId, rev, arrivalsMs, sinceMs }) => {
      if ((revs.get(articleId) ?? 0) >= rev) {
        for (const atMs of arrivalsMs) {
          // The broker's clock may be ahead of ours.
          this.#metrics.visibleSeconds.observe(Math.max(0, nowMs - atMs) / 1_000);
        }
        return false;
      }
      if (nowMs - sinceMs < UNSEEN_AFTER_MS) return true;
      this.#metrics.unseen.inc(arrivalsMs.length);
      return false;
    });
  }

  async #visibleRevs(): Promise<Map<string, number>> {
    const ids = [...new Set(this.#watched.map(({ articleId }) => articleId))];
    const { hits } = await this.#index.client.search({
      index: this.#index.names.read,
      query: { ids: { values: ids } },
      size: ids.length,
      _source: false,
      docvalue_fields: ['rev'],
      filter_path: ['hits.hits._id', 'hits.hits.fields'],
    });
    return new Map(
      (hits?.hits ?? []).map(({ _id, fields }) => {
        const [rev = 0] = (fields as { rev?: number[] } | undefined)?.rev ?? [];
        return [_id ?? '', rev];
      }),
    );
  }
}
