import type { ArticleDocument } from '../article-index/article-document.ts';
import { instantOf } from './revision-ledger.ts';
import type { LedgerEntry } from './revision-ledger.ts';

/** What a ledger can be told of an article by its document. */
export const headFields = [
  'rev',
  'status',
  'changedAt',
  'submission',
] as const satisfies readonly (keyof ArticleDocument)[];

export type ArticleHead = Pick<ArticleDocument, (typeof headFields)[number]>;

/** Since when the article is as its document says; the epoch when the document does not tell. */
export function momentOf({ changedAt, submission }: ArticleHead): string {
  return instantOf(changedAt ?? submission?.at);
}

/**
 * Those of the documents that have no text, as a ledger remembers them: the same as it would learn
 * from the state itself. Pure.
 */
export function withdrawalsIn(documents: readonly ArticleHead[]): LedgerEntry[] {
  return documents
    .filter(({ status }) => status !== 'live')
    .map((document) => ({
      rev: document.rev,
      from: momentOf(document),
      status: document.status,
    }));
}
