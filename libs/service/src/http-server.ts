import type { ServerResponse } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { PROBLEM_MEDIA_TYPE } from '@warta/contracts';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import { BodyDoors } from './body-doors.ts';
import type { FastifyInstance, FastifyRequest } from './fastify-types.ts';
import type { Health } from './health.ts';
import { printHealth } from './health.ts';
import { HttpConnections } from './http-connections.ts';
import { measureRequests } from './http-metrics.ts';
import { ProblemError, problemBody } from './problem-error.ts';
import { BODY_BYTES_MAX, readBodies } from './request-bodies.ts';
import { REQUEST_LIMITS, limitRequests } from './request-limits.ts';
import { RouteTable } from './route-table.ts';
import { continueTrace, inTrace } from './trace-context.ts';
import type { TraceContext } from './trace-context.ts';

/** A request must have arrived whole within this; slow senders must not hold connections. */
const REQUEST_ARRIVAL_MS = 15_000;

/** How often Node looks for those it has not answered; by default it would be every 30 s, on top of the above. */
const ARRIVALS_CHECK_MS = 5_000;

/**
 * Every request is answered within this, if need be with 503. Handlers that wait for a server give
 * up by themselves before; it is shorter than the timeouts of common clients (30 s) and proxies.
 */
export const REQUEST_DEADLINE_MS = 12_000;

/** Whose body is still under way then is no sender who is only about to end. */
const BODY_IS_SLOW_MS = REQUEST_DEADLINE_MS / 2;

/** Longer than the idle timeout of common load balancers (60 s), so that they close first. */
const KEEP_ALIVE_MS = 65_000;

/** Characters. Signed tokens stand in paths, with up to 1,000; by default it would be 100. */
const PATH_PARAMETER_MAX = 1_024;

export interface HttpServer {
  adapter: FastifyAdapter;
  routes: RouteTable;
  connections: HttpConnections;
  /** Closed to all but strangers until it is told where the guards are. */
  doors: BodyDoors;
}

/**
 * Fastify for Nest with what every service owes its callers: traces, metrics, bounded bodies
 * and numbers of requests, security headers, and `Connection: close` once the service is stopping.
 */
export function createHttpServer(platform: {
  logger: Logger;
  metrics: Registry;
  health: Health;
}): HttpServer {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    http: { connectionsCheckingInterval: ARRIVALS_CHECK_MS },
    requestTimeout: REQUEST_ARRIVAL_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    handlerTimeout: REQUEST_DEADLINE_MS,
    routerOptions: { maxParamLength: PATH_PARAMETER_MAX },
    logger: false,
    frameworkErrors: (_error: unknown, _request: unknown, reply: { raw: ServerResponse }) =>
      answerBadAddress(reply.raw),
  });
  const server = adapter.getInstance();
  const routes = new RouteTable();
  server.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  const connections = new HttpConnections(server);
  traceRequests(server);
  measureRequests(server, platform.metrics);
  logRequests(server, platform.logger);
  limitRequests(server, REQUEST_LIMITS);
  cutSlowSenders(server);
  addHeaders(server, platform.health);
  const doors = new BodyDoors();
  readBodies(server, doors);
  for (const path of ['livez', 'readyz'] as const) {
    server.get(`/${path}`, (request, reply) => {
      const report = path === 'livez' ? platform.health.alive() : platform.health.ready();
      const verbose = Object.hasOwn(request.query as object, 'verbose');
      void reply
        .code(report.ok ? 200 : 503)
        .type('text/plain')
        .send(printHealth(report, verbose));
    });
  }
  return { adapter, routes, connections, doors };
}

const traces = new WeakMap<FastifyRequest, TraceContext>();

/** Entered twice: reading a body loses the asynchronous context of the first hook. */
function traceRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const trace = continueTrace(typeof traceparent === 'string' ? traceparent : undefined);
    traces.set(request, trace);
    reply.header('x-trace-id', trace.traceId);
    inTrace(trace, done);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    const trace = traces.get(request);
    if (trace) inTrace(trace, done);
    else done();
  });
}

function logRequests(server: FastifyInstance, logger: Logger): void {
  if (!logger.isLevelEnabled('debug')) return;
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, is404 } = request;
    const route = is404 ? 'none' : routeOptions.url;
    const about = { method, route, status: reply.statusCode, duration_ms: reply.elapsedTime };
    logger.debug(about, 'request');
    done();
  });
}

/** Node looks for slow senders among those whose request is not answered yet; here are the others. */
function cutSlowSenders(server: FastifyInstance): void {
  server.addHook('onResponse', ({ raw }, reply, done) => {
    if (!raw.complete) {
      const waitMs = Math.max(0, REQUEST_ARRIVAL_MS - reply.elapsedTime);
      setTimeout(() => raw.complete || raw.socket.destroy(), waitMs).unref();
    }
    done();
  });
}

const pageHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};
const apiPolicy = "default-src 'none'; frame-ancestors 'none'";
/** For answers that a handler writes to the socket itself, where no hook adds them. */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': apiPolicy,
};
/** Swagger UI brings its own scripts and styles and sets styles inline. */
const docsPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

function addHeaders(server: FastifyInstance, health: Health): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    const isDocs = request.url === '/docs' || request.url.startsWith('/docs/');
    void reply.headers(pageHeaders);
    // Who serves pages sets the policy that they need.
    if (!reply.hasHeader('content-security-policy')) {
      void reply.header('content-security-policy', isDocs ? docsPolicy : apiPolicy);
    }
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    // Answered while its body is under way for so long, it would go on holding the connection.
    const isLate = !request.raw.complete && reply.elapsedTime >= BODY_IS_SLOW_MS;
    if (health.isStopping || isLate) void reply.header('connection', 'close');
    done();
  });
}

/** The router could not even decode the address: there is no request object to answer through. */
function answerBadAddress(response: ServerResponse): void {
  const problem = new ProblemError(400, 'The address is not a valid URL.');
  response
    .writeHead(400, { 'content-type': PROBLEM_MEDIA_TYPE, ...pageHeaders })
    .end(JSON.stringify(problemBody(problem, undefined)));
}
