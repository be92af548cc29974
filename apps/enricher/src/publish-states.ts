import { ArticleRebuild } from '@warta/contracts';
import { KafkaProducer, withPrefix } from '@warta/messaging';
import { createDataSource, missingMigrations, postgresSettings } from '@warta/postgres';
import { kafkaSettings, runJob } from '@warta/service';
import { migrations } from '../migrations/index.ts';
import { publishStatesConfig } from './config.ts';
import { publishStates } from './publish-states/publish-states.ts';
import { StatesInOrderStore } from './publish-states/states-in-order.store.postgres.ts';

/**
 * A job: tells the current state of every article on the rebuild topic, for an index that is built
 * anew, and ends. May be run again at any time, also while the last one runs.
 */
await runJob({ name: 'enricher-publish-states', config: publishStatesConfig }, async (job) => {
  const { config, logger } = job;
  const settings = postgresSettings(config, job.name);
  const dataSource = createDataSource(settings);
  const producer = new KafkaProducer(kafkaSettings(config, job.name), job);
  try {
    await dataSource.initialize();
    const missing = await missingMigrations(dataSource, settings.schema, migrations);
    if (missing.length > 0) throw new Error(`run the migration job first: ${missing.join(', ')}`);
    await producer.start();
    const after = config.WARTA_PUBLISH_STATES_AFTER;
    const perSecond = config.WARTA_PUBLISH_STATES_PER_SECOND;
    const told = await publishStates(
      {
        states: new StatesInOrderStore(dataSource),
        producer,
        rebuild: withPrefix(ArticleRebuild, config.WARTA_TOPIC_PREFIX),
        logger,
      },
      { ...(after && { after }), ...(perSecond && { perSecond }) },
    );
    logger.info(told, 'told the state of every article');
  } finally {
    await producer.stop();
    if (dataSource.isInitialized) await dataSource.destroy();
  }
});
