import type { Problem } from '@warta/contracts';
import { CliError, exitCodes } from './cli-error.ts';

/** The service is away or busy: the same again, later, does no harm. */
export class BusyError extends CliError {
  /** As the service asked for it. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    { retryAfterMs, exitCode = exitCodes.timeout, cause }: BusyOptions = {},
  ) {
    super(message, exitCode, { cause });
    this.name = 'BusyError';
    this.retryAfterMs = retryAfterMs;
  }
}

interface BusyOptions extends ErrorOptions {
  retryAfterMs?: number | undefined;
  exitCode?: number;
}

/** Nobody is there: no connection came about. Trying again helps only where something was there. */
export class NobodyThereError extends BusyError {
  constructor(origin: string, cause: unknown) {
    const hint = 'Is Warta running? Start it with: npm start';
    super(`Nothing answers at ${origin}. ${hint}`, { exitCode: exitCodes.notRunning, cause });
    this.name = 'NobodyThereError';
  }
}

/** A service said no. */
export class ServiceError extends CliError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message, status === 404 ? exitCodes.notFound : exitCodes.refused);
    this.name = 'ServiceError';
    this.status = status;
  }
}

/** Of systems and of Node's fetch, for a connection that never was. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a request that got no answer came to. @param error as fetch throws it. */
export function withoutAnswer(url: string, error: unknown): BusyError {
  const { origin } = new URL(url);
  const { name, cause } = error as Error;
  const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  if (name === 'TimeoutError') {
    return new BusyError(`${origin} gave no answer in time`, { cause: error });
  }
  // Without a code nothing was sent at all: to a port, such as 9, that fetch never connects to.
  if (code === '' || neverConnected.has(code)) return new NobodyThereError(origin, error);
  return new BusyError(`${origin} closed the connection without an answer`, { cause: error });
}

/** What an answer says that means: later. Undefined of every other one. */
export function busyOf({ status, statusText, headers }: Response): BusyError | undefined {
  const retryAfter = headers.get('retry-after');
  // 409 with a time to come again: the first try of this very request is still under way.
  const isBusy = [429, 502, 503, 504].includes(status) || (status === 409 && retryAfter !== null);
  if (!isBusy) return undefined;
  const seconds = Number(retryAfter ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  return new BusyError(`${status} ${statusText}`, { retryAfterMs });
}

/** The JSON answer. @throws ServiceError made of the problem that the service described. */
export async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === '' ? undefined : jsonOf(text, response);
  let problem: Partial<Problem> = {};
  try {
    problem = JSON.parse(text) as Partial<Problem>;
  } catch {
    // Somebody else's page, such as a proxy's: its status says it, its markup does not.
    if (!text.trimStart().startsWith('<')) problem = { detail: text.slice(0, 500) };
  }
  const said = [problem.title, problem.detail].filter(Boolean).join(': ');
  const { errors = [] } = problem;
  // Of a single fault the sentence may say all there is; of several, each is told with its place.
  const isSaid = errors.length === 1 && errors.every(({ detail }) => said.includes(detail));
  const fields = isSaid ? [] : errors.map(({ pointer, detail }) => `\n  ${pointer}: ${detail}`);
  throw new ServiceError(
    `${response.status} ${said || response.statusText}${fields.join('')}${hintFor(response)}`,
    response.status,
  );
}

function jsonOf(text: string, { url }: Response): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliError(`What answers at ${url} is no Warta.`, exitCodes.failed, { cause });
  }
}

function hintFor({ status, headers }: Response): string {
  if (status !== 401) return '';
  return /^signature\b/i.test(headers.get('www-authenticate') ?? '')
    ? ' Give the secret of the feed in WARTA_FEED_SECRET or by --secret-file.'
    : ' Give a key with --key or WARTA_KEY.';
}
