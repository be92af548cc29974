import { ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import type {
  Annotation,
  ArticleSubmittedV1,
  ArticleUpdatedV1,
  EventDefinition,
} from '@warta/contracts';
import { encodeEvent, TransientError } from '@warta/messaging';
import type { BatchOutcome, BatchSignal, ReceivedEvent } from '@warta/messaging';
import { AnnotationFailures } from './annotation-failures.ts';
import { AnnotationFailedError } from './annotator-pool.ts';
import type { AnnotatorPool, TextToAnnotate } from './annotator-pool.ts';
import { changeOf } from './article-change.ts';
import type { StoredArticle } from './article-change.ts';
import { emptyHistory } from './article-order.ts';
import type { ArticleStore, ChangedArticles, Decision } from './article.store.postgres.ts';
import type { EnricherMetrics } from './enricher-metrics.ts';
import { reconsiderRecord } from '../reconsider-articles/reconsider-event.ts';
import { submissionsOf } from './submission.ts';
import type { Submission } from './submission.ts';

type Batch = readonly ReceivedEvent<ArticleSubmittedV1>[];

/** Which content of which article has to be annotated before anything can be written. */
interface Wanted {
  readonly id: string;
  readonly contentHash: string;
}

/**
 * How often it may turn out under the locks that other contents are current than foreseen. More
 * than once means that others change the same articles meanwhile, which the partitioning makes rare.
 */
const SURPRISES_MAX = 10;

/** CloudEvents source of what this service publishes. */
const SOURCE = '/warta/enricher';

/**
 * Articles as they are submitted become articles as they are published: ordered, annotated,
 * stored, and told to the world. Annotates before it opens a transaction; under the row locks it
 * only decides and writes.
 */
export class EnrichArticle {
  readonly #store: ArticleStore;
  readonly #annotator: AnnotatorPool;
  readonly #metrics: EnricherMetrics;
  readonly #updated: EventDefinition<ArticleUpdatedV1>;
  readonly #submitted: EventDefinition<ArticleSubmittedV1>;

  constructor(parts: {
    store: ArticleStore;
    annotator: AnnotatorPool;
    metrics: EnricherMetrics;
    /** The events to publish, under the topic names of this stack. */
    updated?: EventDefinition<ArticleUpdatedV1>;
    submitted?: EventDefinition<ArticleSubmittedV1>;
  }) {
    this.#store = parts.store;
    this.#annotator = parts.annotator;
    this.#metrics = parts.metrics;
    this.#updated = parts.updated ?? ArticleUpdated;
    this.#submitted = parts.submitted ?? ArticleSubmitted;
  }

  /**
   * The batch's effect on Postgres, once, however often it is delivered; and the current state of
   * each of its articles, to be published again with every delivery.
   * @throws TransientError while Postgres is away; PermanentError when it refuses the data.
   */
  async handle(batch: Batch, signal: BatchSignal): Promise<BatchOutcome> {
    const failures = new AnnotationFailures(batch);
    const annotations = new Map<string, Annotation>();
    for (let round = 1, surprises = 0; surprises <= SURPRISES_MAX; round += 1) {
      const submissions = submissionsOf(batch, failures.isRejected);
      if (submissions.length === 0) return { publish: [], rejected: failures.rejected };
      const wanted =
        round === 1
          ? await this.#foresee(submissions)
          : await this.#apply(submissions, annotations, failures);
      if (!Array.isArray(wanted)) return this.#outcome(wanted, submissions, failures);
      if (wanted.length === 0) continue;
      const failed = await this.#annotate(wanted, submissions, annotations, signal);
      for (const [{ id, contentHash }, error] of failed) {
        failures.add(id, contentHash, error);
      }
      this.#metrics.rejected.inc(failed.size);
      // A failure is no surprise: what is current without that content comes next.
      if (failed.size === 0) surprises += 1;
    }
    throw new TransientError('enriching: the articles of this batch keep changing meanwhile');
  }

  /** What will have to be annotated, from an unlocked look: right nearly always. */
  async #foresee(submissions: readonly Submission[]): Promise<Wanted[]> {
    const stored = await this.#store.read(submissions.map(({ id }) => id));
    return submissions.flatMap(({ id, feed, arrived }) => {
      const known = stored.get(id) ?? { id, feed, rev: 0, history: emptyHistory };
      const contentHash = changeOf(known, arrived)?.annotateHash;
      return contentHash === undefined ? [] : [{ id, contentHash }];
    });
  }

  /** Writes the batch, or says which annotations it lacks and leaves everything as it was. */
  async #apply(
    submissions: readonly Submission[],
    annotations: ReadonlyMap<string, Annotation>,
    failures: AnnotationFailures,
  ): Promise<Wanted[] | ChangedArticles> {
    const hidesSome = submissions.some(({ arrived }) =>
      arrived.some(({ kind }) => kind === 'takedown' || kind === 'withhold'),
    );
    let decisions: readonly Decision[] = [];
    try {
      const decide = (stored: ReadonlyMap<string, StoredArticle>) => {
        decisions = decideAll(submissions, stored, annotations, failures);
        return decisions;
      };
      const changed = await this.#store.change(submissions, hidesSome, decide);
      this.#observeReleases(decisions);
      return changed;
    } catch (error) {
      if (error instanceof AnnotationsMissing) return error.wanted;
      throw error;
    }
  }

  /** Annotates into `annotations`; returns the texts that cannot be annotated. */
  async #annotate(
    wanted: readonly Wanted[],
    submissions: readonly Submission[],
    annotations: Map<string, Annotation>,
    signal: BatchSignal,
  ): Promise<Map<Wanted, AnnotationFailedError>> {
    const failed = new Map<Wanted, AnnotationFailedError>();
    const byId = new Map(submissions.map((submission) => [submission.id, submission]));
    const annotateOne = async (one: Wanted): Promise<void> => {
      const text = await this.#textOf(one, byId.get(one.id));
      if (text === undefined) return;
      try {
        annotations.set(
          one.contentHash,
          await this.#annotator.annotate(text, () => signal.aborted()),
        );
      } catch (error) {
        if (!(error instanceof AnnotationFailedError)) throw error;
        failed.set(one, error);
      }
      await signal.heartbeat();
    };
    const results = await Promise.allSettled(wanted.map(annotateOne));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    return failed;
  }

  /** From the batch; from Postgres when an older content becomes current again. */
  async #textOf(
    { id, contentHash }: Wanted,
    submission: Submission | undefined,
  ): Promise<TextToAnnotate | undefined> {
    const stored = submission?.contents.has(contentHash) ? undefined : await this.#store.read([id]);
    const content =
      submission?.contents.get(contentHash) ?? (await this.#store.readContent(id, contentHash));
    if (content === undefined) return undefined;
    const pushed = submission?.arrived.find(
      (one) => one.kind === 'push' && one.contentHash === contentHash,
    );
    const push = pushed ?? stored?.get(id)?.history.revisions.get(contentHash);
    const publishedAt = push?.kind === 'push' ? push.publishedAt : undefined;
    return { content, ...(publishedAt === undefined ? {} : { publishedAt }) };
  }

  #observeReleases(decisions: readonly Decision[]): void {
    for (const { change } of decisions) {
      const { releasedFromMs } = change;
      if (releasedFromMs === undefined) continue;
      this.#metrics.releasedLate.observe(Math.max(0, Date.now() - releasedFromMs) / 1_000);
    }
  }

  #outcome(
    { states, reconsider, corrected }: ChangedArticles,
    submissions: readonly Submission[],
    { rejected }: AnnotationFailures,
  ): BatchOutcome {
    this.#metrics.batchArticles.observe(states.length);
    this.#metrics.corrected.inc(corrected);
    const traceparents = new Map(submissions.map(({ id, traceparent }) => [id, traceparent]));
    const told = states.map((state) => {
      this.#metrics.published.inc({ status: state.status });
      const traceparent = traceparents.get(state.articleId);
      return encodeEvent(this.#updated, state, {
        source: SOURCE,
        id: `${state.articleId}:${state.rev}`,
        ...(traceparent === undefined ? {} : { traceparent }),
      });
    });
    const asked = reconsider.map((article) =>
      reconsiderRecord(article, 'duplicate-changed', this.#submitted),
    );
    this.#metrics.reconsidered.inc(asked.length);
    return { publish: [...told, ...asked], rejected };
  }
}

class AnnotationsMissing extends Error {
  readonly wanted: Wanted[];

  constructor(wanted: Wanted[]) {
    super(`${wanted.length} contents are not annotated`);
    this.wanted = wanted;
  }
}

/** @throws AnnotationsMissing when under the locks another content is current than foreseen. */
function decideAll(
  submissions: readonly Submission[],
  stored: ReadonlyMap<string, StoredArticle>,
  annotations: ReadonlyMap<string, Annotation>,
  failures: AnnotationFailures,
): Decision[] {
  const wanted: Wanted[] = [];
  const decisions = submissions.flatMap(({ id, feed, arrived }): Decision[] => {
    const known = stored.get(id) ?? { id, feed, rev: 0, history: emptyHistory };
    const change = changeOf(known, arrived, failures.keptBack(id));
    if (change === undefined) return [];
    if (change.annotateHash === undefined) return [{ change }];
    const annotation = annotations.get(change.annotateHash);
    if (annotation !== undefined) return [{ change, annotation }];
    wanted.push({ id, contentHash: change.annotateHash });
    return [];
  });
  if (wanted.length > 0) throw new AnnotationsMissing(wanted);
  return decisions;
}
