import {
  Access,
  ArticleRebuild,
  ArticleSubmitted,
  ArticleUpdated,
  EntityCorrection,
} from '@warta/contracts';
import { TopicAdmin, withPrefix } from '@warta/messaging';
import { kafkaSettings, runJob } from '@warta/service';
import { createTopicsConfig } from './config.ts';

/** A job: creates the topics of all contracts where they are missing, and ends. Idempotent. */
await runJob({ name: 'create-topics', config: createTopicsConfig }, async (job) => {
  const { config } = job;
  const admin = new TopicAdmin(kafkaSettings(config, job.name), job);
  const prefix = config.WARTA_TOPIC_PREFIX;
  await admin.ensureTopics(
    [
      withPrefix(Access, prefix),
      withPrefix(ArticleSubmitted, prefix),
      withPrefix(ArticleUpdated, prefix),
      withPrefix(ArticleRebuild, prefix),
      withPrefix(EntityCorrection, prefix),
    ],
    {
      replicationFactor: config.WARTA_KAFKA_REPLICATION_FACTOR,
      minInsyncReplicas: config.WARTA_KAFKA_MIN_INSYNC,
    },
  );
  await admin.stop();
});
