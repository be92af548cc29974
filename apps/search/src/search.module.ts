import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ArticleUpdated } from '@warta/contracts';
import { KafkaConsumer, KafkaProducer, withPrefix } from '@warta/messaging';
import { AccessBook, followAccess, kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { ArticleIndex } from './article-index/article-index.ts';
import { IndexProgress } from './article-index/index-progress.ts';
import { IndexWatch } from './article-index/index-watch.ts';
import { openIndex } from './article-index/open-index.ts';
import type { SearchConfig } from './config.ts';
import { IndexArticles } from './index-articles/index-articles.ts';
import { indexingMetrics } from './index-articles/indexing-metrics.ts';
import { VisibleArticles } from './index-articles/visible-articles.ts';
import { ReadArticleController } from './read-article/read-article.controller.ts';
import { SearchArticlesController } from './search-articles/search-articles.controller.ts';

type Start = ServiceStart<SearchConfig>;

@Module({})
export class SearchModule {
  static register(start: Start): DynamicModule {
    return {
      module: SearchModule,
      controllers: [SearchArticlesController, ReadArticleController],
      providers: [
        { provide: AccessBook, useFactory: () => followAccess(start) },
        { provide: ArticleIndex, useFactory: () => openIndex(start.config) },
        {
          provide: IndexArticles,
          inject: [ArticleIndex],
          useFactory: (index: ArticleIndex) => followArticles(start, index),
        },
      ],
    };
  }
}

/**
 * The way from the topic into the index. Until the index is there its progress cannot be read, and
 * the consumer waits; searches are answered all the while, also from an index that is behind.
 */
function followArticles(start: Start, index: ArticleIndex): IndexArticles {
  const { config, lifecycle, health, consumers, metrics, logger } = start;
  const indexing = indexingMetrics(metrics);
  const visible = new VisibleArticles(index, indexing);
  const indexArticles = new IndexArticles(index, { visible, metrics: indexing });
  const watch = new IndexWatch(index, logger);
  const settings = kafkaSettings(config, start.name);
  const producer = new KafkaProducer(settings, start);
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
  lifecycle.add({ name: 'consumer', start: () => consumer.start(), stop: () => consumer.stop() });
  health.add({ name: 'index', ready: () => checked(watch.trouble) });
  health.add({
    name: 'consumer',
    ready: () => checked(consumer.status().reason),
    alive: () => checked(consumer.alive ? undefined : 'the consumer makes no progress'),
  });
  return indexArticles;
}

function checked(trouble: string | undefined): { ok: boolean; reason?: string } {
  return trouble === undefined ? { ok: true } : { ok: false, reason: trouble };
}
