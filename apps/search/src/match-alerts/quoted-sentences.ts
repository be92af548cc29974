import type { estypes } from '@elastic/elasticsearch';
import type { AlertSentence, ArticleHit } from '@warta/contracts';
import { broughtQuotes } from '../query-language/inner-quotes.ts';
import { hitQuotes } from '../search-articles/hit-quotes.ts';
import { markedHtml } from '../search-articles/marked-html.ts';
import { readMarks } from '../search-articles/matching-sentences.ts';

const nobody: ReadonlySet<string> = new Set();

/**
 * The sentences of the quotes that a hit brings, with what matched marked; of a speaker alone the quote.
 * @param body of the very revision of the hit; without it the quotes themselves are told.
 */
export function quotedSentences(
  hit: estypes.SearchHit<unknown>,
  { body, entities }: { body: string | undefined; entities: ArticleHit['entities'] },
): AlertSentence[] {
  const source = { entities, ...(body !== undefined && { body: { other: body } }) };
  return hitQuotes(broughtQuotes(hit), source, nobody).map(({ sentence, highlight }) => {
    if (sentence === undefined) {
      const { text, marks } = readMarks(highlight);
      return { field: 'body', html: markedHtml(text, marks) };
    }
    const marks = sentence.marks.map((mark) => ({
      start: mark.start - sentence.start,
      end: mark.end - sentence.start,
    }));
    return { field: 'body', html: markedHtml(sentence.text, marks) };
  });
}
