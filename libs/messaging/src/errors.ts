/** A store or a broker is away or overloaded: the same work will succeed later. Never skipped. */
export class TransientError extends Error {
  override readonly name: string = 'TransientError';
}

/** This record can never succeed, however often it is tried. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  /** The reason of the dead letter. */
  readonly code: string;

  /** @param code a stable code of lower-case letters, digits and hyphens, at most 64 of them. */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The broker did not confirm in time. The records may or may not be stored: send them again. */
export class NotAcknowledgedError extends TransientError {
  override readonly name = 'NotAcknowledgedError';
}

/** Too much is waiting for the broker already: nothing was taken in, nothing is stored. */
export class OverloadedError extends TransientError {
  override readonly name = 'OverloadedError';
}

/** What an unknown thrown value says, for logs and dead letters. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${describeError(error.cause)})` : '';
  return `${error.name}: ${error.message}${cause}`;
}
