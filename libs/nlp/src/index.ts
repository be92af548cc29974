export { annotate, EXTRACTOR, EXTRACTOR_VERSION } from './annotate.ts';
export type { AnnotationContext, ArticleText } from './article-text.ts';
export { bodyCharsMax } from './article-text.ts';
export { builtInTagger } from './built-in-taggers.ts';
export { entityId } from './entity-id.ts';
export { loadLocalModelTagger } from './local-model-tagger.ts';
export type { NameType, TaggedName, Tagger, TaggerOfLanguage, TextStyle } from './tagger.ts';
export type { Token } from './tokens.ts';
export { tokenise } from './tokens.ts';
