import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import type { UnderstoodQuery } from './query-tree.ts';

export interface CompileOptions {
  /** The analyses that texts may have had. */
  readonly languages: readonly AnalyzedLanguage[];
  /** Names every leaf's clause, so that hits tell which matched: see `clauseText`. */
  readonly named?: boolean;
}

/**
 * The clause of a query; it scores. Nothing of the query becomes syntax: texts are only ever
 * analysed, everything else is a value of a clause written here. Pure.
 */
export function compileQuery(
  _understood: UnderstoodQuery,
  _options: CompileOptions,
): estypes.QueryDslQueryContainer {
  return { match_none: {} };
}

/** How the query wrote the clause of this name: for telling people which part matched. */
export function clauseText(_understood: UnderstoodQuery, _name: string): string | undefined {
  return undefined;
}
