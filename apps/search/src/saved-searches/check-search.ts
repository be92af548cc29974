import { ProblemError } from '@warta/service';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { compileSearch } from '../match-alerts/compiled-search.ts';
import type { CompiledSearch, SearchedFor } from '../match-alerts/compiled-search.ts';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';

/**
 * Compiles a search that somebody sent.
 * @throws ProblemError 400 that names the field, and of a query the column; TransientError when
 * Elasticsearch cannot answer.
 */
export async function checkSearch(
  parts: EntityParts,
  wanted: SearchedFor,
): Promise<CompiledSearch> {
  try {
    return await compileSearch(parts, wanted);
  } catch (error) {
    throw toProblem(error);
  }
}

function toProblem(error: unknown): unknown {
  if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
    return badField('/q', error.message);
  }
  if (error instanceof InvalidSearchError) {
    const pointer = error.parameter === 'q' ? '/q' : `/filters/${error.parameter}`;
    return badField(pointer, error.message);
  }
  return error;
}

function badField(pointer: string, detail: string): ProblemError {
  return new ProblemError(400, 'The search cannot be saved or tried as it is.', {
    errors: [{ pointer, detail }],
  });
}
