import { Access, ArticleSubmitted, ArticleUpdated } from '@warta/contracts';
import { TopicAdmin, withPrefix } from '@warta/messaging';
import { defineConfig, kafkaConfig, kafkaSettings, runJob } from '@warta/service';
import { z } from 'zod';

export const createTopicsConfig = defineConfig({
  ...kafkaConfig,
  WARTA_KAFKA_REPLICATION_FACTOR: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Copies of every partition. 3 in production.'),
  WARTA_KAFKA_MIN_INSYNC: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Copies that must have a record before it counts as stored. 2 in production.'),
});

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
    ],
    {
      replicationFactor: config.WARTA_KAFKA_REPLICATION_FACTOR,
      minInsyncReplicas: config.WARTA_KAFKA_MIN_INSYNC,
    },
  );
  await admin.stop();
});
