import type { IndexingFacts, Submission } from '../article-index/article-document.ts';

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
