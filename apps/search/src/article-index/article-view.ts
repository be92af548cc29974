import type { ArticleView } from '@warta/contracts';
import type { LiveDocument } from './article-document.ts';
import { extrasOf, textOf } from './article-document.ts';
import type { EntityFields } from './entity-fields.ts';

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
