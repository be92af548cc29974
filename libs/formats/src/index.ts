export { bodyText, BodyHtmlError } from './body-text.ts';
export { normalizeDraft } from './clean-draft.ts';
export { DocumentError, TooManyItemsError, UnknownFormatError } from './draft.ts';
export type { ArticleDraft, ExtrasVocabulary, FieldProblem, Item, Withdrawal } from './draft.ts';
export type { FieldSource, Format, ParsedDocument, ReadingContext } from './format.ts';
export type { ReadDocument, SentDocument } from './format-reader.ts';
export { identityUrl } from './identity-url.ts';
export { allFormats, readDocument } from './read-document.ts';
