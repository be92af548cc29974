import type {
  ArticleRevision,
  ArticleRevisions,
  ArticleView,
  DiffRevisions,
  RevisionDiff,
  RevisionView,
} from '@warta/contracts';
import type { ArticleDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readDocument } from '../article-index/read-document.ts';
import { toView } from '../article-index/article-view.ts';
import { readLedger, readRevision, recordedSince } from '../revisions-index/read-ledger.ts';
import type { RevisionDocument } from '../revisions-index/revision-document.ts';
import { endsOf, entryAt, isReadable, learn } from '../revisions-index/revision-ledger.ts';
import type { LedgerEntry, RevisionLedger } from '../revisions-index/revision-ledger.ts';
import { RevisionsIndex } from '../revisions-index/revisions-index.ts';
import { headFields, momentOf, withdrawalsIn } from '../revisions-index/withdrawal-entries.ts';
import type { ArticleHead } from '../revisions-index/withdrawal-entries.ts';
import { diffRevisions } from './diff-revisions.ts';

/** There is no such article, or no state of it is known at that rev or moment. */
export class UnknownRevisionError extends Error {
  override readonly name = 'UnknownRevisionError';
}

/** The state is known and has no text: it never had one, or the text has been withdrawn since. */
export class WithdrawnRevisionError extends Error {
  override readonly name = 'WithdrawnRevisionError';
}

/** There is nothing to compare. */
export class NoDifferenceError extends Error {
  override readonly name = 'NoDifferenceError';
}

/** A ledger, recorded or made of the one state that the article's own document tells of. */
interface KnownStates {
  readonly id: string;
  readonly ledger: RevisionLedger;
  /** The newest state as it stands in the index of articles, where nothing was recorded. */
  readonly current?: ArticleDocument;
}

/** Articles as they were, in real time. */
export class ReadRevisions {
  readonly #articles: ArticleIndex;
  readonly #revisions: RevisionsIndex;

  constructor(articles: ArticleIndex) {
    this.#articles = articles;
    this.#revisions = new RevisionsIndex(articles);
  }

  /** @throws UnknownRevisionError; TransientError when Elasticsearch cannot answer. */
  async list(articleId: string): Promise<ArticleRevisions> {
    const { id, ledger } = await this.#statesOf(articleId);
    const since = await recordedSince(this.#revisions);
    const data = revisionsOf(ledger).reverse();
    return { id, data, complete: data.at(-1)?.rev === 1, since };
  }

  /** @throws UnknownRevisionError, WithdrawnRevisionError; TransientError. */
  async read(articleId: string, rev: number): Promise<RevisionView> {
    return toRevisionView(await this.#documentOf(await this.#statesOf(articleId), rev));
  }

  /**
   * The article as it was at a moment.
   * @throws UnknownRevisionError, WithdrawnRevisionError; TransientError.
   */
  async readAsOf(articleId: string, moment: string): Promise<ArticleView> {
    const states = await this.#statesOf(articleId);
    const at = new Date(moment).toISOString();
    const entry = entryAt(states.ledger, at);
    if (entry === undefined) {
      throw new UnknownRevisionError(
        `Nothing is known of the article at ${at}: it was not there yet, or its states were not recorded then.`,
      );
    }
    return toView(await this.#documentOf(states, entry.rev));
  }

  /** @throws UnknownRevisionError, WithdrawnRevisionError, NoDifferenceError; TransientError. */
  async diff(articleId: string, { from, to }: DiffRevisions): Promise<RevisionDiff> {
    const states = await this.#statesOf(articleId);
    const readable = states.ledger.entries.filter((entry) => isReadable(states.ledger, entry));
    const newer = to ?? readable.at(-1)?.rev;
    const older = from ?? readable.findLast(({ rev }) => rev < (newer ?? 0))?.rev;
    if (newer === undefined || older === undefined || newer === older) {
      throw new NoDifferenceError(
        'There are no two states with a text to compare: name the revs `from` and `to`.',
      );
    }
    const [one, other] = await Promise.all([
      this.#documentOf(states, older),
      this.#documentOf(states, newer),
    ]);
    return diffRevisions(one, other);
  }

  async #statesOf(articleId: string): Promise<KnownStates> {
    const id = articleId.toLowerCase();
    const [ledger, head] = await Promise.all([
      readLedger(this.#revisions, id),
      readDocument<ArticleHead>(this.#articles, id, headFields),
    ]);
    // A takedown counts from when the article has it, whether it was recorded or not.
    if (ledger) return { id, ledger: head ? learn(ledger, withdrawalsIn([head])) : ledger };
    const current = await readDocument<ArticleDocument>(this.#articles, id);
    if (current === undefined) {
      throw new UnknownRevisionError('There is no such article, or it is still on its way.');
    }
    const { rev, status } = current;
    const from = momentOf(current);
    const entry: LedgerEntry = {
      rev,
      from,
      status,
      ...(current.status === 'live' && { revision: current.revision }),
    };
    const erasedThrough = status === 'live' ? 0 : rev;
    const entries = [entry];
    return { id, ledger: { version: 0, entries, erasedThrough, forgottenThrough: 0 }, current };
  }

  async #documentOf({ id, ledger, current }: KnownStates, rev: number): Promise<RevisionDocument> {
    const entry = ledger.entries.find((one) => one.rev === rev);
    if (entry === undefined) {
      throw new UnknownRevisionError(`No state with the rev ${rev} is known of the article.`);
    }
    if (entry.status !== 'live') {
      throw new WithdrawnRevisionError(`The article was ${entry.status} in this state: no text.`);
    }
    if (!isReadable(ledger, entry)) {
      throw new WithdrawnRevisionError('The text of this state has been withdrawn since.');
    }
    if (current?.status === 'live') return { ...current, validFrom: entry.from };
    const document = await readRevision(this.#revisions, id, rev);
    if (document) return document;
    throw new UnknownRevisionError(`The state with the rev ${rev} was not recorded.`);
  }
}

function toRevisionView(document: RevisionDocument): RevisionView {
  const { validFrom, validTo } = document;
  return { ...toView(document), validFrom, ...(validTo !== undefined && { validTo }) };
}

/** In the order of `rev`. Pure. */
export function revisionsOf(ledger: RevisionLedger): ArticleRevision[] {
  const ends = endsOf(ledger);
  return ledger.entries.map((entry, at) => {
    const { rev, revision, from, status } = entry;
    const to = ends.get(rev);
    return {
      rev,
      ...(revision !== undefined && { revision }),
      from,
      ...(to !== undefined && { to }),
      status,
      readable: isReadable(ledger, entry),
      changed: changedIn(entry, ledger.entries[at - 1]),
    };
  });
}

function changedIn(entry: LedgerEntry, before: LedgerEntry | undefined) {
  const changed: ArticleRevision['changed'] = [];
  if (before === undefined) return entry.rev === 1 ? (['first'] as const).slice() : changed;
  if (entry.status !== before.status) changed.push('status');
  const [now, then] = [entry.digests, before.digests];
  if (now === undefined || then === undefined) return changed;
  const parts = (['title', 'body', 'details'] as const).filter((one) => now[one] !== then[one]);
  changed.push(...parts);
  // With another text the annotation is another one anyway.
  if (now.annotation !== then.annotation && now.body === then.body && now.title === then.title) {
    const isCorrected = entry.correctedThrough !== before.correctedThrough;
    changed.push(isCorrected ? 'correction' : 'annotation');
  }
  if (entry.duplicateOf !== before.duplicateOf) changed.push('duplicate');
  return changed;
}
