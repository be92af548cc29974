import type { ArticleUpdatedV1 } from '@warta/contracts';
import { toDocument } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { readWritten } from './read-written.ts';
import { revisionWrite } from './revision-bulk.ts';
import type { RevisionWrite } from './revision-bulk.ts';
import { revisionId, toRevisionDocument } from './revision-document.ts';
import type { ErasedRevision, RevisionDocument } from './revision-document.ts';
import { affectedRevs, endsOf, isReadable } from './revision-ledger.ts';
import type { LedgerEntry, RevisionLedger } from './revision-ledger.ts';
import type { RevisionsIndex } from './revisions-index.ts';

/** An article whose ledger has just learnt of some states. */
export interface LearntArticle {
  readonly articleId: string;
  readonly ledger: RevisionLedger;
  readonly states: readonly ArticleUpdatedV1[];
}

/**
 * What has to be written so that the documents of an article say what its ledger says: the states
 * themselves, the new end of the one before, and an empty document for each state that has lost its
 * text. Of states that others wrote the text is read back.
 */
export async function revisionWrites(
  index: RevisionsIndex,
  articles: readonly LearntArticle[],
): Promise<RevisionWrite[]> {
  const plans = articles.map(planOf);
  const stored = await readWritten<RevisionDocument | ErasedRevision>(
    index,
    plans.flatMap(({ articleId, ended }) => ended.map(({ rev }) => revisionId(articleId, rev))),
  );
  return plans.flatMap(({ articleId, ledger, own, ended, erased }) => {
    const ends = endsOf(ledger);
    const write = (rev: number, document: RevisionDocument | ErasedRevision) =>
      revisionWrite({ articleId, rev }, actionOf(revisionId(articleId, rev), ledger), document);
    return [
      ...own.map(([{ rev, from }, document]) =>
        write(rev, toRevisionDocument(document, from, ends.get(rev))),
      ),
      ...ended.flatMap(({ rev, from }) => {
        const document = stored.get(revisionId(articleId, rev))?.source;
        // Whoever is about to write it looks at the ledger again afterwards.
        if (document?.status !== 'live' || document.validTo === ends.get(rev)) return [];
        return [write(rev, toRevisionDocument(document, from, ends.get(rev)))];
      }),
      ...erased.map(({ rev }) => write(rev, { status: 'erased', articleId, rev })),
    ];
  });
}

interface Plan extends LearntArticle {
  /** States of the batch that are kept, with their documents. */
  readonly own: readonly (readonly [LedgerEntry, LiveDocument])[];
  /** States of earlier batches that end now. */
  readonly ended: readonly LedgerEntry[];
  readonly erased: readonly LedgerEntry[];
}

function planOf(article: LearntArticle): Plan {
  const { ledger, states } = article;
  const documents = new Map(states.map((state) => [state.rev, state]));
  const affected = affectedRevs(ledger, new Set(documents.keys()));
  const entries = ledger.entries.filter(({ rev }) => affected.has(rev));
  const readable = entries.filter((entry) => isReadable(ledger, entry));
  return {
    ...article,
    own: readable.flatMap((entry) => {
      const state = documents.get(entry.rev);
      const document = state && toDocument(state);
      return document?.status === 'live' ? [[entry, document] as const] : [];
    }),
    ended: readable.filter(({ rev }) => !documents.has(rev)),
    erased: entries.filter((entry) => entry.status === 'live' && !isReadable(ledger, entry)),
  };
}

/** Only over what was written by a ledger that knew no more. */
function actionOf(_id: string, { version }: RevisionLedger): object {
  return { index: { _id, version, version_type: 'external_gte' } };
}
