import { tokenise } from '@warta/nlp';
import type { ScoredSpan, ScoredType } from './entity-score.ts';
import { scoredTypes } from './entity-score.ts';
import type { MarkedSentence } from './ner-corpora.ts';
import { detokenise } from './ner-corpora.ts';

/** Longer than any name worth remembering; keeps the search linear. */
const WORDS_MAX = 12;

/** A marked text to learn from: its names as spans of characters. */
export type MarkedText = { text: string; names: readonly ScoredSpan[] };

/**
 * The baseline that needs no training: every name of the training part is looked up, the longest first,
 * with the type it had most often there.
 */
export class GazetteerBaseline {
  readonly #types = new Map<string, ScoredType>();

  constructor(texts: readonly MarkedText[]) {
    const votes = new Map<string, Map<ScoredType, number>>();
    for (const { text, names } of texts) {
      for (const { type, from, to } of names) {
        const key = keyOf(tokenise(text.slice(from, to)).map((token) => token.text));
        const counts = votes.get(key) ?? new Map<ScoredType, number>();
        counts.set(type, (counts.get(type) ?? 0) + 1);
        votes.set(key, counts);
      }
    }
    for (const [key, counts] of votes) {
      const [first] = scoredTypes.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
      if (key !== '' && first) this.#types.set(key, first);
    }
  }

  find(text: string): ScoredSpan[] {
    const tokens = tokenise(text);
    const spans: ScoredSpan[] = [];
    for (let at = 0; at < tokens.length;) {
      const match = this.#longestAt(tokens.slice(at, at + WORDS_MAX).map((token) => token.text));
      const [first, last] = [tokens[at], tokens[at + (match?.words ?? 1) - 1]];
      if (match && first && last) spans.push({ type: match.type, from: first.start, to: last.end });
      at += match?.words ?? 1;
    }
    return spans;
  }

  #longestAt(words: readonly string[]): { words: number; type: ScoredType } | undefined {
    for (let length = words.length; length > 0; length -= 1) {
      const type = this.#types.get(keyOf(words.slice(0, length)));
      if (type) return { words: length, type };
    }
    return undefined;
  }
}

function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

/** Sentences of a corpus as texts with marked characters. */
export function asTexts(sentences: readonly MarkedSentence[]): MarkedText[] {
  return sentences.map(({ tokens, names }) => {
    const { text, starts } = detokenise(tokens);
    return {
      text,
      names: names.map(({ type, from, to }) => ({
        type,
        from: starts[from] ?? 0,
        to: (starts[to - 1] ?? 0) + (tokens[to - 1]?.length ?? 0),
      })),
    };
  });
}
