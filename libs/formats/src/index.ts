export { DocumentError } from './draft.ts';
export type { ArticleDraft, ExtrasVocabulary, FieldProblem, Item, Withdrawal } from './draft.ts';
export type { FieldSource, Format, ParsedDocument, ReadingContext } from './format.ts';
