import type { MatchingSentence } from '@warta/contracts';
import { SENTENCES_PER_HIT_MAX } from '@warta/contracts';
import { sentenceBounds } from '@warta/nlp/sentence-bounds';

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
 * The sentences that have a mark, in the order of the text. Of too many those with the most
 * different words marked, the earlier ones first.
 * @param sentencesOf where the sentences of a body are.
 */
export function matchingSentences(
  field: 'title' | 'body',
  { text, marks }: MarkedText,
  sentencesOf: (body: string) => readonly Span[] = sentenceBounds,
): MatchingSentence[] {
  const sentences: MatchingSentence[] = [];
  // Splitting takes longer than all the rest.
  if (marks.length === 0) return sentences;
  let next = 0;
  for (const { start, end } of field === 'title' ? [whole(text)] : sentencesOf(text)) {
    const inside: Span[] = [];
    for (; (marks[next]?.start ?? Infinity) < end; next += 1) {
      const mark = marks[next] as Span;
      inside.push({ start: Math.max(mark.start, start), end: Math.min(mark.end, end) });
    }
    if (inside.length === 0) continue;
    sentences.push({ field, start, end, text: text.slice(start, end), marks: inside });
  }
  return sentences;
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

/** Where the sentences of a text are. */
export type SentencesOf = (body: string) => readonly Span[];

/** Finds the sentences of one text, however often it is asked for them. */
export function rememberedSentences(): SentencesOf {
  let known: { readonly body: string; readonly sentences: readonly Span[] } | undefined;
  return (body) => {
    if (known?.body !== body) known = { body, sentences: sentenceBounds(body) };
    return known.sentences;
  };
}

const whole = (text: string): Span => ({ start: 0, end: text.length });
