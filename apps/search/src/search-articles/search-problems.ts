import { TransientError } from '@warta/messaging';
import { ProblemError, unavailable } from '@warta/service';
import type { FieldProblem } from '@warta/service';
import { QuerySyntaxError, TooExpensiveQueryError } from '../query-language/query-errors.ts';
import type { FaultTexts } from '../query-language/query-faults.ts';
import { InvalidCursorError } from './cursor.ts';
import { InvalidSearchError } from './invalid-search-error.ts';

/** What a caller of any kind of search is told of an error; others as they are. */
export function toProblem(error: unknown): unknown {
  if (error instanceof InvalidSearchError) {
    const { parameter, message, texts, cause } = error;
    return badParameter(parameter, texts ?? message, placeOf(cause));
  }
  if (error instanceof QuerySyntaxError || error instanceof TooExpensiveQueryError) {
    return badParameter('q', error.texts, placeOf(error));
  }
  if (error instanceof InvalidCursorError) return badParameter('cursor', error.message);
  if (error instanceof TransientError) {
    return unavailable('The index does not answer just now; send the same request again.', error);
  }
  return error;
}

/** What was asked for, with errors as the caller of a search is told them. */
export async function orProblem<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw toProblem(error);
  }
}

/** Where a query is at fault, for a program; the message says it for a person. */
export function placeOf(error: unknown): Pick<FieldProblem, 'column' | 'expected'> {
  if (!(error instanceof QuerySyntaxError)) return {};
  const { column, expected } = error;
  return { column, ...(expected.length > 0 && { expected: [...expected] }) };
}

/** The same in the language of an answer that was asked for by a parameter. */
export function toldIn(language: keyof FaultTexts, problem: unknown): unknown {
  if (!(problem instanceof ProblemError)) return problem;
  const { translations } = problem;
  const { detail = problem.message, errors = problem.errors } = translations?.[language] ?? {};
  return new ProblemError(problem.status, detail, {
    ...(errors && { errors }),
    headers: { ...problem.headers, ...(translations && { 'content-language': language }) },
    cause: problem.cause,
  });
}

function badParameter(
  name: string,
  says: string | FaultTexts,
  place: Partial<FieldProblem> = {},
): ProblemError {
  const errorsWith = (detail: string) => [{ pointer: `?${name}`, detail, ...place }];
  if (typeof says === 'string') {
    return new ProblemError(400, `The parameter ${name} ${says}.`, { errors: errorsWith(says) });
  }
  return new ProblemError(400, `The parameter ${name} ${says.en}.`, {
    errors: errorsWith(says.en),
    translations: { id: { detail: `Parameter ${name} ${says.id}.`, errors: errorsWith(says.id) } },
  });
}
