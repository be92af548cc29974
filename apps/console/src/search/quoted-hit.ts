import type { ArticleHit } from '../api/answers.ts';
import { parseHighlight } from '../texts/highlight.ts';

/** A quote that speaker: or quote: found in a hit. */
export interface HitQuote {
  readonly highlight: string;
  readonly start: number;
  readonly end: number;
  readonly speaker?: string;
  readonly speakerId?: string;
  readonly speakerName?: string;
  readonly sentence?: { readonly text: string };
}

export type QuotedHit = ArticleHit & { readonly quotes?: readonly HitQuote[] };

/** Fragments of the body that say more than the quotes, which are shown by themselves. */
export function fragmentsBesideQuotes({ highlights, quotes = [] }: QuotedHit): readonly string[] {
  const shown = new Set(quotes.map(({ sentence }) => sentence?.text.trim()));
  return (highlights.body ?? []).filter((fragment) => {
    const text = parseHighlight(fragment)
      .map((part) => part.text)
      .join('');
    return !shown.has(text);
  });
}
