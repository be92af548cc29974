import type { DeadLetterFacts, ReceiptPayload, ReceiptView } from '@warta/contracts';
import type { DeadLetter } from '@warta/messaging';
import type { IndexingFacts, Submission } from '../article-index/article-document.ts';
import type { PipelineOffsets } from './pipeline-offsets.ts';
import { receiptStages } from './receipt-stages.ts';

/** What a receipt needs of an article's document. */
export interface ShownState extends IndexingFacts {
  readonly status: 'live' | 'held' | 'withheld' | 'canceled';
  readonly submission?: Submission;
  readonly changedAt?: string;
  readonly heldUntil?: string;
  readonly contentHash?: string;
}
export const shownFields = [
  ...(['status', 'submission', 'changedAt', 'heldUntil', 'contentHash', 'indexedAt'] as const),
] satisfies readonly (keyof ShownState)[];

/** Whom a receipt asks. All throw TransientError while they cannot be asked. */
export interface ReceiptSources {
  /** In real time. */
  shown(articleId: string): Promise<ShownState | undefined>;
  offsets(): Promise<PipelineOffsets>;
  letterOfPush(payload: ReceiptPayload): Promise<DeadLetter | undefined>;
  letterOfState(payload: ReceiptPayload): Promise<DeadLetter | undefined>;
}

/** The end of an embargo is looked for every few seconds, and then goes the way of a push. */
const RELEASED_WITHIN_MS = 60_000;

/** What is said beside the push itself. */
type Answer = Pick<ReceiptView, 'state' | 'explanation'> &
  Partial<Pick<ReceiptView, 'waiting' | 'deadLetter' | 'heldUntil'>>;

/**
 * How far a push has come. Costs one read of a document when the push is what is shown; else how far
 * both steps are, the document once more, since it may have come meanwhile, and then the dead
 * letters. Writes nothing.
 * @throws TransientError while something that has to be asked does not answer.
 */
export async function readReceipt(
  payload: ReceiptPayload,
  sources: ReceiptSources,
  nowMs: number = Date.now(),
): Promise<ReceiptView> {
  const early = await sources.shown(payload.articleId);
  if (early !== undefined && order(early, payload) >= 0)
    return view(payload, onceThere(early, payload), early);
  const offsets = await sources.offsets();
  const offset = BigInt(payload.offset);
  const next = offsets.nextToEnrich(payload.partition);
  if (next <= offset) return view(payload, waitingFor('enriched', offset - next));

  const shown = await sources.shown(payload.articleId);
  if (shown !== undefined && order(shown, payload) >= 0)
    return view(payload, onceThere(shown, payload), shown);
  const lost = await sources.letterOfPush(payload);
  if (lost?.redrivenAt === undefined && lost !== undefined) return view(payload, failed(lost));
  const redriven = lost === undefined ? 0n : offsets.waitingForEnricher(payload.partition);
  if (redriven > 0n) return view(payload, waitingFor('enriched', redriven));
  const ahead = offsets.waitingForIndex(payload.articleId);
  if (ahead > 0n) return view(payload, waitingFor('indexed', ahead));
  const refused = await sources.letterOfState(payload);
  if (refused?.redrivenAt === undefined && refused !== undefined) {
    return view(payload, failed(refused));
  }
  return view(payload, insteadOf(payload, shown, nowMs));
}

/** Whether what is shown comes from an earlier push (< 0), from this one (0) or a later one (> 0). */
function order({ submission }: ShownState, payload: ReceiptPayload): number {
  if (submission === undefined) return -1;
  // All pushes of an article lie in one partition; another one means another topic of the past.
  if (submission.partition !== payload.partition) {
    return Date.parse(submission.at ?? payload.storedAt) - Date.parse(payload.storedAt) || -1;
  }
  const [theirs, ours] = [BigInt(submission.offset), BigInt(payload.offset)];
  return theirs === ours ? 0 : theirs > ours ? 1 : -1;
}

/** When what is shown is this push or a later one. */
function onceThere(shown: ShownState, payload: ReceiptPayload): Answer {
  const isOurs = order(shown, payload) === 0;
  if (shown.status === 'canceled') {
    return isOurs
      ? { state: 'taken-down', explanation: 'The article is taken down; nothing of it is shown.' }
      : { state: 'taken-down', explanation: 'The article was taken down by a later push.' };
  }
  if (!isOurs) {
    return { state: 'superseded', explanation: 'A later push of the article has taken its place.' };
  }
  switch (shown.status) {
    case 'held':
      return heldAnswer(shown.heldUntil);
    case 'withheld':
      return payload.kind === 'restore' ? restoredAnswer : withheldAnswer;
    case 'live':
      return { state: 'indexed', explanation: 'It is in the index; searches show it in seconds.' };
  }
}

/** When it went all the way and what is shown is none of it, or nothing. */
function insteadOf(payload: ReceiptPayload, shown: ShownState | undefined, nowMs: number): Answer {
  switch (shown?.status) {
    case undefined:
      return {
        state: 'unknown',
        explanation: 'Nothing tells of the push any more. Push the article again to be sure.',
      };
    case 'canceled':
      return {
        state: 'taken-down',
        explanation: 'The article was taken down before; that is final until an admin restores it.',
      };
    case 'held':
      return heldAnswer(shown.heldUntil);
    case 'withheld':
      return withheldAnswer;
    case 'live':
      return besideLive(payload, shown, nowMs);
  }
}

/** When an earlier push is shown, and this one is not. */
function besideLive(payload: ReceiptPayload, shown: ShownState, nowMs: number): Answer {
  const { kind, contentHash, embargoUntil } = payload;
  if (kind === 'restore') {
    return { state: 'unchanged', explanation: 'The article was not taken down; it is shown.' };
  }
  if (contentHash !== undefined && contentHash === shown.contentHash) {
    return {
      state: 'unchanged',
      explanation: 'An earlier push had the same content; that one is shown.',
    };
  }
  if (embargoUntil !== undefined && nowMs < Date.parse(embargoUntil) + RELEASED_WITHIN_MS) {
    return heldAnswer(embargoUntil);
  }
  return {
    state: 'outranked',
    explanation:
      'An earlier push has a newer version or updatedAt and stays. To replace it, push with a newer one.',
  };
}

const restoredAnswer: Answer = {
  state: 'withheld',
  explanation:
    'The article is restored, without its text: it is shown once the feed pushes it again.',
};

const withheldAnswer: Answer = {
  state: 'withheld',
  explanation: 'The article is withheld. To show it, push a version that is newer than that.',
};

function heldAnswer(heldUntil: string | undefined): Answer {
  return {
    state: 'held',
    explanation: `The article is under embargo; it is shown some seconds after ${heldUntil ?? 'its end'}.`,
    ...(heldUntil !== undefined && { heldUntil }),
  };
}

function waitingFor(stage: 'enriched' | 'indexed', records: bigint): Answer {
  const recordsMax = Number(records);
  return {
    state: 'waiting',
    explanation: `It waits to be ${stage}; at most ${recordsMax} records are worked off before it.`,
    waiting: { stage, recordsMax },
  };
}

function failed({ facts }: DeadLetter): Answer {
  return {
    state: 'dead-lettered',
    explanation: `It failed for good (${facts.reason}). Mend it and push it again, or have it sent back.`,
    deadLetter: shownFacts(facts),
  };
}

function shownFacts(facts: DeadLetterFacts): ReceiptView['deadLetter'] {
  const { topic, partition, offset, stage, reason, detail, attempts, failedAt } = facts;
  return { topic, partition, offset, stage, reason, detail, attempts, failedAt };
}

/** @param shown when what is shown is this push: it knows the times of the later stages. */
function view(payload: ReceiptPayload, answer: Answer, shown?: ShownState): ReceiptView {
  const { articleId, feed, kind } = payload;
  const isOurs = shown !== undefined && order(shown, payload) === 0;
  return {
    articleId,
    feed,
    kind,
    ...answer,
    ...receiptStages(payload, isOurs ? shown : undefined),
  };
}
