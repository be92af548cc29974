import type { estypes } from '@elastic/elasticsearch';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { compileQuery, compileTogether } from '../query-language/compile-query.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { readQuery } from '../query-language/read-query.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** What `q` asks for. */
export interface SearchText {
  /** Scores. */
  readonly clause: estypes.QueryDslQueryContainer;
  /** Scores some of what matches higher; for orders by relevance. */
  readonly together?: estypes.QueryDslQueryContainer | undefined;
  /** Whether it has words that may be found in a text: then relevance orders, and hits are marked. */
  readonly hasText: boolean;
  /** Ids of the entities its names were taken for. */
  readonly entityIds: readonly string[];
  readonly isComplete: boolean;
}

/** @throws InvalidSearchError; TransientError when Elasticsearch cannot answer. */
export async function understandText(
  parts: EntityParts,
  q: string,
  languages: readonly AnalyzedLanguage[],
): Promise<SearchText> {
  try {
    const understood = await readQuery(parts, q);
    return {
      clause: compileQuery(understood, { languages }),
      together: compileTogether(understood, languages),
      hasText: understood.hasText,
      entityIds: understood.expansions.flatMap(({ entities }) => entities.map(({ id }) => id)),
      isComplete: understood.isComplete,
    };
  } catch (error) {
    if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
      throw new InvalidSearchError('q', error.message, { cause: error });
    }
    throw error;
  }
}
