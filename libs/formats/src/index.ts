export { bodyText, BodyHtmlError } from './body-text.ts';
export { DocumentError, UnknownFormatError } from './draft.ts';
export type { ArticleDraft, ExtrasVocabulary, FieldProblem, Item, Withdrawal } from './draft.ts';
export type { FieldSource, Format, ParsedDocument, ReadingContext } from './format.ts';
export { fallbacks, formats } from './formats.ts';
export { readDocument } from './read-document.ts';
export type { ReadDocument, SentDocument } from './read-document.ts';
