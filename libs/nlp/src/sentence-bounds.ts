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

/** Tells of a place in a text the first sentence that ends behind it: the one it is in, or the next. */
export type SentenceFinder = (at: number) => Sentence | undefined;

/** A line ends as the next one begins: splitting it looks so far beyond it, and 8 would do. */
const seenBeyondLine = 16;

/**
 * The sentences of {@link sentenceBounds} one by one, for who needs few of them: only the lines that
 * are asked about are split, each once. No sentence and no quotation goes on in another line. Linear
 * when asked in the order of the text.
 */
export function sentenceFinder(text: string): SentenceFinder {
  const lines = new Map<number, Line>();
  let line: Line | undefined;
  const lineFrom = (start: number): Line => {
    const known = lines.get(start) ?? splitLine(text, start);
    lines.set(start, known);
    return known;
  };
  return (at) => {
    // Looking for the beginning of an endless line each time would be quadratic.
    const isSame = line !== undefined && line.start <= at && at < line.end;
    let start = isSame ? (line as Line).start : text.lastIndexOf('\n', at - 1) + 1;
    for (; start < text.length; start = line.end) {
      line = lineFrom(start);
      const found = firstBehind(line, at);
      if (found) return found;
    }
    return undefined;
  };
}

interface Line {
  readonly start: number;
  /** Behind its line feed. */
  readonly end: number;
  readonly sentences: readonly Sentence[];
}

function splitLine(text: string, start: number): Line {
  const lineFeed = text.indexOf('\n', start);
  const end = lineFeed === -1 ? text.length : lineFeed + 1;
  const seen = text.slice(start, end + seenBeyondLine);
  const sentences = splitSentences(seen, findQuotedSpans(seen), end - start);
  return {
    start,
    end,
    sentences: sentences.map((one) => ({ start: one.start + start, end: one.end + start })),
  };
}

function firstBehind({ sentences }: Line, at: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Sentence).end > at) high = middle;
    else low = middle + 1;
  }
  return sentences[low];
}
