import type { z } from 'zod';
import type { ServiceConfig } from './config-fragments.ts';
import {
  ConfigError,
  describeConfig,
  exampleConfig,
  printableConfig,
  readConfig,
} from './config.ts';
import { createLogger } from './logger.ts';
import { openApiOf } from './openapi-of.ts';
import { runService } from './run-service.ts';
import type { ServiceDefinition } from './service-start.ts';

/** Kubernetes kills after its grace period of 30 s; we promise to be gone within 20 s. */
const SHUTDOWN_DEADLINE_MS = 18_000;

/** As in sysexits.h: EX_CONFIG for settings, EX_SOFTWARE for what only a restart can cure. */
const EXIT_CONFIG = 78;
const EXIT_FATAL = 70;

/**
 * The whole life of a service's process: configuration (all problems at once, exit 78), both
 * ports, its parts, SIGTERM or SIGINT (exit 0 within 20 s), and exit 70 on whatever was not
 * foreseen. With `--openapi` or `--config` it only prints its API or its settings as JSON.
 */
export async function startService<Schema extends z.ZodObject>(
  definition: ServiceDefinition<Schema> & ConfigOf<Schema>,
): Promise<void> {
  if (process.argv.includes('--config')) return print(describeConfig(definition.config));
  if (process.argv.includes('--openapi')) {
    return print(await openApiOf(definition, exampleConfig(definition.config)));
  }
  const config = readConfigOrExit(definition);
  const logger = createLogger(definition.name, config.WARTA_LOG_LEVEL);
  const fatal = (reason: unknown) => {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    logger.fatal({ err: error }, `ending the process: ${error.message}`);
    process.exit(EXIT_FATAL);
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  logger.info({ config: printableConfig(definition.config, config) }, 'starting');
  const service = await runService(definition, { config, logger, fatal }).catch(fatal);
  if (!service) return;
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'shutting down');
    setTimeout(() => {
      logger.fatal(`not stopped within ${SHUTDOWN_DEADLINE_MS} ms: ending the process`);
      process.exit(EXIT_FATAL);
    }, SHUTDOWN_DEADLINE_MS).unref();
    service.stop().then(() => {
      logger.info('stopped');
      process.exit(0);
    }, fatal);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Only now: whoever reads it may send a signal at once.
  logger.info({ http: service.httpUrl, ops: service.opsUrl }, 'listening');
}

/** Makes the compiler check that a service's settings include what every service needs. */
type ConfigOf<Schema extends z.ZodObject> =
  z.output<Schema> extends ServiceConfig
    ? object
    : { config: 'lacks httpConfig, opsConfig or accessConfig' };

function readConfigOrExit<Schema extends z.ZodObject>({
  name,
  config,
}: ServiceDefinition<Schema>): z.output<Schema> & ServiceConfig {
  try {
    return readConfig(config, process.env) as z.output<Schema> & ServiceConfig;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    createLogger(name, 'info').fatal({ problems: error.problems }, error.message);
    return process.exit(EXIT_CONFIG);
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
