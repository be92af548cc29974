import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { exactOf } from '../query-language/article-fields.ts';
import { markedTexts } from '../query-language/compile-marks.ts';
import type { FieldMarks, MarkedName } from '../query-language/compile-marks.ts';

/** Of a body longer than this only the beginning is highlighted; it is searched whole. */
const HIGHLIGHTED_LENGTH_MAX = 100_000;
const BODY_FRAGMENTS_MAX = 3;
const BODY_FRAGMENT_LENGTH = 160;

const marking: estypes.SearchHighlight = {
  type: 'unified',
  encoder: 'html',
  pre_tags: ['<em>'],
  post_tags: ['</em>'],
  max_analyzed_offset: HIGHLIGHTED_LENGTH_MAX,
  fields: {},
};

/**
 * Marks what matched. An article has its text in the field of one language.
 * @param isWhole bodies from beginning to end, to tell in which sentences the marks are.
 */
export function highlightOf(
  marks: readonly FieldMarks[],
  isWhole = false,
): estypes.SearchHighlight {
  const fields = marks.map(({ name, field, clause, matched }) => {
    // What matched as it stands is marked in the field that is shown, too.
    const isOther = matched.length > 1 || matched[0] !== field;
    const highlighted: estypes.SearchHighlightField = {
      highlight_query: clause,
      ...(isOther && { matched_fields: [...matched] }),
      ...lengthOf(name, isWhole),
    };
    return [field, highlighted] as const;
  });
  return { ...marking, fields: Object.fromEntries(fields) };
}

/** Marks what of a query matched whose parts are not known, in all fields: takes longer. */
export function highlightOfQuery(
  query: estypes.QueryDslQueryContainer,
  languages: readonly AnalyzedLanguage[],
): estypes.SearchHighlight {
  const fields = languages.flatMap((language) =>
    markedTexts.map((name) => {
      const field = `${name}.${language}`;
      const matched = language === 'other' ? {} : { matched_fields: [field, exactOf(field)] };
      return [field, { ...matched, ...lengthOf(name, false) }] as const;
    }),
  );
  return { ...marking, highlight_query: query, fields: Object.fromEntries(fields) };
}

/** A title is shown whole. */
function lengthOf(name: MarkedName, isWhole: boolean): estypes.SearchHighlightField {
  return isWhole || name === 'title'
    ? { number_of_fragments: 0 }
    : { number_of_fragments: BODY_FRAGMENTS_MAX, fragment_size: BODY_FRAGMENT_LENGTH };
}
