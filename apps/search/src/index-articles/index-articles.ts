import type { ArticleUpdatedV1 } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { BatchOutcome, BatchSignal, ReceivedEvent, Rejected } from '@warta/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { RevisionWriter } from '../revisions-index/revision-writer.ts';
import { bulkOutcome, requestOutcome } from '../article-index/bulk-outcome.ts';
import type { BulkItem, BulkOutcome } from '../article-index/bulk-outcome.ts';
import {
  bulkLines,
  bulkRequests,
  newestFirst,
  pendingDocument,
  withdrawnFirst,
} from './bulk-requests.ts';
import type { Origin, PendingDocument, VersionType } from './bulk-requests.ts';
import { measuredArrivals } from './measured-arrivals.ts';
import type { IndexingMetrics } from './indexing-metrics.ts';
import type { VisibleArticles } from './visible-articles.ts';

/** Two keep Elasticsearch busy (73-96 % more than one); four add nothing. */
const REQUESTS_IN_FLIGHT_MAX = 2;

/** A node that is alive answers long before. */
const BULK_TIMEOUT_MS = 30_000;

/** For the primary shard to come back, e.g. while a node restarts; then the item says 503. */
const SHARD_WAIT = '10s';

/** Waits between tries of the items that did not go through; then the consumer's own waiting. */
const RETRY_WAITS_MS = [100, 300, 1_000, 2_000];

/** An answer nobody foresaw may pass, like an upgrade of the cluster; longer, and it will not. */
const UNKNOWN_RETRIED_MS = 15 * 60_000;

/** Batches that were taken away leave their unknowns behind; more than these are of the past. */
const UNKNOWN_REMEMBERED_MAX = 10_000;

type Received = ReceivedEvent<ArticleUpdatedV1>;

export interface IndexingOptions {
  readonly metrics: IndexingMetrics;
  /** Measures how long pushes take to be seen; without it nothing is measured. */
  readonly visible?: VisibleArticles;
  /** Records every state; without it only the newest of an article is kept. */
  readonly revisions?: RevisionWriter;
  /** `external` unless told: what the index has already is not written again. */
  readonly versionType?: VersionType;
  /** Where each state comes from; the record that brought it unless told. */
  readonly originsOf?: (received: readonly Received[]) => Promise<readonly Origin[]>;
  readonly now?: () => number;
}

type Answer = readonly [document: PendingDocument, outcome: BulkOutcome];

/**
 * Brings the index up to the states of a batch, whatever is in it and however often it comes: the
 * highest rev of an article wins. A document that the index will never take is rejected alone.
 */
export class IndexArticles {
  readonly #index: ArticleIndex;
  readonly #options: IndexingOptions;
  readonly #metrics: IndexingMetrics;
  readonly #now: () => number;
  /** Since when a document gets answers nobody foresaw. */
  readonly #unknownSince = new Map<string, number>();

  constructor(index: ArticleIndex, options: IndexingOptions) {
    this.#index = index;
    this.#options = options;
    this.#metrics = options.metrics;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Of each article only the newest state is sent; an older one only when the newer is refused. What
   * has no text goes first, since a takedown must not wait for the revisions; any other state only
   * when it is recorded.
   * @throws TransientError when Elasticsearch did not take everything within a few tries.
   */
  async handle(batch: readonly Received[], signal: BatchSignal): Promise<BatchOutcome> {
    const { revisions } = this.#options;
    const rejected: Rejected[] = [];
    let open = newestFirst(batch);
    if (revisions !== undefined) {
      const { withdrawn, newer } = withdrawnFirst(batch, open);
      open = newer;
      try {
        rejected.push(...(await this.#indexNewest(batch, withdrawn, signal)));
      } finally {
        rejected.push(...(await revisions.write(batch, signal)));
      }
    }
    rejected.push(...(await this.#indexNewest(batch, open, signal)));
    // What neither of the two takes is one dead letter.
    const byIndex = new Map(rejected.map((one) => [one.index, one]));
    return { publish: [], rejected: [...byIndex.values()] };
  }

  /** @param open by article, newest state first. @returns what the index refused for good. */
  async #indexNewest(
    batch: readonly Received[],
    open: readonly number[][],
    signal: BatchSignal,
  ): Promise<Rejected[]> {
    const rejected: Rejected[] = [];
    let articles = open;
    while (articles.length > 0) {
      const heads = await this.#pending(
        batch,
        articles.flatMap(([index]) => index ?? []),
      );
      const refused = await this.#indexAll(heads, signal);
      rejected.push(...refused.values());
      articles = articles
        .filter(([index = 0]) => refused.has(index))
        .map(([, ...older]) => older)
        .filter((older) => older.length > 0);
    }
    return rejected;
  }

  /** The documents of some of the events; it is before they are sent that the index can tell news. */
  async #pending(
    batch: readonly Received[],
    indices: readonly number[],
  ): Promise<PendingDocument[]> {
    const received = indices.flatMap((index) => batch[index] ?? []);
    const [arrivals, origins] = await Promise.all([
      this.#arrivals(received),
      this.#origins(received),
    ]);
    return received.map((one, at) =>
      pendingDocument(one, indices[at] ?? 0, origins[at], arrivals.get(one.event.articleId)),
    );
  }

  async #arrivals(received: readonly Received[]): Promise<Map<string, number>> {
    if (this.#options.visible === undefined) return new Map();
    const arrivals = await measuredArrivals(
      this.#index,
      received.map(({ event }) => event),
    );
    if (arrivals === undefined) this.#metrics.unseen.inc(received.length);
    return arrivals ?? new Map();
  }

  async #origins(received: readonly Received[]): Promise<readonly Origin[]> {
    const { originsOf } = this.#options;
    if (originsOf !== undefined) return originsOf(received);
    return received.map(({ partition, offset }) => ({
      updatedFrom: { partition, offset: String(offset) },
    }));
  }

  /** @returns what the index refused for good, by index in the batch. */
  async #indexAll(
    documents: readonly PendingDocument[],
    signal: BatchSignal,
  ): Promise<Map<number, Rejected>> {
    const refused = new Map<number, Rejected>();
    let open = [...documents];
    for (let tries = 0; ; tries += 1) {
      const answers = await this.#send(open, signal);
      open = [];
      let why = '';
      for (const [document, outcome] of answers) {
        const settled = this.#settled(document, outcome);
        if (settled === undefined) {
          open.push(document);
          why = 'detail' in outcome ? outcome.detail : '';
        } else if (settled.kind === 'dead-letter') {
          const { reason, detail } = settled;
          refused.set(document.index, { index: document.index, reason, detail, stage: 'index' });
        }
      }
      if (open.length === 0) return refused;
      this.#metrics.retries.inc(open.length);
      const waitMs = RETRY_WAITS_MS[tries];
      if (waitMs === undefined || signal.aborted()) {
        throw new TransientError(
          `indexing articles: ${open.length} of ${documents.length} did not go through: ${why}`,
        );
      }
      await sleep(waitMs * (0.5 + Math.random()));
      await signal.heartbeat();
    }
  }

  /** The final outcome of a document, or undefined while it has to be tried again. */
  #settled(document: PendingDocument, outcome: BulkOutcome): BulkOutcome | undefined {
    const key = `${document.articleId} ${document.rev}`;
    const settled = outcome.kind === 'unknown' ? this.#patience(key, outcome.detail) : outcome;
    if (settled === undefined || settled.kind === 'retry') return undefined;
    this.#unknownSince.delete(key);
    this.#metrics.documents.inc({ outcome: settled.kind });
    return settled;
  }

  #patience(key: string, detail: string): BulkOutcome | undefined {
    if (this.#unknownSince.size >= UNKNOWN_REMEMBERED_MAX) this.#unknownSince.clear();
    const since = this.#unknownSince.get(key) ?? this.#now();
    this.#unknownSince.set(key, since);
    return this.#now() - since < UNKNOWN_RETRIED_MS
      ? undefined
      : { kind: 'dead-letter', reason: 'unknown', detail };
  }

  /** Sends all documents, a few requests at a time. Never rejects: failures are outcomes. */
  async #send(documents: readonly PendingDocument[], signal: BatchSignal): Promise<Answer[]> {
    const requests = bulkRequests(documents);
    const answers: Answer[] = [];
    const sendNext = async (): Promise<void> => {
      for (let next = requests.shift(); next !== undefined; next = requests.shift()) {
        answers.push(...(await this.#bulk(next)));
        await signal.heartbeat();
      }
    };
    await Promise.all(Array.from({ length: REQUESTS_IN_FLIGHT_MAX }, sendNext));
    return answers;
  }

  async #bulk(documents: readonly PendingDocument[]): Promise<Answer[]> {
    let outcomes: BulkOutcome[];
    const endTimer = this.#metrics.bulkSeconds.startTimer();
    try {
      const { items } = await this.#index.client.bulk<string>(
        {
          index: this.#index.names.write,
          require_alias: true,
          timeout: SHARD_WAIT,
          filter_path: ['items.*.status', 'items.*.error'],
          operations: bulkLines(documents, this.#now(), this.#options.versionType),
        },
        { requestTimeout: BULK_TIMEOUT_MS },
      );
      if (items?.length !== documents.length) throw new Error('the answer lacks items');
      outcomes = items.map((item) => bulkOutcome(item.index as BulkItem));
    } catch (error) {
      const outcome = requestOutcome(error);
      if (outcome.kind === 'split' && documents.length > 1) return this.#bulkInHalves(documents);
      outcomes = documents.map(() => outcome);
    } finally {
      endTimer();
    }
    const answers = documents.map((document, at): Answer => {
      const outcome = outcomes[at] ?? { kind: 'unknown', detail: 'no answer' };
      return [document, outcome.kind === 'split' ? outcome.alone : outcome];
    });
    this.#options.visible?.watch(
      answers.filter(([, { kind }]) => kind === 'done').map(([done]) => done),
    );
    return answers;
  }

  async #bulkInHalves(documents: readonly PendingDocument[]): Promise<Answer[]> {
    const half = Math.ceil(documents.length / 2);
    return [
      ...(await this.#bulk(documents.slice(0, half))),
      ...(await this.#bulk(documents.slice(half))),
    ];
  }
}
