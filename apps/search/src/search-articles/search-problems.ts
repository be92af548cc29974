import { TransientError } from '@warta/messaging';
import { ProblemError, unavailable } from '@warta/service';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { InvalidCursorError } from './cursor.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** What a caller of any kind of search is told of an error; others as they are. */
export function toProblem(error: unknown): unknown {
  if (error instanceof InvalidSearchError) return badParameter(error.parameter, error.message);
  if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
    return badParameter('q', error.message);
  }
  if (error instanceof InvalidCursorError) return badParameter('cursor', error.message);
  if (error instanceof TransientError) {
    return unavailable('The index does not answer just now; send the same request again.', error);
  }
  return error;
}

function badParameter(name: string, detail: string): ProblemError {
  return new ProblemError(400, `The parameter ${name} ${detail}.`, {
    errors: [{ pointer: `?${name}`, detail }],
  });
}
