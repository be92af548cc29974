import type { estypes } from '@elastic/elasticsearch';
import { analyzedLanguages } from '../article-index/article-document.ts';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { countWords, hasWords } from './text-words.ts';

type Clause = estypes.QueryDslQueryContainer;

/** Each is looked up in some five fields. */
export const QUOTE_WORDS_MAX = 32;

/** As it stands before inflected. */
const EXACT_BOOST = 2;

/** A quoted phrase (its end may be missing) or a word. */
const typed = /["“”](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”]+)/gu;

/** What is typed to find a quote by, understood. */
export interface QuoteText {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** Words and "phrases", all of which must be in the quote. Nothing typed is an operator. Pure. */
export function readQuoteText(q: string): QuoteText {
  const words: string[] = [];
  const phrases: string[] = [];
  for (const { groups = {} } of q.matchAll(typed)) {
    const text = (groups['phrase'] ?? groups['word'] ?? '').trim();
    if (!hasWords(text)) continue;
    (groups['phrase'] === undefined ? words : phrases).push(text);
  }
  return { words, phrases };
}

export function countQuoteWords({ words, phrases }: QuoteText): number {
  return [...words, ...phrases].reduce((sum, text) => sum + countWords(text), 0);
}

/** Clauses of the nested quote, each of which must match. */
export function quoteTextClauses({ words, phrases }: QuoteText): Clause[] {
  const stems = analyzedLanguages
    .filter((language) => language !== 'other')
    .map((language) => `quotes.text.${language}`);
  const exact = analyzedLanguages.map((language) => exactField(language));
  const boosted = exact.map((field) => `${field}^${EXACT_BOOST}`);
  return [
    ...words.map((query): Clause => {
      const fields = [...boosted, ...stems];
      return { multi_match: { query, fields, type: 'best_fields', operator: 'and' } };
    }),
    ...phrases.map((query): Clause => ({ multi_match: { query, fields: exact, type: 'phrase' } })),
  ];
}

/** Marks the whole quote; HTML-encoded, with <em> and nothing else. */
export function quoteHighlight(): estypes.SearchHighlight {
  const fields = analyzedLanguages.map((language): [string, estypes.SearchHighlightField] => {
    const field = `quotes.text.${language}`;
    return [field, language === 'other' ? {} : { matched_fields: [field, exactField(language)] }];
  });
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<em>'],
    post_tags: ['</em>'],
    number_of_fragments: 0,
    fields: Object.fromEntries(fields),
  };
}

function exactField(language: AnalyzedLanguage): string {
  return language === 'other' ? 'quotes.text.other' : `quotes.text.${language}.exact`;
}
