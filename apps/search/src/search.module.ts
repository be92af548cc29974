import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
  ArticleSubmitted,
  ArticleUpdated,
  RECEIPT_TOKEN,
  SUBMISSIONS_GROUP,
} from '@warta/contracts';
import {
  DeadLetterReader,
  KafkaConsumer,
  KafkaProducer,
  TopicAdmin,
  withPrefix,
} from '@warta/messaging';
import { AccessBook, followAccess, kafkaSettings, SignedTokens } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { ArticleIndex } from './article-index/article-index.ts';
import { IndexProgress } from './article-index/index-progress.ts';
import { IndexWatch } from './index-articles/index-watch.ts';
import { openIndex } from './article-index/open-index.ts';
import type { SearchConfig } from './config.ts';
import { entityControllers, entityProviders } from './entity-parts.ts';
import { deliverParts } from './deliver-alerts/deliver-parts.ts';
import { DeliveriesController } from './deliver-alerts/deliveries.controller.ts';
import { exportControllers } from './export-articles/export-articles-parts.ts';
import { IndexArticles } from './index-articles/index-articles.ts';
import { indexingMetrics } from './index-articles/indexing-metrics.ts';
import { VisibleArticles } from './index-articles/visible-articles.ts';
import { alertControllers, alertProviders } from './alert-parts.ts';
import { operationsParts } from './operations/operations-parts.ts';
import { OperationsController } from './operations/operations.controller.ts';
import { ReadArticleController } from './read-article/read-article.controller.ts';
import { ExplainQueryController } from './explain-query/explain-query.controller.ts';
import { changesControllers, changesProviders } from './read-changes/read-changes-parts.ts';
import { FindDeadLetter } from './read-receipt/find-dead-letter.ts';
import { ReadReceiptController, ReceiptTokens } from './read-receipt/read-receipt.controller.ts';
import { ReceiptSources } from './read-receipt/receipt-sources.ts';
import { FeedReportsReader } from './report-feeds/feed-reports.ts';
import { ReportFeedsController } from './report-feeds/report-feeds.controller.ts';
import { silentFeedsGauge } from './report-feeds/silent-feeds-gauge.ts';
import { revisionControllers, revisionProviders } from './read-revisions/read-revisions-parts.ts';
import { RevisionWriter } from './revisions-index/revision-writer.ts';
import { RevisionsIndex } from './revisions-index/revisions-index.ts';
import { WithdrawalsWatch } from './revisions-index/withdrawals-watch.ts';
import { resultsControllers, resultsProviders } from './results-parts.ts';
import { consoleFolder, serveConsole } from './serve-console/serve-console.ts';

type Start = ServiceStart<SearchConfig>;

@Module({})
export class SearchModule {
  static register(start: Start): DynamicModule {
    return {
      module: SearchModule,
      controllers: [
        ...resultsControllers,
        ExplainQueryController,
        ...exportControllers,
        ReadArticleController,
        ...revisionControllers,
        ...changesControllers,
        ReadReceiptController,
        ReportFeedsController,
        OperationsController,
        ...entityControllers,
        ...alertControllers,
        DeliveriesController,
      ],
      providers: [
        { provide: AccessBook, useFactory: () => followAccess(start) },
        { provide: ArticleIndex, useFactory: () => openIndex(start.config) },
        ...revisionProviders,
        {
          provide: KafkaProducer,
          useFactory: () => new KafkaProducer(kafkaSettings(start.config, start.name), start),
        },
        {
          provide: IndexArticles,
          inject: [ArticleIndex, KafkaProducer],
          useFactory: (index: ArticleIndex, producer: KafkaProducer) =>
            followArticles(start, index, producer),
        },
        { provide: ReceiptTokens, useFactory: () => receiptTokens(start) },
        {
          provide: ReceiptSources,
          inject: [ArticleIndex, KafkaProducer],
          useFactory: (index: ArticleIndex, producer: KafkaProducer) =>
            receiptSources(start, index, producer),
        },
        {
          provide: FeedReportsReader,
          inject: [ArticleIndex, AccessBook],
          useFactory: (index: ArticleIndex, book: AccessBook) => reportFeeds(start, index, book),
        },
        ...operationsParts(start),
        ...entityProviders(start),
        ...alertProviders(start),
        ...deliverParts(start),
        ...resultsProviders,
        ...changesProviders(start),
        {
          provide: serveConsole,
          inject: [HttpAdapterHost],
          useFactory: ({ httpAdapter }: HttpAdapterHost) =>
            serveConsole(httpAdapter.getInstance(), consoleFolder()),
        },
      ],
    };
  }
}

/**
 * The way from the topic into the index. Until the index is there its progress cannot be read, and
 * the consumer waits; searches are answered all the while, also from an index that is behind.
 */
function followArticles(start: Start, index: ArticleIndex, producer: KafkaProducer): IndexArticles {
  const { config, lifecycle, health, consumers, metrics, logger } = start;
  const indexing = indexingMetrics(metrics);
  const visible = new VisibleArticles(index, indexing);
  const recorded = new RevisionsIndex(index);
  const revisions = new RevisionWriter(recorded);
  const withdrawals = new WithdrawalsWatch(recorded, revisions, logger);
  const indexArticles = new IndexArticles(index, { visible, metrics: indexing, revisions });
  const watch = new IndexWatch(index, logger);
  const settings = kafkaSettings(config, start.name);
  const consumer = new KafkaConsumer(
    settings,
    {
      groupId: `${config.WARTA_TOPIC_PREFIX}warta.search`,
      definition: withPrefix(ArticleUpdated, config.WARTA_TOPIC_PREFIX),
      progress: new IndexProgress(index, start.fatal, () => watch.isPrepared),
      producer,
      handle: (batch, signal) => indexArticles.handle(batch, signal),
      onFatal: start.fatal,
    },
    start,
  );
  consumers.add(consumer.topic, consumer);

  lifecycle.add({ name: 'client', start: () => {}, stop: () => index.client.close() });
  lifecycle.add({ name: 'visibility', start: () => {}, stop: () => visible.stop() });
  lifecycle.add({ name: 'producer', start: () => producer.start(), stop: () => producer.stop() });
  lifecycle.add({ name: 'index', start: () => watch.start(), stop: () => watch.stop() });
  lifecycle.add({
    name: 'withdrawals',
    start: () => withdrawals.start(),
    stop: () => withdrawals.stop(),
  });
  lifecycle.add({ name: 'consumer', start: () => consumer.start(), stop: () => consumer.stop() });
  health.add({ name: 'index', ready: () => checked(watch.trouble) });
  health.add({
    name: 'consumer',
    ready: () => checked(consumer.status().reason),
    alive: () => checked(consumer.alive ? undefined : 'the consumer makes no progress'),
  });
  return indexArticles;
}

function receiptTokens({ config }: Start): ReceiptTokens {
  const { topic } = withPrefix(ArticleSubmitted, config.WARTA_TOPIC_PREFIX);
  return new ReceiptTokens(new SignedTokens(RECEIPT_TOKEN, config.WARTA_RECEIPT_KEYS), topic);
}

/** @param producer nothing is sent with it: readers of dead letters can also send them back. */
function receiptSources(
  start: Start,
  index: ArticleIndex,
  producer: KafkaProducer,
): ReceiptSources {
  const { config, name, lifecycle } = start;
  const settings = kafkaSettings(config, name);
  const prefix = config.WARTA_TOPIC_PREFIX;
  const { topic: submitted } = withPrefix(ArticleSubmitted, prefix);
  const { topic: updated, partitions } = withPrefix(ArticleUpdated, prefix);
  const topics = { submitted, updated, partitions };
  const admin = new TopicAdmin(settings, start);
  const deadLetters = new FindDeadLetter(new DeadLetterReader(settings, producer, start), topics);
  lifecycle.add({ name: 'receipts', start: () => {}, stop: () => admin.stop() });
  return new ReceiptSources(
    index,
    { admin, deadLetters },
    { ...topics, group: `${prefix}${SUBMISSIONS_GROUP}` },
  );
}

function reportFeeds(start: Start, index: ArticleIndex, book: AccessBook): FeedReportsReader {
  const reports = new FeedReportsReader(index, book);
  silentFeedsGauge(start.metrics, reports);
  return reports;
}

function checked(trouble: string | undefined): { ok: boolean; reason?: string } {
  return trouble === undefined ? { ok: true } : { ok: false, reason: trouble };
}
