import type { MatchingSentence } from '@warta/contracts';
import { SENTENCES_PER_HIT_MAX } from '@warta/contracts';
import { sentenceFinder } from '@warta/nlp/sentence-bounds';
import type { SentenceFinder } from '@warta/nlp/sentence-bounds';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with the spans of it that matched. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** What Elasticsearch's encoder makes of the characters that mean something in HTML. */
const encoded = new Map([
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#x27;', "'"],
  ['&#x2F;', '/'],
]);
const tagOrEncoded = /<em>|<\/em>|&(?:quot|amp|lt|gt|#x27|#x2F);/g;

/**
 * Reads a whole field as it was highlighted back into its text and what is marked in it. Exact,
 * since every `<` of the text itself is encoded there.
 */
export function readMarks(html: string): MarkedText {
  const marks: Span[] = [];
  const parts: string[] = [];
  let length = 0;
  let read = 0;
  let start = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const { 0: found, index } of html.matchAll(tagOrEncoded)) {
    add(html.slice(read, index));
    read = index + found.length;
    if (found === '<em>') start = length;
    else if (found === '</em>') marks.push({ start, end: length });
    else add(encoded.get(found) ?? found);
  }
  add(html.slice(read));
  return { text: parts.join(''), marks };
}

/**
 * The sentences that have a mark, in the order of the text, but for those that are not among the best
 * because others have as many words: they are not even looked for, since that takes longer than all
 * the rest.
 * @param marks in order, none within another and none beginning with white space.
 * @param find finds the sentences of a body.
 */
export function matchingSentences(
  field: 'title' | 'body',
  { text, marks }: MarkedText,
  find: SentenceFinder = sentenceFinder(text),
): MatchingSentence[] {
  const sentences: MatchingSentence[] = [];
  const best = new MostWords();
  const sentenceAt = field === 'title' ? wholeFinder(text) : find;
  let lineEnd = -1;
  for (let next = 0; next < marks.length;) {
    const from = (marks[next] as Span).start;
    if (best.least > 0) {
      if (from > lineEnd) lineEnd = endOfLine(text, from);
      const count = countUntil(marks, next, { end: lineEnd, max: best.least + 1 });
      // No sentence of this line has more different words than the line has marks.
      if (count <= best.least) {
        next += count;
        continue;
      }
    }
    const sentence = sentenceAt(from);
    if (sentence === undefined) break;
    const { start, end } = sentence;
    const inside: Span[] = [];
    for (; (marks[next]?.start ?? Infinity) < end; next += 1) {
      const mark = marks[next] as Span;
      inside.push({ start: Math.max(mark.start, start), end: Math.min(mark.end, end) });
    }
    const found = { field, start, end, text: text.slice(start, end), marks: inside };
    best.add(differentWords(found));
    sentences.push(found);
  }
  return sentences;
}

/** How many different words those sentences have that are the best so far. */
class MostWords {
  #counts: number[] = [];

  /** A later sentence needs more than this; 0 while any will do. */
  get least(): number {
    return this.#counts[SENTENCES_PER_HIT_MAX - 1] ?? 0;
  }

  add(words: number): void {
    this.#counts = [...this.#counts, words].sort((a, b) => b - a).slice(0, SENTENCES_PER_HIT_MAX);
  }
}

/** Marks from the next one on that begin by then; counts no further than is asked for. */
function countUntil(
  marks: readonly Span[],
  next: number,
  { end, max }: { end: number; max: number },
): number {
  let count = 0;
  while (count < max && (marks[next + count]?.start ?? Infinity) <= end) count += 1;
  return count;
}

function endOfLine(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed === -1 ? text.length : lineFeed;
}

/** At most so many as a hit shows. */
export function bestSentences(sentences: readonly MatchingSentence[]): MatchingSentence[] {
  const ranked = sentences.map((sentence, at) => ({
    sentence,
    at,
    words: differentWords(sentence),
  }));
  return ranked
    .sort((a, b) => b.words - a.words || a.at - b.at)
    .slice(0, SENTENCES_PER_HIT_MAX)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
}

function differentWords({ text, start: from, marks }: MatchingSentence): number {
  const words = marks.map(({ start, end }) => text.slice(start - from, end - from).toLowerCase());
  return new Set(words).size;
}

const wholeFinder =
  (text: string): SentenceFinder =>
  (at) =>
    at < text.length ? { start: 0, end: text.length } : undefined;
