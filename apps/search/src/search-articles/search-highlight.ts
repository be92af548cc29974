import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { exactOf } from '../query-language/article-fields.ts';

/** Of a body longer than this only the beginning is highlighted; it is searched whole. */
const HIGHLIGHTED_LENGTH_MAX = 100_000;
const BODY_FRAGMENTS_MAX = 3;
const BODY_FRAGMENT_LENGTH = 160;

/**
 * Marks what matched. An article has its text in the field of one language.
 * @param isWhole bodies from beginning to end, to tell in which sentences the marks are.
 */
export function highlightOf(
  languages: readonly AnalyzedLanguage[],
  isWhole = false,
): estypes.SearchHighlight {
  const fields = languages.flatMap((language) =>
    (['title', 'body'] as const).map((name) => [
      `${name}.${language}`,
      highlightField(name, language, isWhole || name === 'title'),
    ]),
  );
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<em>'],
    post_tags: ['</em>'],
    max_analyzed_offset: HIGHLIGHTED_LENGTH_MAX,
    fields: Object.fromEntries(fields) as Record<string, estypes.SearchHighlightField>,
  };
}

/** A title is shown whole. What matched as it stands is marked in the field that is shown, too. */
function highlightField(
  name: 'title' | 'body',
  language: AnalyzedLanguage,
  isWhole: boolean,
): estypes.SearchHighlightField {
  const field = `${name}.${language}`;
  return {
    ...(language !== 'other' && { matched_fields: [field, exactOf(field)] }),
    ...(isWhole
      ? { number_of_fragments: 0 }
      : { number_of_fragments: BODY_FRAGMENTS_MAX, fragment_size: BODY_FRAGMENT_LENGTH }),
  };
}
