import type { estypes } from '@elastic/elasticsearch';
import { indonesianForms } from './indonesian-roots.ts';
import { unstemmedNames } from './unstemmed-names.ts';

/**
 * How text becomes words. Every analysis lower-cases and folds accents and apostrophes within a word
 * (Ma'ruf and Maruf are one name, Jum'at and Jumat one day), none drops stop words: a
 * search for "yang" or for "The Who" must find what it asks for, and `all words must match` would
 * otherwise depend on the language a text was taken for.
 *
 * A change here needs a new index: documents already in it keep the words they were given.
 */
export const articleAnalysis: estypes.IndicesIndexSettingsAnalysis = {
  filter: {
    // Accents are folded before, and with them the curved apostrophe. Not that of a possessive.
    apostrophes: {
      type: 'pattern_replace',
      pattern: "(?<=\\p{L})['\u02bc](?!s$)(?=\\p{L})",
      replacement: '',
    },
    unstemmed_names: { type: 'keyword_marker', keywords: [...unstemmedNames] },
    indonesian_forms: { type: 'stemmer_override', rules: indonesianForms() },
    indonesian_stemmer: { type: 'stemmer', language: 'indonesian' },
    english_stemmer: { type: 'stemmer', language: 'english' },
    english_possessive: { type: 'stemmer', language: 'possessive_english' },
  },
  analyzer: {
    exact: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['lowercase', 'asciifolding', 'apostrophes'],
    },
    indonesian_stems: {
      type: 'custom',
      tokenizer: 'standard',
      filter: [
        'lowercase',
        'asciifolding',
        'apostrophes',
        'unstemmed_names',
        'indonesian_forms',
        'indonesian_stemmer',
      ],
    },
    english_stems: {
      type: 'custom',
      tokenizer: 'standard',
      filter: [
        'lowercase',
        'asciifolding',
        'english_possessive',
        'apostrophes',
        'unstemmed_names',
        'english_stemmer',
      ],
    },
  },
};
