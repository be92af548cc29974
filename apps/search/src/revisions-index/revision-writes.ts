import type { ArticleUpdatedV1 } from '@warta/contracts';
import { toDocument } from '../article-index/article-document.ts';
import { readWritten } from './read-written.ts';
import { revisionWrite } from './revision-bulk.ts';
import type { RevisionWrite } from './revision-bulk.ts';
import { revisionId, toRevisionDocument } from './revision-document.ts';
import type { ErasedRevision, RevisionDocument } from './revision-document.ts';
import { affectedRevs, endsOf, isReadable } from './revision-ledger.ts';
import type { LedgerEntry, RevisionLedger } from './revision-ledger.ts';
import type { RevisionsIndex } from './revisions-index.ts';

/**
 * Documents are in memory as text and as objects, read and written, of two partitions at once. A
 * batch is limited by what it says itself; the states that it ends may each be as long as a batch.
 */
const SLICE_LENGTH_MAX = 1024 * 1024;

/** An article whose ledger has just learnt of some states. */
export interface LearntArticle {
  readonly articleId: string;
  readonly ledger: RevisionLedger;
  readonly states: readonly ArticleUpdatedV1[];
}

/**
 * What has to be written so that the documents of an article say what its ledger says: the states
 * themselves, the new end of the one before, and an empty document for each state that has lost its
 * text. Of states that others wrote the text is read back. In slices, each read when the one before
 * has been taken, so that of any number of long states few are in memory.
 */
export async function* revisionWrites(
  index: RevisionsIndex,
  articles: readonly LearntArticle[],
): AsyncGenerator<RevisionWrite[]> {
  const plans = articles.map(planOf);
  yield* sliced(ownWrites(plans), ({ bytes }) => bytes);
  for (const slice of sliced(endedStates(plans), ({ entry }) => entry.length ?? SLICE_LENGTH_MAX)) {
    yield await endedWrites(index, slice);
  }
}

interface Plan extends LearntArticle {
  readonly ends: ReadonlyMap<number, string | undefined>;
  /** States of the batch that are kept. */
  readonly own: readonly { readonly entry: LedgerEntry; readonly state: ArticleUpdatedV1 }[];
  /** States of earlier batches that end now. */
  readonly ended: readonly LedgerEntry[];
  readonly erased: readonly LedgerEntry[];
}

function planOf(article: LearntArticle): Plan {
  const { ledger, states } = article;
  const byRev = new Map(states.map((state) => [state.rev, state]));
  const affected = affectedRevs(ledger, new Set(byRev.keys()));
  const entries = ledger.entries.filter(({ rev }) => affected.has(rev));
  const readable = entries.filter((entry) => isReadable(ledger, entry));
  return {
    ...article,
    ends: endsOf(ledger),
    own: readable.flatMap((entry) => {
      const state = byRev.get(entry.rev);
      return state ? [{ entry, state }] : [];
    }),
    ended: readable.filter(({ rev }) => !byRev.has(rev)),
    erased: entries.filter((entry) => entry.status === 'live' && !isReadable(ledger, entry)),
  };
}

function* ownWrites(plans: readonly Plan[]): Generator<RevisionWrite> {
  for (const plan of plans) {
    const { articleId } = plan;
    for (const { rev } of plan.erased) yield write(plan, rev, { status: 'erased', articleId, rev });
    for (const { entry, state } of plan.own) {
      const document = toDocument(state);
      if (document.status !== 'live') continue;
      const { rev, from } = entry;
      yield write(plan, rev, toRevisionDocument(document, from, plan.ends.get(rev)));
    }
  }
}

interface EndedState {
  readonly plan: Plan;
  readonly entry: LedgerEntry;
}

function* endedStates(plans: readonly Plan[]): Generator<EndedState> {
  for (const plan of plans) for (const entry of plan.ended) yield { plan, entry };
}

async function endedWrites(
  index: RevisionsIndex,
  states: readonly EndedState[],
): Promise<RevisionWrite[]> {
  const idOf = ({ plan, entry }: EndedState) => revisionId(plan.articleId, entry.rev);
  const stored = await readWritten<RevisionDocument | ErasedRevision>(index, states.map(idOf));
  return states.flatMap((state) => {
    const { plan, entry } = state;
    const document = stored.get(idOf(state))?.source;
    const end = plan.ends.get(entry.rev);
    // Whoever is about to write it looks at the ledger again afterwards.
    if (document?.status !== 'live' || document.validTo === end) return [];
    return [write(plan, entry.rev, toRevisionDocument(document, entry.from, end))];
  });
}

/** Only over what was written by a ledger that knew no more. */
function write(
  { articleId, ledger: { version } }: Plan,
  rev: number,
  document: RevisionDocument | ErasedRevision,
): RevisionWrite {
  const _id = revisionId(articleId, rev);
  const action = { index: { _id, version, version_type: 'external_gte' } };
  return revisionWrite({ articleId, rev }, action, document);
}

/** In order, made as they are taken. What is above the limit gets a slice of its own. */
function* sliced<Part>(parts: Iterable<Part>, lengthOf: (part: Part) => number) {
  let slice: Part[] = [];
  let length = 0;
  for (const part of parts) {
    length += lengthOf(part);
    if (slice.length > 0 && length > SLICE_LENGTH_MAX) {
      yield slice;
      slice = [];
      length = lengthOf(part);
    }
    slice.push(part);
  }
  if (slice.length > 0) yield slice;
}
