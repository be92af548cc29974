import { parseArgs } from 'node:util';
import { kafkaSettings, runJob } from '@warta/service';
import { openIndex } from './article-index/open-index.ts';
import { rebuildIndexConfig } from './config.ts';
import { rebuildIndex } from './rebuild-index/rebuild-index.ts';
import { dropLeft } from './rebuild-index/rebuild-target.ts';

const { values } = parseArgs({
  options: {
    'drop-old': { type: 'boolean', default: false },
    abandon: { type: 'boolean', default: false },
    'accept-differences': { type: 'boolean', default: false },
  },
});

/**
 * A job: fills a new index from the states that the enricher has published again, puts it in the
 * place of the one that answers, and ends. Run again after whatever ended it, it goes on. With
 * --drop-old it only deletes the indices that earlier runs have left, and with --abandon
 * beside it also the new index of a run that has not ended.
 */
await runJob({ name: 'rebuild-index', config: rebuildIndexConfig }, async (job) => {
  const { config, logger, metrics } = job;
  const index = openIndex(config);
  if (values['drop-old']) {
    const dropped = await dropLeft(index, values.abandon);
    logger.info({ dropped }, `${dropped.length} old indices deleted`);
  } else {
    const report = await rebuildIndex({
      index,
      settings: kafkaSettings(config, job.name),
      topicPrefix: config.WARTA_TOPIC_PREFIX,
      platform: { logger, metrics },
      say: (message) => logger.info(message),
      acceptsDifferences: values['accept-differences'],
    });
    logger.info(report, `${report.articles} articles in ${report.index}`);
  }
  await index.client.close();
});
