import type { DynamicModule } from '@nestjs/common';
import { KafkaProducer } from '@warta/messaging';
import type { ServiceStart } from '@warta/service';
import { AnswerOnce } from './answer-once/answer-once.ts';
import { Answers } from './answer-once/answers.ts';
import type { IngestorConfig } from './config.ts';
import { PushRates } from './limit-rates/push-rates.ts';
import { RestoreArticleController } from './restore-article/restore-article.controller.ts';
import { SubmitArticleController } from './submit-article/submit-article.controller.ts';
import { Submissions } from './submissions/submissions.ts';
import { DocumentReader } from './submit-items/document-reader.ts';
import { ItemIntake } from './submit-items/item-intake.ts';
import { SubmitItemsController } from './submit-items/submit-items.controller.ts';
import { TakedownRates } from './withdraw-article/takedown-rates.ts';
import { WithdrawArticleController } from './withdraw-article/withdraw-article.controller.ts';

/** What feeds push to. */
export const pushControllers = [
  SubmitArticleController,
  SubmitItemsController,
  WithdrawArticleController,
  RestoreArticleController,
];

export function pushProviders(
  start: ServiceStart<IngestorConfig>,
): NonNullable<DynamicModule['providers']> {
  const { config } = start;
  return [
    {
      provide: Submissions,
      inject: [KafkaProducer],
      useFactory: (producer: KafkaProducer) =>
        new Submissions({
          producer,
          topicPrefix: config.WARTA_TOPIC_PREFIX,
          searchUrl: config.WARTA_SEARCH_URL,
          receiptKeys: config.WARTA_RECEIPT_KEYS,
          logger: start.logger,
        }),
    },
    {
      provide: PushRates,
      useFactory: () =>
        new PushRates({
          keyArticlesPerMinute: config.WARTA_KEY_ARTICLES_PER_MINUTE,
          feedArticlesPerMinute: config.WARTA_FEED_ARTICLES_PER_MINUTE,
        }),
    },
    { provide: DocumentReader, useFactory: () => startReader(start) },
    {
      provide: ItemIntake,
      inject: [DocumentReader, Submissions, PushRates],
      useFactory: (reader: DocumentReader, submissions: Submissions, rates: PushRates) =>
        new ItemIntake({ reader, submissions, rates }),
    },
    { provide: TakedownRates, useFactory: () => new TakedownRates() },
    { provide: AnswerOnce, useFactory: () => new AnswerOnce(new Answers()) },
  ];
}

function startReader(start: ServiceStart<IngestorConfig>): DocumentReader {
  const reader = new DocumentReader(start.metrics);
  start.lifecycle.add({
    name: 'document reader',
    start: () => Promise.resolve(),
    stop: () => reader.stop(),
  });
  return reader;
}
