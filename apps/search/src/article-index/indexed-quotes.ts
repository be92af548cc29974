import type { Annotation, Mention } from '@warta/contracts';
import type { AnalyzedLanguage, TextByLanguage } from './article-document.ts';

/**
 * Each quote is a document of Lucene's, and a hostile article may have as many as it has words:
 * Elasticsearch refuses more than 10,000 in one. An interview printed in full has a few hundred.
 * Those behind it stay in the annotation, and their words in the body.
 */
export const INDEXED_QUOTES_MAX = 500;

/** Entities named in one quote; a longer list is no speech. Keeps the document's size linear. */
export const QUOTE_ABOUT_MAX = 50;

/** A quote as searches find it. */
export interface IndexedQuote {
  text: TextByLanguage;
  /** Warta's id of who says it. */
  speakerId?: string | undefined;
  /** Who says it as printed nearest to it: searched as words, never stemmed. */
  speaker?: string | undefined;
  /** Warta's ids of the entities that are named inside it, the first of them. */
  aboutIds: string[];
  /** Where it stands in the body. */
  start: number;
  end: number;
}

/** The first quotes of an article, in the order of their position. */
export function indexedQuotes(
  { entities, quotes }: Annotation,
  analysis: AnalyzedLanguage,
): IndexedQuote[] {
  const indexed = quotes.slice(0, INDEXED_QUOTES_MAX);
  if (indexed.length === 0) return [];
  const mentions = entities
    .flatMap(({ id, mentions: all }) => all.map((mention) => ({ id, mention })))
    .filter(({ mention }) => mention.field === 'body')
    .sort((one, other) => one.mention.start - other.mention.start);
  const starts = mentions.map(({ mention }) => mention.start);
  return indexed.map(({ text, speakerEntityId, speaker, start, end }) => {
    const inside = mentions.slice(firstFrom(starts, start), firstFrom(starts, end));
    const about = inside.filter(({ mention }) => mention.end <= end);
    return {
      text: { [analysis]: text },
      speakerId: speakerEntityId,
      speaker,
      aboutIds: [...new Set(about.map(({ id }) => id))].slice(0, QUOTE_ABOUT_MAX),
      start,
      end,
    };
  });
}

/** Index of the first of the sorted numbers that is not below the bound. */
function firstFrom(sorted: readonly Mention['start'][], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
