/** What can be wrong with a stack; stable, so that a command line or a test can tell them apart. */
export type StackErrorCode =
  | 'bad-setting'
  | 'port-in-use'
  | 'no-jdk'
  | 'no-maven-or-docker'
  | 'no-docker'
  | 'disk-space'
  | 'no-server-account'
  | 'unreachable-folder'
  | 'fetch-failed'
  | 'no-postgres-binaries'
  | 'stack-in-use'
  | 'stack-not-running'
  | 'server-failed'
  | 'aborted';

/** A problem a person can solve. The message says what to do; it needs no stack trace beside it. */
export class StackError extends Error {
  readonly code: StackErrorCode;

  constructor(code: StackErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StackError';
    this.code = code;
  }
}
