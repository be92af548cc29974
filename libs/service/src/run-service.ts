import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { ServiceConfig } from './config-fragments.ts';
import { Consumers } from './consumers.ts';
import { Health } from './health.ts';
import type { HttpConnections } from './http-connections.ts';
import { createHttpServer } from './http-server.ts';
import { Lifecycle } from './lifecycle.ts';
import { nestLogger } from './logger.ts';
import { describeApi, serveApiDocs } from './openapi.ts';
import { createOpsServer } from './ops-server.ts';
import { ProblemFilter } from './problem-filter.ts';
import type { ServiceDefinition, ServiceStart } from './service-start.ts';
import { ZodPipe } from './zod-pipe.ts';

/** Requests in hand get this long at shutdown before their connections are cut. */
const HTTP_DRAIN_MS = 10_000;
const HTTP_IDLE_LOOK_MS = 100;

/** A service that listens. `startService` is this with a process around it; tests use it directly. */
export interface RunningService {
  readonly httpUrl: string;
  readonly opsUrl: string;
  readonly health: Health;
  /** Settles when every part has been started. */
  readonly partsStarted: Promise<void>;
  /** Not ready, no new requests, requests in hand answered, parts stopped in reverse order. */
  stop(): Promise<void>;
}

/** What of the surroundings a service uses; the process gives them, or a test. */
export interface Surroundings<Config> {
  config: Config;
  logger: Logger;
  /** Ends the process with 70; a test notes it instead. */
  fatal: (reason: string | Error) => void;
}

/**
 * Builds the service, listens on both ports, then starts its parts in the background: it is alive
 * at once and ready when they are.
 */
export async function runService<Schema extends z.ZodObject>(
  definition: ServiceDefinition<Schema>,
  { config, logger, fatal }: Surroundings<z.output<Schema> & ServiceConfig>,
): Promise<RunningService> {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const health = new Health(metrics);
  const start: ServiceStart<z.output<Schema> & ServiceConfig> = {
    name: definition.name,
    config,
    logger,
    metrics,
    health,
    lifecycle: new Lifecycle(logger),
    consumers: new Consumers(),
    fatal,
  };
  const { app, connections } = await buildApp(definition, start);
  const ops = createOpsServer({ ...start, adminKeySha256: config.WARTA_ADMIN_KEY_SHA256 });
  const host = config.WARTA_HTTP_HOST;
  await app.listen(config.WARTA_HTTP_PORT, host);
  await listen(ops, config.WARTA_OPS_PORT, host);
  health.started();
  const partsStarted = start.lifecycle.start();
  partsStarted.catch(fatal);
  return {
    httpUrl: urlOf(app.getHttpServer(), host),
    opsUrl: urlOf(ops, host),
    health,
    partsStarted,
    async stop() {
      health.stopping();
      await drain(app, connections);
      await start.lifecycle.stop();
      ops.close();
      ops.closeAllConnections();
    },
  };
}

async function buildApp<Schema extends z.ZodObject>(
  definition: ServiceDefinition<Schema>,
  start: ServiceStart<z.output<Schema> & ServiceConfig>,
): Promise<{ app: NestFastifyApplication; connections: HttpConnections }> {
  const { adapter, routes, connections, doors } = createHttpServer(start);
  const app = await NestFactory.create<NestFastifyApplication>(
    definition.module.register(start),
    adapter,
    { logger: nestLogger(start.logger), bodyParser: false, abortOnError: false },
  );
  doors.open((guard) => app.get(guard, { strict: false }));
  app.useGlobalFilters(new ProblemFilter(start.logger, routes));
  app.useGlobalPipes(new ZodPipe());
  serveApiDocs(app, describeApi(app, definition.name));
  return { app, connections };
}

/** Stops accepting, lets requests in hand finish, and cuts what is left after a while. */
async function drain(app: NestFastifyApplication, connections: HttpConnections): Promise<void> {
  const idle = setInterval(() => connections.closeIdle(), HTTP_IDLE_LOOK_MS);
  const late = setTimeout(() => connections.closeAll(), HTTP_DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}

function listen(server: ReturnType<typeof createOpsServer>, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function urlOf(server: { address(): AddressInfo | string | null }, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}
