import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { exactOf } from './article-fields.ts';
import type { UnderstoodNode, UnderstoodQuery } from './query-tree.ts';
import { entityClause, nearClause, phraseClause, prefixClause } from './text-clauses.ts';
import { countWords, isDoubled } from './text-words.ts';

type Clause = estypes.QueryDslQueryContainer;

/** The texts of an article that hits show with marks. */
export const markedTexts = ['title', 'body'] as const;
export type MarkedName = (typeof markedTexts)[number];

/** What is marked in one field. */
export interface FieldMarks {
  readonly name: MarkedName;
  /** The field that is shown. */
  readonly field: string;
  /** Any of it, wherever it stands. */
  readonly clause: Clause;
  /** The fields that have the words it looks for. */
  readonly matched: readonly string[];
}

/** One field, and how its words stand in the index. */
interface MarkedField {
  readonly place: MarkedName;
  readonly languages: readonly [AnalyzedLanguage];
}

/**
 * What of a query is marked in the fields that hits show: each of its words, phrases and names that is
 * there and not excluded. Asked of each field by itself: Elasticsearch evaluates the whole of what it is
 * given once more for every text it marks, and the query with all its fields took most of a search.
 * A field in which nothing can be marked is left out. Pure.
 */
export function compileMarks(
  { node }: UnderstoodQuery,
  languages: readonly AnalyzedLanguage[],
): FieldMarks[] {
  return languages.flatMap((language) =>
    markedTexts.flatMap((name): FieldMarks[] => {
      const field = `${name}.${language}`;
      const where: MarkedField = { place: name, languages: [language] };
      const leaves = leavesOf(node, name);
      const stemmed = leaves.flatMap(inflected).map((word) => inflectedIn(field, word));
      const exact = leaves.flatMap((leaf) => asItStands(leaf, where));
      const should = [...stemmed, ...exact];
      if (should.length === 0) return [];
      const matched = [
        ...(stemmed.length > 0 ? [field] : []),
        ...(exact.length > 0 ? [exactOf(field)] : []),
      ];
      return [{ name, field, clause: { bool: { should } }, matched: [...new Set(matched)] }];
    }),
  );
}

type Leaf = Extract<UnderstoodNode, { kind: 'word' | 'name' | 'phrase' | 'prefix' | 'near' }>;

/**
 * Of what is excluded nothing is there, of what is excluded twice there may be; quotes and entities
 * are marked by where they are.
 */
function leavesOf(node: UnderstoodNode, name: MarkedName, isExcluded = false): Leaf[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap((of) => leavesOf(of, name, isExcluded));
    case 'not':
      return leavesOf(node.of, name, !isExcluded);
    case 'title':
      return name === 'title' ? leavesOf(node.of, name, isExcluded) : [];
    case 'word':
    case 'name':
    case 'phrase':
    case 'prefix':
    case 'near':
      return isExcluded ? [] : [node];
    case 'quote':
    case 'entity':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return [];
  }
}

/** Words in any form. Those of a name each: in a title often stands only one of them. */
function inflected(leaf: Leaf): string[] {
  if (leaf.kind === 'word') return [leaf.text];
  return leaf.kind === 'name' ? leaf.text.split(' ') : [];
}

function inflectedIn(field: string, query: string): Clause {
  if (countWords(query) > 1 && !isDoubled(query)) return { match_phrase: { [field]: { query } } };
  return { match: { [field]: { query, operator: 'and' } } };
}

/** Phrases and the like, and the other names of an entity in articles about it. */
function asItStands(leaf: Leaf, where: MarkedField): Clause[] {
  switch (leaf.kind) {
    case 'word':
      return [];
    case 'name':
      return entityClause(leaf, where);
    case 'phrase':
      return [phraseClause(leaf.text, where)];
    case 'prefix':
      return [prefixClause(leaf.text, where)];
    case 'near':
      return [nearClause(leaf, where)];
  }
}
