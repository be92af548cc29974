import type { components } from './schema.ts';

/** RFC 9457, as every address of Warta answers when something is wrong. */
export type Problem = components['schemas']['Problem'];

/** A request that was not answered as hoped: what the service says of it, or that nobody answered. */
export class WartaError extends Error {
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;
  /** As the service sent it; of other servers' answers, such as a proxy's, made from the status. */
  readonly problem: Problem;
  /** After so many seconds the same request may succeed. From Retry-After. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(problem.detail ?? problem.title, options);
    this.name = 'WartaError';
    this.status = problem.status;
    this.problem = problem;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** @param response one that is not ok; its body is read. */
export async function errorOf(response: Response): Promise<WartaError> {
  const retryAfterSeconds = secondsOf(response.headers.get('retry-after'));
  const problem = (await problemIn(response)) ?? {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
  return new WartaError(problem, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
}

/** For requests that no server answered: a cut line, a wrong address. */
export function unansweredError(cause: unknown): WartaError {
  const problem = {
    type: 'about:blank',
    title: 'No answer',
    status: 0,
    detail: 'The service could not be reached.',
  };
  return new WartaError(problem, { cause });
}

async function problemIn(response: Response): Promise<Problem | undefined> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { title, status } = body as Partial<Record<keyof Problem, unknown>>;
  return typeof title === 'string' && typeof status === 'number';
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
