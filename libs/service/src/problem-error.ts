import { STATUS_CODES } from 'node:http';
import type { Problem } from '@warta/contracts';
import { preferredLanguage } from './preferred-language.ts';

/** One bad field: RFC 6901 pointer into the body, `?name` of the query, `{name}` of the path. */
export type FieldProblem = NonNullable<Problem['errors']>[number];

/** What is said of a problem in another language than English. */
export interface ProblemTranslation {
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

export interface ProblemOptions {
  /** Every bad field. */
  errors?: readonly FieldProblem[];
  /** The same in other languages, by their codes; the caller's Accept-Language chooses. */
  translations?: Readonly<Record<string, ProblemTranslation>>;
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** An answer other than the wanted one. `detail` is shown to the caller: it says what to do. */
export class ProblemError extends Error {
  readonly status: number;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly translations: ProblemOptions['translations'];

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.translations = options.translations;
  }
}

/**
 * The problem as one caller reads it: where it is told in several languages, in that which the header
 * Accept-Language likes best, else in English.
 */
export function problemIn(problem: ProblemError, acceptLanguage: string | undefined): ProblemError {
  const { translations } = problem;
  if (translations === undefined) return problem;
  const language = preferredLanguage(acceptLanguage, ['en', ...Object.keys(translations)]);
  const { detail = problem.message, errors = problem.errors } = translations[language] ?? {};
  return new ProblemError(problem.status, detail, {
    ...(errors && { errors }),
    headers: { ...problem.headers, 'content-language': language, vary: 'accept-language' },
    cause: problem.cause,
  });
}

/** After how long a caller should try again when a server behind this one is away. */
export const RETRY_AFTER_SECONDS = 2;

/** Nothing was promised; the same request may be sent again. */
export function unavailable(detail: string, cause?: unknown): ProblemError {
  return new ProblemError(503, detail, {
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    cause,
  });
}

/** The body of the answer, RFC 9457. `instance` is the trace id, to be quoted to support. */
export function problemBody(
  { status, message, errors }: ProblemError,
  instance: string | undefined,
): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    ...(instance === undefined ? {} : { instance }),
    ...(errors && errors.length > 0 ? { errors: [...errors] } : {}),
  };
}
