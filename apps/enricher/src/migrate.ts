import { migrate, postgresSettings } from '@warta/postgres';
import { createLogger, readConfig } from '@warta/service';
import { migrations } from '../migrations/index.ts';
import { migrateConfig } from './config.ts';

/** The job that brings the enricher's schema up to date. Run it before every release, any number. */
const config = readConfig(migrateConfig, process.env);
const serviceRole = config.WARTA_POSTGRES_SERVICE_ROLE;
await migrate(postgresSettings(config, 'enricher-migrate'), {
  migrations,
  logger: createLogger('enricher-migrate', config.WARTA_LOG_LEVEL),
  ...(serviceRole === undefined ? {} : { serviceRole }),
});
