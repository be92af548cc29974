import { TransientError } from '@warta/messaging';
import { ProblemError, unavailable } from '@warta/service';
import type { FieldProblem } from '@warta/service';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import { InvalidCursorError } from './cursor.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** What a caller of any kind of search is told of an error; others as they are. */
export function toProblem(error: unknown): unknown {
  if (error instanceof InvalidSearchError) {
    return badParameter(error.parameter, error.message, placeOf(error.cause));
  }
  if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
    return badParameter('q', error.message, placeOf(error));
  }
  if (error instanceof InvalidCursorError) return badParameter('cursor', error.message);
  if (error instanceof TransientError) {
    return unavailable('The index does not answer just now; send the same request again.', error);
  }
  return error;
}

/** Where a query is at fault, for a program; the message says it for a person. */
function placeOf(error: unknown): Pick<FieldProblem, 'column' | 'expected'> {
  if (!(error instanceof QuerySyntaxError)) return {};
  const { column, expected } = error;
  return { column, ...(expected.length > 0 && { expected: [...expected] }) };
}

function badParameter(name: string, detail: string, place: Partial<FieldProblem> = {}) {
  return new ProblemError(400, `The parameter ${name} ${detail}.`, {
    errors: [{ pointer: `?${name}`, detail, ...place }],
  });
}
