import type { ArticleView } from '@warta/contracts';
import type { ArticleDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { toView } from '../article-index/article-view.ts';
import { readDocument } from '../article-index/read-document.ts';

export type FoundArticle =
  | { readonly status: 'live'; readonly article: ArticleView }
  | { readonly status: 'held'; readonly heldUntil: string }
  | { readonly status: 'withheld'; readonly withheldAt: string }
  | { readonly status: 'canceled'; readonly takenDownAt: string }
  | { readonly status: 'unknown' };

/**
 * An article as it is now: in real time, so newer than any search, and never older than an answer
 * given before.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readArticle(index: ArticleIndex, id: string): Promise<FoundArticle> {
  const document = await readDocument<ArticleDocument>(index, id.toLowerCase());
  switch (document?.status) {
    case undefined:
      return { status: 'unknown' };
    case 'held':
      return { status: 'held', heldUntil: document.heldUntil };
    case 'withheld':
      return { status: 'withheld', withheldAt: document.withheldAt };
    case 'canceled':
      return { status: 'canceled', takenDownAt: document.takenDownAt };
    case 'live':
      return { status: 'live', article: toView(document) };
  }
}
