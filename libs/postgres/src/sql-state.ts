/** What a failure of the database means for the one who asked. */
export type FailureKind =
  /** Another try, soon, is likely to succeed: a lost race or connection. */
  | 'retry'
  /** Nothing wrong with the data; a person or time has to mend something. */
  | 'outage'
  /** This data can never be stored. */
  | 'data';

/**
 * SQLSTATE by code or class (its first two characters); the code wins. What is not listed is an
 * `outage`: skipping a record for a reason we do not know would lose it.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const kindOfSqlState: Readonly<Record<string, FailureKind>> = {
  '40001': 'retry', // serialization_failure
  '40P01': 'retry', // deadlock_detected
  '55P03': 'retry', // lock_not_available: lock_timeout
  '57P01': 'retry', // admin_shutdown: this backend was terminated
  '57P02': 'retry', // crash_shutdown: another backend crashed
  '57P03': 'retry', // cannot_connect_now: starting or recovering
  '25006': 'retry', // read_only_sql_transaction: failing over
  '25P03': 'retry', // idle_in_transaction_session_timeout: this process was suspended
  '25P04': 'retry', // transaction_timeout
  '08': 'retry', // connection exception
  '22': 'data', // data exception, e.g. a NUL character or a number out of range
  '23': 'data', // integrity constraint violation
  '54': 'data', // program limit exceeded, e.g. an index row too large
  '54001': 'outage', // statement_too_complex: the server's stack, not the data
};

/** Failures of the socket, of the pool and of TypeORM's hold on it carry no SQLSTATE. */
const connectionFailure = new RegExp(
  [
    'ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH',
    'Connection terminated',
    'timeout exceeded when trying to connect',
    'connection error and is not queryable',
    'was silent for',
    'Client was closed',
    'Cannot use a pool after calling end',
    'Driver not Connected',
    // The connection broke between two statements of a transaction.
    'query runner (was )?already released|was already released, cannot continue',
  ].join('|'),
  'i',
);

/** Undefined when the error does not come from the database: a bug, or the caller's own. */
export function failureKindOf(error: unknown): FailureKind | undefined {
  if (!(error instanceof Error)) return undefined;
  const state = sqlStateOf(error);
  if (state !== undefined) {
    return kindOfSqlState[state] ?? kindOfSqlState[state.slice(0, 2)] ?? 'outage';
  }
  const { code } = error as { code?: unknown };
  const said = `${typeof code === 'string' ? code : ''} ${error.name} ${error.message}`;
  if (connectionFailure.test(said)) return 'retry';
  return error instanceof AggregateError && error.errors.some((one) => failureKindOf(one))
    ? 'retry'
    : undefined;
}

/** The five characters the server sent with an error. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code, severity, driverError } = (error ?? {}) as {
    code?: unknown;
    severity?: unknown;
    driverError?: unknown;
  };
  // System errors such as EPIPE have five capitals too, but no severity.
  if (typeof code === 'string' && typeof severity === 'string') return code;
  return driverError === undefined ? undefined : sqlStateOf(driverError);
}
