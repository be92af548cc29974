import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { PROBLEM_MEDIA_TYPE } from '@warta/contracts';
import { NotAcknowledgedError, TransientError } from '@warta/messaging';
import type { Logger } from 'pino';
import type { FastifyReply, FastifyRequest } from './fastify-types.ts';
import { ProblemError, problemBody, problemIn, unavailable } from './problem-error.ts';
import type { RouteTable } from './route-table.ts';
import { currentTrace } from './trace-context.ts';

/** An outage refuses every request: one line for many, the metrics count them. */
const REFUSAL_LOG_EVERY_MS = 10_000;

const detailOfStatus: Readonly<Record<number, string>> = {
  400: 'The request could not be understood.',
  404: 'There is nothing at this address; /docs lists what there is.',
  413: 'The body is larger than this address accepts.',
  415: 'The media type of the body is not one that this address accepts.',
};

/** What an error means to the caller. Only ProblemError's own words are shown: others may leak. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof NotAcknowledgedError || error instanceof TransientError) {
    return unavailable('It could not be stored just now; send the same request again.', error);
  }
  const status = statusOf(error);
  if (status === 503) return unavailable('The service is busy or shutting down; try again.', error);
  const detail = detailOfStatus[status] ?? (status < 500 ? messageOf(error) : 'An internal error.');
  return new ProblemError(status, detail, { cause: error });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : 500;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Answers every error, wherever it arose, as problem+json. Only unexpected ones are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Logger;
  readonly #routes: RouteTable;
  #refused = 0;
  #refusalLoggedAtMs = 0;

  constructor(logger: Logger, routes: RouteTable) {
    this.#logger = logger;
    this.#routes = routes;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    let problem = toProblem(error);
    if (problem.status === 404 && request.is404) problem = this.#methodProblem(request) ?? problem;
    if (problem.status >= 500) this.#log(problem);
    if (reply.sent) return;
    sendProblem(reply, problemIn(problem, request.headers['accept-language']));
  }

  /** An address that exists under another method is no 404. */
  #methodProblem(request: FastifyRequest): ProblemError | undefined {
    const methods = this.#routes.methodsAt(request.url);
    if (methods.length === 0) return undefined;
    const allow = methods.join(', ');
    return new ProblemError(405, `This address answers ${allow} only.`, { headers: { allow } });
  }

  #log(problem: ProblemError): void {
    const err = problem.cause ?? problem;
    if (problem.status !== 503) {
      this.#logger.error({ err, status: problem.status }, 'request failed');
      return;
    }
    this.#refused += 1;
    if (Date.now() - this.#refusalLoggedAtMs < REFUSAL_LOG_EVERY_MS) return;
    this.#logger.warn({ err, refused: this.#refused }, 'requests refused for now');
    this.#refusalLoggedAtMs = Date.now();
    this.#refused = 0;
  }
}

export function sendProblem(reply: FastifyReply, problem: ProblemError): void {
  void reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problemBody(problem, currentTrace()?.traceId)));
}
