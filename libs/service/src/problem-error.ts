import { STATUS_CODES } from 'node:http';
import type { Problem } from '@warta/contracts';

/** One bad field: RFC 6901 pointer into the body, `?name` of the query, `{name}` of the path. */
export type FieldProblem = NonNullable<Problem['errors']>[number];

export interface ProblemOptions {
  /** Every bad field. */
  errors?: readonly FieldProblem[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** An answer other than the wanted one. `detail` is shown to the caller: it says what to do. */
export class ProblemError extends Error {
  readonly status: number;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
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
