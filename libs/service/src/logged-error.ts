/** Deeper than any chain of ours; a circle of causes ends here, too. */
const CAUSES_MAX = 5;

/** Of several errors in one, those that are told. */
const ERRORS_MAX = 5;

/** Servers quote what they refuse; enough to see what it is about, and no whole text. */
const MESSAGE_LENGTH_MAX = 1_000;
const STACK_LENGTH_MAX = 4_000;

/** Of what a client tells of its request for the log. */
const FACTS_MAX = 10;
const FACT_LENGTH_MAX = 600;

/** What a line of the log says of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly request?: Readonly<Record<string, string | number>>;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

/**
 * An error for the log: what it is called, what it says, where it arose and of what it came. Nothing
 * else that hangs on it: clients of stores add the whole request and its parameters, which have
 * whole texts, what people search for, and secrets. A client may tell of its request in numbers
 * and short words, as `request` of the error. Pure.
 */
export function loggedError(error: unknown): LoggedError {
  return atDepth(error, 0);
}

function atDepth(error: unknown, depth: number): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: String(error).slice(0, MESSAGE_LENGTH_MAX) };
  }
  const { name, message, stack, cause, code, request } = error as Error & {
    readonly code?: unknown;
    readonly request?: unknown;
  };
  const facts = factsOf(request);
  const errors = error instanceof AggregateError ? error.errors.slice(0, ERRORS_MAX) : [];
  const isDeep = depth >= CAUSES_MAX;
  return {
    type: name,
    message: message.slice(0, MESSAGE_LENGTH_MAX),
    ...(stack !== undefined && { stack: framesOf(stack, message) }),
    ...(isFact(code) && { code }),
    ...(facts.length > 0 && { request: Object.fromEntries(facts) }),
    ...(cause instanceof Error && !isDeep && { cause: atDepth(cause, depth + 1) }),
    ...(errors.length > 0 && !isDeep && { errors: errors.map((one) => atDepth(one, depth + 1)) }),
  };
}

function factsOf(request: unknown): [string, string | number][] {
  if (typeof request !== 'object' || request === null) return [];
  return Object.entries(request)
    .filter((one): one is [string, string | number] => isFact(one[1]))
    .slice(0, FACTS_MAX);
}

function isFact(value: unknown): value is string | number {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.length <= FACT_LENGTH_MAX)
  );
}

/** The stack begins with the message, however long that is. */
function framesOf(stack: string, message: string): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(0, at) + stack.slice(at + message.length);
  return frames.slice(0, STACK_LENGTH_MAX);
}
