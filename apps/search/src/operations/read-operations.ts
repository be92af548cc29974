import type { Operations } from '@warta/contracts';
import { TransientError, within } from '@warta/messaging';
import type { Platform, TopicAdmin } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { readIndexedOffsets } from '../article-index/index-progress.ts';
import type { FeedReportsReader } from '../report-feeds/feed-reports.ts';
import type { DeadLetterDesk } from './dead-letter-desk.ts';

/** Whoever watches asks every few seconds, and several people watch. */
const FRESH_MS = 2_000;

/** Healthy it takes milliseconds; well within the caller's deadline. */
const ANSWER_WITHIN_MS = 4_000;

type Part = Operations['trouble'][number]['part'];
type Parts = Pick<Operations, Part>;

const MEASURED_MS = 60 * 60_000;
const MEASURED_MAX = 500;

/** The topics and groups of one Warta. */
export interface Pipeline {
  readonly submitted: string;
  readonly updated: string;
  /** Of `updated`. */
  readonly partitions: number;
  readonly enricherGroup: string;
  readonly alertsGroup: string;
}

export interface OperationsSources {
  readonly index: ArticleIndex;
  readonly admin: TopicAdmin;
  readonly feeds: FeedReportsReader;
  readonly deadLetters: DeadLetterDesk;
  readonly logger: Platform['logger'];
}

/**
 * How the pipeline is, for all who ask within two seconds from one set of questions. A part that does not
 * answer in time shows what it said last, and that it is so; the others do not wait for it.
 */
export class ReadOperations {
  readonly #sources: OperationsSources;
  readonly #pipeline: Pipeline;
  readonly #now: () => number;
  #running: Promise<Operations> | undefined;
  #latest: { readonly atMs: number; readonly answer: Operations } | undefined;
  #said: Parts = {
    stages: [],
    freshness: { articles: 0, p50Ms: 0, p95Ms: 0 },
    silentFeeds: 0,
    deadLetters: [],
  };
  readonly #saidAt = new Map<Part, string>();

  constructor(
    sources: OperationsSources,
    pipeline: Pipeline,
    now: () => number = () => performance.now(),
  ) {
    this.#sources = sources;
    this.#pipeline = pipeline;
    this.#now = now;
  }

  /** @throws TransientError while neither the broker nor the index answers in time. */
  async read(): Promise<Operations> {
    if (this.#latest && this.#now() - this.#latest.atMs < FRESH_MS) {
      return this.#latest.answer;
    }
    this.#running ??= this.#ask().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #ask(): Promise<Operations> {
    const { feeds, deadLetters } = this.#sources;
    const answers = await Promise.all([
      this.#part('stages', () => this.#stages()),
      this.#part('freshness', () => this.#freshness()),
      this.#part('silentFeeds', async () => (await feeds.all()).silent),
      this.#part('deadLetters', () => deadLetters.count()),
    ]);
    const failed = answers.filter((answer) => answer !== undefined);
    const [first] = failed;
    if (first !== undefined && failed.length === answers.length) {
      throw new TransientError('asking how the pipeline is', { cause: first.cause });
    }
    const answer: Operations = {
      asOf: new Date().toISOString(),
      ...this.#said,
      partial: failed.length > 0,
      trouble: failed.map(({ part }) => {
        const knownAt = this.#saidAt.get(part);
        return knownAt === undefined ? { part } : { part, knownAt };
      }),
    };
    this.#latest = { atMs: this.#now(), answer };
    return answer;
  }

  /** Undefined once the part has said how it is; else why it did not. */
  async #part<P extends Part>(
    part: P,
    ask: () => Promise<Parts[P]>,
  ): Promise<{ readonly part: P; readonly cause: unknown } | undefined> {
    try {
      const said = await within(ANSWER_WITHIN_MS, ask(), `asking for ${part}`);
      this.#said = { ...this.#said, [part]: said };
      this.#saidAt.set(part, new Date().toISOString());
      return undefined;
    } catch (cause) {
      if (!(cause instanceof TransientError))
        this.#sources.logger.warn({ err: cause, part }, 'no answer');
      return { part, cause };
    }
  }

  /** What was worked off is asked before what is stored: lag may be told too long, never too short. */
  async #stages(): Promise<Operations['stages']> {
    const { admin, index } = this.#sources;
    const { submitted, updated, partitions, enricherGroup, alertsGroup } = this.#pipeline;
    const [enriched, alerted, indexed] = await Promise.all([
      admin.committed(enricherGroup, submitted),
      admin.committed(alertsGroup, updated),
      readIndexedOffsets(index, updated, partitions),
    ]);
    const [pushes, states] = await Promise.all([admin.bounds(submitted), admin.bounds(updated)]);
    const stage = (
      name: Operations['stages'][number]['stage'],
      bounds: typeof pushes,
      next: ReadonlyMap<number, bigint>,
    ) => {
      const waitingByPartition = [...bounds]
        .sort((one, other) => one.partition - other.partition)
        .map(({ partition, start, end }) => {
          const from = next.get(partition) ?? start;
          return Number(end > from ? end - (from > start ? from : start) : 0n);
        });
      const waiting = waitingByPartition.reduce((sum, count) => sum + count, 0);
      return { stage: name, waiting, waitingByPartition };
    };
    return [
      stage('enrich', pushes, enriched),
      stage('index', states, indexed),
      stage('alert', states, alerted),
    ];
  }

  async #freshness(): Promise<Operations['freshness']> {
    const { index } = this.#sources;
    const found = await askIndex(index, 'asking how fresh the index is', () =>
      index.client.search<{ submission?: { at?: string }; indexedAt?: string }>({
        index: index.names.read,
        size: MEASURED_MAX,
        query: {
          bool: {
            filter: [
              {
                range: {
                  'submission.at': { gte: Date.now() - MEASURED_MS, format: 'epoch_millis' },
                },
              },
              // Of later states, corrections of entities and relations among them, the writing says
              // nothing of how long the push took.
              { term: { rev: 1 } },
            ],
          },
        },
        sort: [{ 'submission.at': 'desc' }],
        track_total_hits: false,
        _source: ['submission.at', 'indexedAt'],
      }),
    );
    const times = found.hits.hits.flatMap(({ _source }) => {
      const { submission, indexedAt } = _source ?? {};
      if (submission?.at === undefined || indexedAt === undefined) return [];
      return [{ indexedAt, ms: Math.max(0, Date.parse(indexedAt) - Date.parse(submission.at)) }];
    });
    const sorted = times.map(({ ms }) => ms).sort((one, other) => one - other);
    const last = times
      .map(({ indexedAt }) => indexedAt)
      .sort()
      .at(-1);
    return {
      articles: sorted.length,
      p50Ms: quantile(sorted, 0.5),
      p95Ms: quantile(sorted, 0.95),
      ...(last !== undefined && { lastIndexedAt: last }),
    };
  }
}

/** Of numbers in order: the smallest that this share of them does not exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
