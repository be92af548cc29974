import { createLogger, readConfig, ConfigError } from '@warta/service';
import { z } from 'zod';
import { ensureIndex } from './article-index/article-index.ts';
import { openIndex } from './article-index/open-index.ts';
import { elasticsearchConfig } from './config.ts';

/** A job: creates the index and its aliases where they are missing, and ends. Idempotent. */
const logger = createLogger('create-index', 'info');
try {
  const index = openIndex(readConfig(z.object(elasticsearchConfig), process.env));
  const outcome = await ensureIndex(index);
  await index.client.close();
  logger.info({ index: index.names.write, outcome }, 'the index is there');
} catch (error) {
  logger.fatal({ err: error }, `creating the index: ${(error as Error).message}`);
  process.exitCode = error instanceof ConfigError ? 78 : 1;
}
