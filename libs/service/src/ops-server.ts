import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { PROBLEM_MEDIA_TYPE } from '@warta/contracts';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Consumers } from './consumers.ts';
import type { Health } from './health.ts';
import { printHealth } from './health.ts';
import { ProblemError, problemBody } from './problem-error.ts';

/** Probes, scrapers and operators are few; what hangs here must not use up the descriptors. */
const CONNECTIONS_MAX = 200;

export interface OpsPlatform {
  logger: Logger;
  metrics: Registry;
  health: Health;
  consumers: Consumers;
  adminKeySha256: string;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

/**
 * The port for machines and operators: /metrics, /livez, /readyz, GET /consumers, and
 * POST /consumers/:topic/:partition/{resume,accept-gap} with the first admin key. A server of its
 * own, so that it answers when the API's is drained or overloaded.
 */
export function createOpsServer(platform: OpsPlatform): Server {
  const server = createServer((request, response) => {
    answer(request, platform).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => sendProblem(response, error, platform.logger),
    );
  });
  server.maxConnections = CONNECTIONS_MAX;
  return server;
}

async function answer(request: IncomingMessage, platform: OpsPlatform): Promise<Answer> {
  const { pathname, searchParams } = addressOf(request);
  const { metrics, health, consumers } = platform;
  if (request.method === 'GET') {
    if (pathname === '/metrics') {
      return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
    }
    if (pathname === '/livez' || pathname === '/readyz') {
      const report = pathname === '/livez' ? health.alive() : health.ready();
      const body = printHealth(report, searchParams.has('verbose'));
      return { status: report.ok ? 200 : 503, type: 'text/plain; charset=utf-8', body };
    }
    if (pathname === '/consumers') return json({ consumers: consumers.report() });
  }
  const command = /^\/consumers\/([^/]+)\/(\d{1,6})\/(resume|accept-gap)$/.exec(pathname);
  if (!command) throw new ProblemError(404, 'There is nothing at this address.');
  if (request.method !== 'POST') throw new ProblemError(405, 'This address answers POST only.');
  const [, topic = '', partition = '', verb = ''] = command;
  return operate(request, platform, { topic: decoded(topic), partition, verb });
}

function addressOf({ url = '/' }: IncomingMessage): URL {
  const address = URL.parse(url, 'http://ops');
  if (address === null) throw badAddress();
  return address;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badAddress();
  }
}

const badAddress = () => new ProblemError(400, 'The address is not a valid URL.');

async function operate(
  request: IncomingMessage,
  { consumers, adminKeySha256, logger }: OpsPlatform,
  { topic, partition, verb }: { topic: string; partition: string; verb: string },
): Promise<Answer> {
  const [, key = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!isAdminKey(key, adminKeySha256)) {
    throw new ProblemError(401, 'Send the first admin key as Authorization: Bearer <key>.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const consumer = consumers.get(topic);
  if (!consumer) throw new ProblemError(404, `This service does not consume ${topic}.`);
  logger.warn({ topic, partition: Number(partition), verb }, 'an operator intervenes');
  const number = Number(partition);
  const done = await (verb === 'resume' ? consumer.resume(number) : consumer.acceptGap(number));
  if (!done) {
    throw new ProblemError(
      409,
      `This process does not hold partition ${number} of ${topic} halted for that; ` +
        'GET /consumers on each replica shows which one does, and why.',
    );
  }
  return json({ topic, partition: number, done: verb });
}

function isAdminKey(key: string, sha256: string): boolean {
  const given = createHash('sha256').update(key).digest();
  return timingSafeEqual(given, Buffer.from(sha256, 'hex'));
}

const json = (body: unknown): Answer => ({
  status: 200,
  type: 'application/json',
  body: `${JSON.stringify(body)}\n`,
});

function sendProblem(response: ServerResponse, error: unknown, logger: Logger): void {
  if (!(error instanceof ProblemError)) logger.error({ err: error }, 'ops request failed');
  const problem =
    error instanceof ProblemError ? error : new ProblemError(500, 'An internal error.');
  response
    .writeHead(problem.status, { 'content-type': PROBLEM_MEDIA_TYPE, ...problem.headers })
    .end(JSON.stringify(problemBody(problem, undefined)));
}
