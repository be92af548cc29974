import type { ArticleUpdatedV1 } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { BatchSignal, ReceivedEvent, Rejected } from '@warta/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTurns } from './in-turns.ts';
import { RevisionBulk, revisionWrite } from './revision-bulk.ts';
import type { RevisionWrite, WriteAnswer, WrittenAt } from './revision-bulk.ts';
import { revisionId } from './revision-document.ts';
import type { LedgerDocument } from './revision-document.ts';
import { emptyLedger, entryOf, isAtGap, learn } from './revision-ledger.ts';
import type { LedgerEntry, RevisionLedger } from './revision-ledger.ts';
import { readVersions, readWritten } from './read-written.ts';
import { revisionWrites } from './revision-writes.ts';
import { ensureRevisionsIndex } from './revisions-index.ts';
import type { RevisionsIndex } from './revisions-index.ts';
import { headFields, withdrawalsIn } from './withdrawal-entries.ts';
import type { ArticleHead } from './withdrawal-entries.ts';

/** Waits between tries of what did not go through; then the consumer's own waiting. */
const RETRY_WAITS_MS = [100, 300, 1_000, 2_000];

/** Two processes fight over an article for the moment of a rebalance, not longer. */
const TRIES_MAX = 10;

/** As for articles: a shard takes one request with one thread. */
const SLICES_IN_FLIGHT_MAX = 2;

/** The states of one article in a batch, and where they stand in it. */
type States = readonly { readonly index: number; readonly state: ArticleUpdatedV1 }[];

/** An article whose ledger knows the batch's states. */
interface Learnt {
  readonly articleId: string;
  readonly states: States;
  readonly ledger: RevisionLedger;
  readonly at: WrittenAt;
}

/** What of a batch is still to be done, and what became of the rest. */
interface Work {
  readonly open: Map<string, States>;
  readonly refused: Map<number, Rejected>;
  why: string;
}

/**
 * Writes down every published state of an article with its time, in any order of delivery and
 * repetition, and erases the text of all that is withdrawn.
 *
 * An article's ledger is changed first, and only if nobody else has changed it since it was read;
 * what follows from it is written with the ledger's version, so that whoever knows less cannot
 * write over it. In the end the ledger is looked at again: if another has changed it meanwhile, its
 * changes may have missed documents of ours, and all is done again from the newer one. Killed at any point, the
 * batch comes again and does the same.
 */
export class RevisionWriter {
  readonly #index: RevisionsIndex;
  readonly #bulk: RevisionBulk;

  constructor(index: RevisionsIndex, now: () => number = Date.now) {
    this.#index = index;
    this.#bulk = new RevisionBulk(index, now);
  }

  /**
   * @param batch all states of a batch, not only the newest of each article.
   * @returns the states that the index will never take.
   * @throws TransientError when Elasticsearch did not take everything within a few tries.
   */
  async write(
    batch: readonly Pick<ReceivedEvent<ArticleUpdatedV1>, 'event'>[],
    signal: BatchSignal,
  ): Promise<Rejected[]> {
    try {
      return await this.#write(batch, signal);
    } catch (error) {
      if (signal.aborted() || !(await this.#isMadeAnew(error))) throw error;
      return this.#write(batch, signal);
    }
  }

  /** An index that was lost begins anew, since indexing waits for it. */
  async #isMadeAnew(why: unknown): Promise<boolean> {
    try {
      return (await ensureRevisionsIndex(this.#index)) === 'created';
    } catch (error) {
      const [first, then] = [why, error].map((one) => (one instanceof Error ? one.message : one));
      throw new TransientError(`${first}; looking for the index: ${then}`, { cause: error });
    }
  }

  async #write(
    batch: readonly Pick<ReceivedEvent<ArticleUpdatedV1>, 'event'>[],
    signal: BatchSignal,
  ): Promise<Rejected[]> {
    const states = batch.map(({ event }, index) => ({ index, state: event }));
    const open = Map.groupBy(states, ({ state }) => state.articleId);
    const work: Work = { open, refused: new Map(), why: '' };
    for (let tries = 0; ; tries += 1) {
      work.why = '';
      const learnt = await this.#learn(work, signal);
      await this.#closeUnchanged(await this.#writeDocuments(learnt, work, signal), work);
      if (open.size === 0) return [...work.refused.values()];
      const waitMs = RETRY_WAITS_MS[Math.min(tries, RETRY_WAITS_MS.length - 1)] ?? 0;
      const isOutage = work.why !== '' && tries >= RETRY_WAITS_MS.length;
      if (isOutage || tries >= TRIES_MAX || signal.aborted()) {
        throw new TransientError(
          `recording revisions: ${open.size} articles did not go through: ${work.why || 'others keep writing them'}`,
        );
      }
      await sleep(waitMs * (0.5 + Math.random()));
      await signal.heartbeat();
    }
  }

  /** Teaches the ledgers what is new to them; who is beaten by another writer stays open. */
  async #learn(work: Work, signal: BatchSignal): Promise<Learnt[]> {
    const ids = [...work.open.keys()];
    const stored = await readWritten<LedgerDocument>(this.#index, ids);
    const withdrawals = await this.#withdrawalsMissed(work, stored);
    const learnt: Learnt[] = [];
    const changed: Omit<Learnt, 'at'>[] = [];
    const writes: RevisionWrite[] = [];
    const deletes: RevisionWrite[] = [];
    for (const [articleId, states] of work.open) {
      const found = stored.get(articleId);
      const known = found?.source.ledger ?? emptyLedger;
      const ledger = learn(known, [
        ...(withdrawals.get(articleId) ?? []),
        ...states.map(({ state }) => entryOf(state)),
      ]);
      if (ledger === known && found) {
        learnt.push({ articleId, states, ledger, at: found.at });
      } else {
        changed.push({ articleId, states, ledger });
        deletes.push(...forgotten(articleId, known, ledger));
        writes.push(ledgerWrite(articleId, ledger, found?.at));
      }
    }
    // Before the ledger forgets them: whatever it does not name is not found again.
    const isDeleted = (await this.#bulk.send(deletes, signal)).every(
      ({ outcome }) => outcome.kind !== 'retry',
    );
    if (!isDeleted) {
      work.why = 'old states could not be deleted';
      return learnt;
    }
    const answers = await this.#bulk.send(writes, signal);
    for (const [at, { outcome, at: writtenAt }] of answers.entries()) {
      const article = changed[at];
      if (article === undefined) continue;
      if (outcome.kind === 'done' && writtenAt) learnt.push({ ...article, at: writtenAt });
      if (outcome.kind === 'retry') work.why = outcome.detail;
      if (outcome.kind === 'dead-letter') {
        for (const { index } of article.states) refuse(work, index, outcome);
        work.open.delete(article.articleId);
      }
    }
    return learnt;
  }

  /**
   * What the index of articles knows to be withdrawn, of those whose ledger begins here or lacks the
   * state before: a version that recorded no states may have withdrawn it, or its record was lost.
   */
  async #withdrawalsMissed(
    { open }: Work,
    stored: ReadonlyMap<string, { readonly source: LedgerDocument }>,
  ): Promise<Map<string, LedgerEntry[]>> {
    const ids = [...open].flatMap(([articleId, states]) => {
      const revs = states.map(({ state }) => state.rev);
      return isAtGap(stored.get(articleId)?.source.ledger, revs) ? [articleId] : [];
    });
    const heads = await readWritten<ArticleHead>(this.#index.articles, ids, headFields);
    return new Map([...heads].map(([id, { source }]) => [id, withdrawalsIn([source])]));
  }

  /** Writes what follows from the ledgers. @returns the articles of which everything went through. */
  async #writeDocuments(
    learnt: readonly Learnt[],
    work: Work,
    signal: BatchSignal,
  ): Promise<Learnt[]> {
    const slices = revisionWrites(
      this.#index,
      learnt.map(({ articleId, ledger, states }) => ({
        articleId,
        ledger,
        states: states.map(({ state }) => state),
      })),
    );
    const failed = new Set<string>();
    await inTurns(slices, SLICES_IN_FLIGHT_MAX, async (slice) => {
      for (const answer of await this.#bulk.send(slice, signal)) this.#settle(answer, work, failed);
      await signal.heartbeat();
    });
    return learnt.filter(({ articleId }) => !failed.has(articleId));
  }

  #settle({ write, outcome }: WriteAnswer, work: Work, failed: Set<string>): void {
    if (outcome.kind === 'retry') {
      failed.add(write.articleId);
      work.why = outcome.detail;
    }
    if (outcome.kind !== 'dead-letter') return;
    for (const { index, state } of work.open.get(write.articleId) ?? []) {
      if (state.rev === write.rev) refuse(work, index, outcome);
    }
  }

  async #closeUnchanged(learnt: readonly Learnt[], { open }: Work): Promise<void> {
    const now = await readVersions(
      this.#index,
      learnt.map(({ articleId }) => articleId),
    );
    for (const { articleId, at } of learnt) {
      if (now.get(articleId)?.seqNo === at.seqNo) open.delete(articleId);
    }
  }
}

function refuse(
  { refused }: Work,
  index: number,
  { reason, detail }: { reason: string; detail: string },
): void {
  refused.set(index, { index, reason, detail, stage: 'index' });
}

function ledgerWrite(
  articleId: string,
  ledger: RevisionLedger,
  at: WrittenAt | undefined,
): RevisionWrite {
  const unchanged = at && { if_seq_no: at.seqNo, if_primary_term: at.primaryTerm };
  const action = at ? { index: { _id: articleId, ...unchanged } } : { create: { _id: articleId } };
  const document: LedgerDocument = { status: 'ledger', articleId, ledger };
  return revisionWrite({ articleId }, action, document);
}

function forgotten(
  articleId: string,
  known: RevisionLedger,
  { version, forgottenThrough }: RevisionLedger,
): RevisionWrite[] {
  return known.entries
    .filter(({ rev }) => rev <= forgottenThrough)
    .map(({ rev }) => {
      const _id = revisionId(articleId, rev);
      return revisionWrite(
        { articleId, rev },
        { delete: { _id, version, version_type: 'external_gte' } },
      );
    });
}
