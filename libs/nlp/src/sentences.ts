import type { QuotedSpan } from './quote-marks.ts';
import { abbreviations } from './tokens.ts';

/** A sentence of a text by its offsets. */
export type Sentence = { start: number; end: number };

const segmenter = new Intl.Segmenter('id', { granularity: 'sentence' });

/** The segmenter slows down on endless lines; paragraphs are cut to this before it sees them. */
const segmentCharsMax = 5_000;

/**
 * Splits a text into sentences: the Unicode rules, then breaks taken back after abbreviations and
 * initials, inside quotations, and where the next sentence would start in lower case.
 * @param length how much of the text to split, up to the end of a line.
 */
export function splitSentences(
  text: string,
  quoted: readonly QuotedSpan[],
  length = text.length,
): Sentence[] {
  const sentences: Sentence[] = [];
  let quote = 0;
  for (const piece of piecesOf(text, length)) {
    let open: Sentence | undefined;
    for (const { segment, index } of segmenter.segment(text.slice(piece.start, piece.end))) {
      const start = piece.start + index;
      const end = start + segment.length;
      while ((quoted[quote]?.close ?? Infinity) <= start) quote += 1;
      const insideQuote = (quoted[quote]?.open ?? Infinity) < start;
      if (open && (insideQuote || continues(text, open, start))) open.end = end;
      else {
        open = { start, end };
        sentences.push(open);
      }
    }
  }
  return sentences
    .map((sentence) => trimmed(text, sentence))
    .filter(({ start, end }) => end > start);
}

function piecesOf(text: string, length: number): Sentence[] {
  const pieces: Sentence[] = [];
  let start = 0;
  while (start < length) {
    const lineEnd = text.indexOf('\n', start);
    const end = Math.min(lineEnd === -1 ? length : lineEnd + 1, start + segmentCharsMax);
    if (end - start > 1 || text[start] !== '\n') pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function continues(text: string, before: Sentence, start: number): boolean {
  if (/^[\s"”’)]*\p{Ll}/u.test(text.slice(start, start + 8))) return true;
  const tail = text.slice(Math.max(before.start, before.end - 16), before.end).trimEnd();
  const word = /(?:^|[\s(])([\p{L}.]{1,10})\.$/u.exec(tail)?.[1];
  return !!word && (abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word));
}

function trimmed(text: string, { start, end }: Sentence): Sentence {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
