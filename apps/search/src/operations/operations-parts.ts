import { ArticleSubmitted, ArticleUpdated, SUBMISSIONS_GROUP } from '@warta/contracts';
import { DeadLetterReader, KafkaProducer, TopicAdmin, withPrefix } from '@warta/messaging';
import { kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { ArticleIndex } from '../article-index/article-index.ts';
import type { SearchConfig } from '../config.ts';
import { FeedReportsReader } from '../report-feeds/feed-reports.ts';
import { DeadLetterDesk } from './dead-letter-desk.ts';
import { ReadOperations } from './read-operations.ts';

/** Providers of OperationsController. */
export function operationsParts(start: ServiceStart<SearchConfig>) {
  const { config, name, lifecycle } = start;
  const settings = kafkaSettings(config, name);
  const prefix = config.WARTA_TOPIC_PREFIX;
  const { topic: submitted } = withPrefix(ArticleSubmitted, prefix);
  const { topic: updated, partitions } = withPrefix(ArticleUpdated, prefix);
  return [
    {
      provide: DeadLetterDesk,
      inject: [KafkaProducer],
      useFactory: (producer: KafkaProducer) =>
        new DeadLetterDesk(new DeadLetterReader(settings, producer, start), [submitted, updated]),
    },
    {
      provide: ReadOperations,
      inject: [ArticleIndex, FeedReportsReader, DeadLetterDesk],
      useFactory: (index: ArticleIndex, feeds: FeedReportsReader, deadLetters: DeadLetterDesk) => {
        const admin = new TopicAdmin(settings, start);
        lifecycle.add({ name: 'operations', start: () => {}, stop: () => admin.stop() });
        return new ReadOperations(
          { index, admin, feeds, deadLetters, logger: start.logger },
          {
            submitted,
            updated,
            partitions,
            enricherGroup: `${prefix}${SUBMISSIONS_GROUP}`,
            alertsGroup: `${prefix}warta.alerts`,
          },
        );
      },
    },
  ];
}
