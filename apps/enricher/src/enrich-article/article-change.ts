import { isDeepStrictEqual } from 'node:util';
import { merge, publishedOf } from './article-order.ts';
import type { History, Published, Push, Takedown } from './article-order.ts';

/** An article as Postgres has it. */
export interface StoredArticle {
  readonly id: string;
  readonly feed: string;
  /** 0 while nothing has been published: a row just made to be locked. */
  readonly rev: number;
  readonly history: History;
  /** The content whose annotation is stored. */
  readonly annotatedHash?: string;
}

/** What Postgres has to do for one article, and nothing more. */
export interface ArticleChange {
  readonly id: string;
  readonly rev: number;
  readonly published: Published;
  /** Revisions to insert, or to give a better stamp. */
  readonly revisions: readonly Push[];
  /** The content to annotate, when the stored annotation is of another one. */
  readonly annotateHash?: string;
  /** Taken down just now: erase every text. */
  readonly isErased: boolean;
}

/**
 * What follows for an article from what arrived. Undefined when it changes nothing that is stored.
 * `rev` goes up by one when anything changes that is published.
 */
export function changeOf(
  stored: StoredArticle,
  arrived: Iterable<Push | Takedown>,
): ArticleChange | undefined {
  const history = merge(stored.history, arrived);
  const before = publishedOf(stored.history);
  const published = publishedOf(history);
  if (published === undefined) throw new Error(`changing article ${stored.id}: nothing arrived`);
  const revisions = [...history.revisions.values()].filter(
    (revision) => !isDeepStrictEqual(stored.history.revisions.get(revision.contentHash), revision),
  );
  const isPublishedAnew = !isDeepStrictEqual(before, published);
  if (!isPublishedAnew && revisions.length === 0) return undefined;
  const currentHash = published.status === 'live' ? published.current.contentHash : undefined;
  return {
    id: stored.id,
    rev: isPublishedAnew ? stored.rev + 1 : stored.rev,
    published,
    revisions,
    ...(currentHash !== undefined && currentHash !== stored.annotatedHash
      ? { annotateHash: currentHash }
      : {}),
    isErased: published.status === 'canceled' && stored.history.takedown === undefined,
  };
}
