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

const madeForLog = new WeakSet<object>();

/**
 * What a client tells of a failed request, to hang on its error as `request`: numbers and short words.
 * What others hang there is not told: requests of Node have their key among their fields.
 */
export function requestForLog<Facts extends object>(facts: Facts): Facts {
  madeForLog.add(facts);
  return facts;
}

/**
 * An error for the log: what it is called, what it says, where it arose and of what it came. Nothing
 * else that hangs on it: clients of stores add the whole request and its parameters, which have
 * whole texts, what people search for, and secrets. A client may tell of its request by
 * `requestForLog`. Pure; never throws, whatever was thrown.
 */
export function loggedError(error: unknown): LoggedError {
  return atDepth(error, 0);
}

function atDepth(error: unknown, depth: number): LoggedError {
  try {
    return error instanceof Error
      ? told(error, depth)
      : { type: typeof error, message: said(error) };
  } catch {
    // Getters and proxies may throw anything.
    return { type: typeof error, message: 'something that cannot be read' };
  }
}

type Unread = Record<
  'name' | 'message' | 'stack' | 'cause' | 'code' | 'request' | 'errors',
  unknown
>;

function told(error: Error, depth: number): LoggedError {
  const { name, message, stack, cause, code, request, errors } = error as Error & Partial<Unread>;
  const facts = factsOf(request);
  const several =
    error instanceof AggregateError && Array.isArray(errors) ? errors.slice(0, ERRORS_MAX) : [];
  const isDeep = depth >= CAUSES_MAX;
  return {
    type: typeof name === 'string' ? name.slice(0, FACT_LENGTH_MAX) : 'Error',
    message: said(isQuoting(error) ? unquoted(message) : message),
    ...(typeof stack === 'string' && { stack: framesOf(stack, message) }),
    ...(isFact(code) && { code }),
    ...(facts.length > 0 && { request: Object.fromEntries(facts) }),
    ...(cause instanceof Error && !isDeep && { cause: atDepth(cause, depth + 1) }),
    ...(several.length > 0 && !isDeep && { errors: several.map((one) => atDepth(one, depth + 1)) }),
  };
}

/**
 * Errors whose message is made of what could not be read: JSON that is none, and data exceptions of SQL
 * (SQLSTATE class 22), such as a text that is no number.
 */
function isQuoting({ name, message, code }: Error & Partial<Unread>): boolean {
  const isOfJson = name === 'SyntaxError' && /is not valid JSON$/.test(message);
  return isOfJson || (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code));
}

/** Up to the first quotation mark. */
function unquoted(message: unknown): string {
  return said(message).replace(/["'][^]*$/, '…');
}

/** Of objects only what their fields are called: what is in them may be anything. */
function said(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null
      ? `an object with ${Object.keys(value).join(', ') || 'nothing'}`
      : String(value);
  return text.slice(0, MESSAGE_LENGTH_MAX);
}

function factsOf(request: unknown): [string, string | number][] {
  if (typeof request !== 'object' || request === null || !madeForLog.has(request)) return [];
  return Object.entries(request)
    .filter((one): one is [string, string | number] => isFact(one[1]))
    .slice(0, FACTS_MAX);
}

function isFact(value: unknown): value is string | number {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.length <= FACT_LENGTH_MAX)
  );
}

/** The stack begins with the message as it was when the error was made, however long that is. */
function framesOf(stack: string, message: unknown): string {
  const at = typeof message !== 'string' || message === '' ? -1 : stack.indexOf(message);
  if (at >= 0 && typeof message === 'string') {
    return (stack.slice(0, at) + stack.slice(at + message.length)).slice(0, STACK_LENGTH_MAX);
  }
  const frames = stack.search(/^ +at /m);
  return frames < 0 ? '' : stack.slice(frames, frames + STACK_LENGTH_MAX);
}
