import type { ReceiptPayload, ReceiptView } from '@warta/contracts';
import type { DeadLetter } from '@warta/messaging';
import type { Submission } from '../article-index/article-document.ts';
import { compareSubmissions } from '../article-index/compare-submissions.ts';
import type { PipelineOffsets } from './pipeline-offsets.ts';
import {
  failed,
  heldAnswer,
  insteadOf,
  onceThere,
  overdueAnswer,
  RELEASED_WITHIN_MS,
  unchanged,
  waitingFor,
} from './receipt-answers.ts';
import type { Answer } from './receipt-answers.ts';
import { receiptStages } from './receipt-stages.ts';
import type { ShownState } from './shown-state.ts';

/** Whom a receipt asks. All throw TransientError while they cannot be asked. */
export interface ReceiptSources {
  /** In real time. */
  shown(articleId: string): Promise<ShownState | undefined>;
  offsets(): Promise<PipelineOffsets>;
  /** The first submission of a partition that was stored at or after this time, else the next. */
  submittedSince(partition: number, sinceMs: number): Promise<bigint>;
  letterOfPush(payload: ReceiptPayload): Promise<DeadLetter | undefined>;
  letterOfState(payload: ReceiptPayload): Promise<DeadLetter | undefined>;
  /** Of the request to publish it once its embargo was over. */
  letterOfRelease(payload: ReceiptPayload, endMs: number): Promise<DeadLetter | undefined>;
}

/** What is known of a push when the first questions do not settle it. */
interface Asked {
  readonly payload: ReceiptPayload;
  readonly sources: ReceiptSources;
  readonly offsets: PipelineOffsets;
  readonly nowMs: number;
}

/**
 * How far a push has come. Costs one read of a document when the push is what is shown; else how far
 * both steps are, the document once more, since it may have come meanwhile, and then the dead
 * letters, unless the same content is shown. Writes nothing.
 * @throws TransientError while something that has to be asked does not answer.
 */
export async function readReceipt(
  payload: ReceiptPayload,
  sources: ReceiptSources,
  nowMs: number = Date.now(),
): Promise<ReceiptView> {
  const early = await sources.shown(payload.articleId);
  const settled = settledBy(early, payload, nowMs);
  if (settled !== undefined) return view(payload, settled, early);
  const offsets = await sources.offsets();
  const offset = BigInt(payload.offset);
  const next = offsets.nextToEnrich(payload.partition);
  if (next <= offset) return view(payload, waitingFor('enriched', offset - next));

  const shown = await sources.shown(payload.articleId);
  const now = settledBy(shown, payload, nowMs);
  if (now !== undefined) return view(payload, now, shown);
  const asked = { payload, sources, offsets, nowMs };
  const isThere = shown !== undefined && comparedTo(payload, shown.submission) >= 0;
  const answer =
    (isThere ? undefined : await onItsWay(asked, shown)) ?? (await atRest(asked, shown));
  return view(payload, answer, shown);
}

/** When what is shown is this push or a later one; not while its own embargo should have ended. */
function settledBy(
  shown: ShownState | undefined,
  payload: ReceiptPayload,
  nowMs: number,
): Answer | undefined {
  if (shown === undefined) return undefined;
  const order = comparedTo(payload, shown.submission);
  if (order < 0) return undefined;
  const isOverdue = order === 0 && shown.status === 'held' && isPast(shown.heldUntil, nowMs);
  return isOverdue ? undefined : onceThere(shown, payload.kind, order === 0);
}

/** What a push meets that nothing shown comes from; undefined when it went all the way. */
async function onItsWay(
  { payload, sources, offsets }: Asked,
  shown: ShownState | undefined,
): Promise<Answer | undefined> {
  const ahead = offsets.waitingForIndex(payload.articleId);
  // What feeds send most: the same again. Whether it failed or not, its content is shown.
  if (shown?.status === 'live' && payload.contentHash === shown.contentHash) {
    return ahead > 0n ? waitingFor('indexed', ahead) : unchanged;
  }
  const [lost, refused] = await Promise.all([
    sources.letterOfPush(payload),
    sources.letterOfState(payload),
  ]);
  if (lost !== undefined && lost.redrivenAt === undefined) return failed(lost);
  const redriven = lost === undefined ? 0n : offsets.waitingForEnricher(payload.partition);
  if (redriven > 0n) return waitingFor('enriched', redriven);
  if (ahead > 0n) return waitingFor('indexed', ahead);
  return refused !== undefined && refused.redrivenAt === undefined ? failed(refused) : undefined;
}

/** When it went all the way. */
async function atRest(asked: Asked, shown: ShownState | undefined): Promise<Answer> {
  const { payload, nowMs } = asked;
  if (shown?.status === 'held') {
    if (!isPast(shown.heldUntil, nowMs)) return heldAnswer(shown.heldUntil);
    return (await onRelease(asked, shown.heldUntil)) ?? overdueAnswer(shown.heldUntil);
  }
  const { embargoUntil } = payload;
  if (shown?.status !== 'live' || embargoUntil === undefined) return insteadOf(payload.kind, shown);
  if (!isPast(embargoUntil, nowMs)) return heldAnswer(embargoUntil, true);
  return (await onRelease(asked, embargoUntil)) ?? insteadOf(payload.kind, shown);
}

/** What keeps back a text whose embargo is over; undefined when nothing does that is known. */
async function onRelease(
  { payload, sources, offsets }: Asked,
  embargoUntil: string,
): Promise<Answer | undefined> {
  const { partition, articleId } = payload;
  const endMs = Date.parse(embargoUntil);
  const next = offsets.nextToEnrich(partition);
  const after = await sources.submittedSince(partition, endMs + RELEASED_WITHIN_MS);
  if (next < after) return waitingFor('enriched', after - next);
  const letter = await sources.letterOfRelease(payload, endMs);
  if (letter !== undefined && letter.redrivenAt === undefined) return failed(letter);
  const redriven = letter === undefined ? 0n : offsets.waitingForEnricher(partition);
  if (redriven > 0n) return waitingFor('enriched', redriven);
  const ahead = offsets.waitingForIndex(articleId);
  return ahead > 0n ? waitingFor('indexed', ahead) : undefined;
}

/** Whether an embargo has been over for long enough for its article to be released. */
function isPast(embargoUntil: string | undefined, nowMs: number): embargoUntil is string {
  return embargoUntil !== undefined && nowMs >= Date.parse(embargoUntil) + RELEASED_WITHIN_MS;
}

/** Whether what is shown comes from an earlier push (< 0), from this one (0) or a later one (> 0). */
function comparedTo(payload: ReceiptPayload, submission: Submission | undefined): number {
  if (submission === undefined) return -1;
  const { partition, offset, storedAt: at } = payload;
  return compareSubmissions(submission, { at, partition, offset });
}

/** @param shown when what is shown is this push: it knows the times of the later stages. */
function view(payload: ReceiptPayload, answer: Answer, shown?: ShownState): ReceiptView {
  const { articleId, feed, kind } = payload;
  const isOurs = shown !== undefined && comparedTo(payload, shown.submission) === 0;
  return {
    articleId,
    feed,
    kind,
    ...answer,
    ...receiptStages(payload, isOurs ? shown : undefined),
  };
}
