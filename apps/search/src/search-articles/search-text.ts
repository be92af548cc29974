import type { estypes } from '@elastic/elasticsearch';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { compileMarks } from '../query-language/compile-marks.ts';
import type { FieldMarks } from '../query-language/compile-marks.ts';
import { asksForQuotes, compileQuery, compileTogether } from '../query-language/compile-query.ts';
import type { CompileOptions } from '../query-language/compile-query.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { readQuery } from '../query-language/read-query.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** What `q` asks for. */
export interface SearchText {
  /** Scores. */
  readonly clause: estypes.QueryDslQueryContainer;
  /** The same, with which hits bring the quotes that match; absent when none are asked for. */
  readonly withQuotes?: estypes.QueryDslQueryContainer | undefined;
  /** Scores some of what matches higher; for orders by relevance. */
  readonly together?: estypes.QueryDslQueryContainer | undefined;
  /** Whether it has words that may be found in a text: then relevance orders, and hits are marked. */
  readonly hasText: boolean;
  /** What is marked in hits. */
  readonly marks: readonly FieldMarks[];
  /** Ids of the entities its names were taken for. */
  readonly entityIds: readonly string[];
  readonly isComplete: boolean;
}

/** @throws InvalidSearchError; TransientError when Elasticsearch cannot answer. */
export async function understandText(
  parts: EntityParts,
  q: string,
  options: CompileOptions,
): Promise<SearchText> {
  try {
    const understood = await readQuery(parts, q, options.clock);
    return {
      clause: compileQuery(understood, options),
      ...(asksForQuotes(understood.node) && {
        withQuotes: compileQuery(understood, { ...options, quotes: true }),
      }),
      together: compileTogether(understood, options.languages),
      hasText: understood.hasText,
      marks: compileMarks(understood, options.languages),
      entityIds: understood.expansions.flatMap(({ entities }) => entities.map(({ id }) => id)),
      isComplete: understood.isComplete,
    };
  } catch (error) {
    if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
      throw new InvalidSearchError('q', error.texts, { cause: error });
    }
    throw error;
  }
}
