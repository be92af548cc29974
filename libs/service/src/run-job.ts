import { pino } from 'pino';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { z } from 'zod';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './logger.ts';

/** As in sysexits.h, like a service: EX_CONFIG for settings, EX_SOFTWARE for everything else. */
const EXIT_CONFIG = 78;
const EXIT_FAILED = 70;

export interface Job<Config> {
  readonly name: string;
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Registry;
}

/**
 * The whole main.ts of a job that prepares something and ends: reads its settings (all problems at
 * once, exit 78), works, and exits 0, or 70 with the reason in the log. Whoever runs it repeats it.
 */
export async function runJob<Schema extends z.ZodObject>(
  { name, config: schema }: { name: string; config: Schema },
  work: (job: Job<z.output<Schema>>) => Promise<void>,
): Promise<void> {
  const level = process.env['WARTA_LOG_LEVEL'] || 'info';
  const logger = createLogger(name, level in pino.levels.values ? level : 'info');
  try {
    const config = readConfig(schema, process.env);
    await work({ name, config, logger, metrics: new Registry() });
    logger.info('done');
    process.exit(0);
  } catch (error) {
    logger.fatal({ err: error }, (error as Error).message);
    process.exit(error instanceof ConfigError ? EXIT_CONFIG : EXIT_FAILED);
  }
}
