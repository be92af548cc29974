import { findQuotedSpans } from './quote-marks.ts';
import { splitSentences } from './sentences.ts';
import type { Sentence } from './sentences.ts';

export type { Sentence } from './sentences.ts';

/**
 * Where the sentences of a text are, in order, as UTF-16 offsets without the space around them. A
 * quotation is not cut in two. Linear.
 */
export function sentenceBounds(text: string): Sentence[] {
  return splitSentences(text, findQuotedSpans(text));
}
