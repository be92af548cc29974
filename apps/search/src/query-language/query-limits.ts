/** Parentheses within parentheses; a person loses count before. Bounds every walk over the tree. */
export const DEPTH_MAX = 10;

/** Parts such as words, phrases and fields: a watch list of companies has some dozens. */
export const CLAUSES_MAX = 128;

/** Words looked up, however they are glued together. */
export const WORDS_MAX = 64;

/** Words of one phrase: longer than any headline, and what is pasted whole is a paragraph. */
export const PHRASE_WORDS_MAX = 32;

/** Each goes through all words of the index that begin so. */
export const PREFIXES_MAX = 4;

/** With fewer letters a prefix is the beginning of thousands of words. */
export const PREFIX_LETTERS_MIN = 3;

/** Words between two that are near each other: some three sentences. */
export const NEAR_DISTANCE_MAX = 50;

/** Words and phrases that are near each other; Lucene fails to mark very many in a text. */
export const NEAR_OPERANDS_MAX = 6;

/** Ways to choose one of each choice: "(a OR b) NEAR/5 (c OR d)" has four. Lucene tries each. */
export const NEAR_WAYS_MAX = 256;

/** A name of an entity; longer ones are in no index. */
export const NAME_LENGTH_MAX = 200;

/**
 * What a query may cost: terms that Lucene looks up, by field; a prefix counts for many. Below the
 * 1,024 clauses that Elasticsearch takes on its smallest heap, with room for the filters around it.
 */
export const QUERY_COST_MAX = 960;
