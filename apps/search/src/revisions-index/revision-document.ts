import type { LiveDocument } from '../article-index/article-document.ts';
import type { RevisionLedger } from './revision-ledger.ts';

/** An article as it was in one published state. Found by the same queries as the article itself. */
export interface RevisionDocument extends LiveDocument {
  validFrom: string;
  /** Absent while it is the newest state. */
  validTo?: string;
}

/** What is left of a state whose text was withdrawn: enough to keep a late copy of it away. */
export interface ErasedRevision {
  status: 'erased';
  articleId: string;
  rev: number;
}

/** Which states of an article are known; its status keeps it out of every search. */
export interface LedgerDocument {
  status: 'ledger';
  articleId: string;
  ledger: RevisionLedger;
}

export const revisionId = (articleId: string, rev: number) => `${articleId}:${rev}`;

export function toRevisionDocument(
  document: LiveDocument,
  validFrom: string,
  validTo: string | undefined,
): RevisionDocument {
  return { ...document, validFrom, ...(validTo !== undefined && { validTo }) };
}
