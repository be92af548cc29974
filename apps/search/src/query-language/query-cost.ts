import { analyzedLanguages } from '../article-index/article-document.ts';
import { exactFields, wordFields } from './article-fields.ts';
import type { TextPlace } from './article-fields.ts';
import { TooExpensiveQueryError } from './query-errors.ts';
import { queryFaults } from './query-faults.ts';
import { QUERY_COST_MAX } from './query-limits.ts';
import { nearSize } from './near-size.ts';
import type { KnownEntity, NearOperand, UnderstoodNode } from './query-tree.ts';
import { countWords } from './text-words.ts';

/** A prefix is as many words as begin so; a constant, since nobody knows before. */
const WORDS_OF_PREFIX = 8;

/**
 * Words of all ways to read a NEAR that cost as much as one word looked up: they are not looked up
 * again. What a query may cost stays below the 16,384 clauses that Lucene would write such ways out in.
 */
const WORDS_OF_WAYS = 12;

/** Other names of a name that are looked for; those of many entities would outweigh the name. */
export const ALIASES_SCORED_MAX = 4;

/**
 * What a query costs: terms looked up, once for each field, in all languages. Names that are too
 * many for what a query may cost lose their other names, which only put the best of them first; not
 * in titles, where they are what is found.
 * @throws TooExpensiveQueryError when that is not enough.
 */
export function affordable(node: UnderstoodNode): UnderstoodNode {
  if (costOf(node) <= QUERY_COST_MAX) return node;
  const plain = withoutAliases(node);
  const cost = costOf(plain);
  if (cost <= QUERY_COST_MAX) return plain;
  throw new TooExpensiveQueryError(queryFaults.tooCostly(QUERY_COST_MAX, cost));
}

export function costOf(node: UnderstoodNode, place: TextPlace = 'article'): number {
  const exact = exactFields(place, analyzedLanguages).length;
  const all = wordFields(place, analyzedLanguages).length;
  switch (node.kind) {
    case 'and':
    case 'or':
      return sum(node.of.map((of) => costOf(of, place)));
    case 'not':
      return costOf(node.of, place);
    case 'title':
    case 'quote':
      return costOf(node.of, node.kind);
    case 'word':
      return countWords(node.text) * all;
    case 'name': {
      const aliases = aliasesOf(node.entities).map(countWords);
      return 1 + countWords(node.text) * all + sum(aliases) * exact;
    }
    case 'phrase':
      return countWords(node.text) * exact;
    case 'near':
      return Math.max(wordsNear(node), Math.ceil(nearSize(node).words / WORDS_OF_WAYS)) * exact;
    case 'prefix':
      return WORDS_OF_PREFIX * exact;
    case 'entity':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return 1;
  }
}

/** The other names that are looked for. */
export function aliasesOf(entities: readonly KnownEntity[]): string[] {
  return [...new Set(entities.flatMap(({ aliases }) => aliases))].slice(0, ALIASES_SCORED_MAX);
}

function wordsNear(node: NearOperand): number {
  return node.kind === 'phrase' ? countWords(node.text) : sum(node.of.map(wordsNear));
}

function withoutAliases(node: UnderstoodNode): UnderstoodNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, of: node.of.map(withoutAliases) };
    case 'not':
    case 'quote':
      return { kind: node.kind, of: withoutAliases(node.of) };
    case 'name':
      return { ...node, entities: node.entities.map((entity) => ({ ...entity, aliases: [] })) };
    // There they are what is found, not only what comes first.
    case 'title':
    case 'word':
    case 'phrase':
    case 'prefix':
    case 'near':
    case 'entity':
    case 'feed':
    case 'lang':
    case 'section':
    case 'date':
      return node;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
