import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { ReceivedEvent } from '@warta/messaging';
import { toDocument } from '../article-index/article-document.ts';
import type { IndexingFacts, UpdatedFrom } from '../article-index/article-document.ts';

/** Larger requests gain nothing (250 documents to 5 MB are within 10 %) but cost both sides memory. */
const BULK_BYTES_MAX = 5 * 1024 * 1024;

/** What a state's document says of how it came into the index. */
export interface Origin {
  /** The record that its document names. */
  readonly updatedFrom?: UpdatedFrom | undefined;
  /** When it was indexed first; the time at which it is sent when absent. */
  readonly indexedAt?: string | undefined;
}

/** A state of an article on its way into the index. */
export interface PendingDocument {
  /** Of the event in its batch. */
  readonly index: number;
  readonly articleId: string;
  readonly rev: number;
  /** Since when somebody waits to see it; absent when it shows nothing that was pushed. */
  readonly arrivalMs?: number | undefined;
  readonly indexedAt?: string | undefined;
  /** The document as JSON. */
  readonly source: string;
  readonly bytes: number;
}

/** Its bulk action's line, without the document's: id, version and punctuation; and the stamp. */
const ACTION_BYTES = 180;

export function pendingDocument(
  { event }: Pick<ReceivedEvent<ArticleUpdatedV1>, 'event'>,
  index: number,
  { updatedFrom, indexedAt }: Origin = {},
  arrivalMs?: number,
): PendingDocument {
  const source = JSON.stringify(toDocument(event, updatedFrom));
  return {
    index,
    articleId: event.articleId,
    rev: event.rev,
    arrivalMs,
    indexedAt,
    source,
    bytes: Buffer.byteLength(source) + ACTION_BYTES,
  };
}

/** Whether a state with the rev that the index has already is written again. */
export type VersionType = 'external' | 'external_gte';

/**
 * The lines of a bulk request: only a state newer than the index's is taken. Each document is
 * stamped with the time it is sent, unless it was indexed before; the rest of it is made from the state
 * alone.
 */
export function bulkLines(
  documents: readonly PendingDocument[],
  nowMs: number,
  versionType: VersionType = 'external',
): string[] {
  const now = new Date(nowMs).toISOString();
  return documents.flatMap(({ articleId, rev, source, indexedAt = now }) => {
    const facts: IndexingFacts = { indexedAt };
    return [
      JSON.stringify({ index: { _id: articleId, version: rev, version_type: versionType } }),
      `${source.slice(0, -1)},${JSON.stringify(facts).slice(1)}`,
    ];
  });
}

/** Splits documents into requests, in order. A document above the limit gets one of its own. */
export function bulkRequests(documents: readonly PendingDocument[]): PendingDocument[][] {
  const requests: PendingDocument[][] = [];
  let bytes = 0;
  for (const document of documents) {
    const last = requests.at(-1);
    bytes += document.bytes;
    if (last && bytes <= BULK_BYTES_MAX) {
      last.push(document);
    } else {
      requests.push([document]);
      bytes = document.bytes;
    }
  }
  return requests;
}

/** The indices of a batch's events by article, newest state first; of equal ones only the first. */
export function newestFirst(batch: readonly ReceivedEvent<ArticleUpdatedV1>[]): number[][] {
  const byArticle = Map.groupBy(batch.keys(), (index) => batch[index]?.event.articleId);
  const revOf = (index: number) => batch[index]?.event.rev ?? 0;
  return [...byArticle.values()].map((indices) =>
    indices
      .sort((one, other) => revOf(other) - revOf(one))
      .filter((index, at, sorted) => at === 0 || revOf(index) < revOf(sorted[at - 1] ?? index)),
  );
}

/**
 * Cuts each article's states before the newest that has no text: that one with all before it, and those
 * that came after.
 * @param articles as `newestFirst` gives them. Pure.
 */
export function withdrawnFirst(
  batch: readonly ReceivedEvent<ArticleUpdatedV1>[],
  articles: readonly number[][],
): { readonly withdrawn: number[][]; readonly newer: number[][] } {
  const cuts = articles.map((indices) => {
    const at = indices.findIndex((index) => batch[index]?.event.status !== 'live');
    const cut = at === -1 ? indices.length : at;
    return { withdrawn: indices.slice(cut), newer: indices.slice(0, cut) };
  });
  const isSome = (indices: readonly number[]) => indices.length > 0;
  return {
    withdrawn: cuts.map(({ withdrawn }) => withdrawn).filter(isSome),
    newer: cuts.map(({ newer }) => newer).filter(isSome),
  };
}
