import type { LiveDocument } from '../article-index/article-document.ts';
import type { RevisionLedger } from './revision-ledger.ts';

/**
 * Asked of articles as they are, and of nothing else: names are looked up in the present, whatever
 * moment is searched, and corrections are counted there.
 */
export const askedOfThePresent = [
  'entityNames',
  'entityForms',
  'entityRoles',
  'corrections',
  'correctedThrough',
] as const satisfies readonly (keyof LiveDocument)[];

type OfThePast = Omit<LiveDocument, (typeof askedOfThePresent)[number]>;

/** An article as it was in one published state. Found by the same queries as the article itself. */
export interface RevisionDocument extends OfThePast {
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

/** @param document of the state, or as it was recorded before. */
export function toRevisionDocument(
  document: OfThePast,
  validFrom: string,
  validTo: string | undefined,
): RevisionDocument {
  const { validTo: _before, ...state } = document as Partial<RevisionDocument> & OfThePast;
  for (const field of askedOfThePresent) delete (state as Partial<LiveDocument>)[field];
  return { ...state, validFrom, ...(validTo !== undefined && { validTo }) };
}
