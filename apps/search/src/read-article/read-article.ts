import type { ArticleView } from '@warta/contracts';
import type { ArticleDocument, LiveDocument } from '../article-index/article-document.ts';
import { extrasOf, textOf } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityFields } from '../article-index/entity-fields.ts';
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

/** A document as readers get it. */
export function toView(document: Omit<LiveDocument, keyof EntityFields>): ArticleView {
  const { annotation } = document;
  return {
    id: document.articleId,
    feed: document.feed,
    sourceId: document.sourceId,
    url: document.url,
    title: textOf(document.title),
    byline: document.byline ?? annotation.byline,
    section: document.section,
    language: document.language,
    publishedAt: document.publishedAt,
    updatedAt: document.updatedAt,
    rev: document.rev,
    revision: document.revision,
    duplicateOf: document.duplicateOf,
    body: textOf(document.body) ?? '',
    extras: extrasOf(document),
    flags: document.flags,
    extractor: `${annotation.extractor} ${annotation.version}`,
    entities: annotation.entities,
    quotes: annotation.quotes,
    dates: annotation.dates,
    amounts: annotation.amounts ?? [],
    furniture: annotation.furniture ?? [],
    attribution: annotation.attribution ?? [],
    models: annotation.models ?? [],
    submittedAt: document.submittedAt,
  };
}
