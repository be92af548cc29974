import { migrate, postgresSettings } from '@warta/postgres';
import { runJob } from '@warta/service';
import { migrations } from '../migrations/index.ts';
import { migrateConfig } from './config.ts';

/** A job: brings the schema of search up to date and ends. Idempotent; any number at once. */
await runJob({ name: 'search-migrate', config: migrateConfig }, async (job) => {
  const serviceRole = job.config.WARTA_POSTGRES_SERVICE_ROLE;
  await migrate(postgresSettings(job.config, job.name), {
    migrations,
    logger: job.logger,
    ...(serviceRole === undefined ? {} : { serviceRole }),
  });
});
