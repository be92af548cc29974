export { annotate, EXTRACTOR, EXTRACTOR_VERSION } from './annotate.ts';
export type { AnnotationContext, ArticleText } from './article-text.ts';
export { bodyCharsMax } from './article-text.ts';
export { entityId } from './entity-id.ts';
export type { Token } from './tokens.ts';
export { tokenise } from './tokens.ts';
