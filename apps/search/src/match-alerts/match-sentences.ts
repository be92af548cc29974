import type { estypes } from '@elastic/elasticsearch';
import type { AlertSentence } from '@warta/contracts';
import { sentenceFinder } from '@warta/nlp/sentence-bounds';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { exactOf } from '../query-language/article-fields.ts';
import { markedHtml } from '../search-articles/marked-html.ts';
import { readMarks } from '../search-articles/matching-sentences.ts';

export const SENTENCES_MAX = 3;

/** Each sentence by itself, however long; anything above would put several into one. */
const WHOLE_SENTENCES = 0;

/** Of a body longer than this only the beginning is looked through for sentences. */
const LOOKED_THROUGH_MAX = 100_000;

/** Marks what matched, in the title and in whole sentences of the body. */
export function sentenceHighlight(language: AnalyzedLanguage): estypes.SearchHighlight {
  const field = (name: 'title' | 'body', more: estypes.SearchHighlightField) => {
    const shown = `${name}.${language}`;
    const exact = exactOf(shown);
    return [
      shown,
      { ...(exact !== shown && { matched_fields: [shown, exact] }), ...more },
    ] as const;
  };
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<em>'],
    post_tags: ['</em>'],
    max_analyzed_offset: LOOKED_THROUGH_MAX,
    boundary_scanner: 'sentence',
    fields: Object.fromEntries([
      field('title', { number_of_fragments: 0 }),
      field('body', { number_of_fragments: SENTENCES_MAX, fragment_size: WHOLE_SENTENCES }),
    ]),
  };
}

/** The sentences of a hit in which something matched. */
export function highlightedSentences(
  highlight: Readonly<Record<string, string[]>> | undefined,
): AlertSentence[] {
  return Object.entries(highlight ?? {}).flatMap(([name, fragments]) => {
    const field = name.startsWith('title.') ? ('title' as const) : ('body' as const);
    return fragments
      .map((html) => readMarks(html))
      .filter(({ marks }) => marks.length > 0)
      .map(({ text, marks }) => ({ field, html: markedHtml(text, marks) }));
  });
}

/** The sentence of a text around a place in it, which is marked. */
export function sentenceAround(text: string, place: Span): string {
  const next = sentenceFinder(text)(place.start);
  const { start, end } = next !== undefined && next.start <= place.start ? next : place;
  const mark = { start: place.start - start, end: Math.min(place.end, end) - start };
  return markedHtml(text.slice(start, end), [mark]);
}

interface Span {
  readonly start: number;
  readonly end: number;
}
