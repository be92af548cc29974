import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ArticleSubmitted, ArticleUpdated, SUBMISSIONS_GROUP } from '@warta/contracts';
import type { ArticleSubmittedV1 } from '@warta/contracts';
import { KafkaConsumer, KafkaProducer, withPrefix } from '@warta/messaging';
import { Postgres, PostgresProgress, postgresSettings } from '@warta/postgres';
import { AccessBook, followAccess, kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { migrations } from '../migrations/index.ts';
import { AnnotateTextController } from './annotate-text/annotate-text.controller.ts';
import { annotatingThreads } from './config.ts';
import type { EnricherConfig } from './config.ts';
import { AnnotatorPool } from './enrich-article/annotator-pool.ts';
import { ArticleStore } from './enrich-article/article.store.postgres.ts';
import { EnrichArticle } from './enrich-article/enrich-article.ts';
import { followCorrections } from './correct-entities/follow-corrections.ts';
import { enricherMetrics } from './enrich-article/enricher-metrics.ts';
import { DueArticles } from './release-embargoes/due-articles.store.postgres.ts';
import { ReleaseEmbargoes } from './release-embargoes/release-embargoes.ts';

/** About a second of annotating on one core: what a crash makes us do again. */
const BATCH_RECORDS_MAX = 100;

type Start = ServiceStart<EnricherConfig>;

@Module({})
export class EnricherModule {
  static register(start: Start): DynamicModule {
    return {
      module: EnricherModule,
      controllers: [AnnotateTextController],
      providers: [
        { provide: AccessBook, useFactory: () => followAccess(start) },
        { provide: AnnotatorPool, useFactory: () => annotatorPool(start) },
        {
          provide: KafkaConsumer,
          inject: [AnnotatorPool],
          useFactory: (annotator: AnnotatorPool) => followSubmissions(start, annotator),
        },
      ],
    };
  }
}

function annotatorPool({ config, metrics }: Start): AnnotatorPool {
  const taggerFolder = config.WARTA_ENRICHER_TAGGER_FOLDER;
  const workers = annotatingThreads(config);
  return new AnnotatorPool({ workers, ...(taggerFolder && { taggerFolder }) }, metrics);
}

/** Stopped in reverse: first nothing more is consumed, last the producer closes. */
function followSubmissions(
  start: Start,
  annotator: AnnotatorPool,
): KafkaConsumer<ArticleSubmittedV1> {
  const { config, name, logger, metrics, health, lifecycle, consumers, fatal } = start;
  const prefix = config.WARTA_TOPIC_PREFIX;
  const kafka = kafkaSettings(config, name);
  const producer = new KafkaProducer(kafka, { logger, metrics });
  const postgres = new Postgres(postgresSettings(config, name), { migrations }, logger);
  const enrichArticle = new EnrichArticle({
    store: new ArticleStore(postgres.dataSource),
    annotator,
    metrics: enricherMetrics(metrics),
    updated: withPrefix(ArticleUpdated, prefix),
    submitted: withPrefix(ArticleSubmitted, prefix),
  });
  const embargoes = releaseEmbargoes(start, postgres, producer);
  const groupId = `${prefix}${SUBMISSIONS_GROUP}`;
  const consumer = new KafkaConsumer(
    kafka,
    {
      groupId,
      definition: withPrefix(ArticleSubmitted, prefix),
      progress: new PostgresProgress(postgres.dataSource, groupId),
      producer,
      handle: (batch, signal) => enrichArticle.handle(batch, signal),
      batchRecordsMax: BATCH_RECORDS_MAX,
      onFatal: fatal,
    },
    { logger, metrics },
  );
  lifecycle.add({ name: 'producer', start: () => producer.start(), stop: () => producer.stop() });
  lifecycle.add({ name: 'postgres', start: () => postgres.start(), stop: () => postgres.stop() });
  lifecycle.add({
    name: 'annotator',
    start: () => annotator.start(),
    stop: () => annotator.stop(),
  });
  lifecycle.add({
    name: 'embargoes',
    start: () => embargoes.start(),
    stop: () => embargoes.stop(),
  });
  followCorrections(start, { postgres, producer });
  lifecycle.add({ name: 'consumer', start: () => consumer.start(), stop: () => consumer.stop() });
  health.add({ name: 'postgres', ready: () => postgres.ready() });
  health.add({
    name: 'consumer',
    ready: () => checked(consumer.status().reason),
    alive: () => checked(consumer.alive ? undefined : 'the consumer makes no progress'),
  });
  consumers.add(consumer.topic, consumer);
  return consumer;
}

function releaseEmbargoes(
  { config, logger, metrics }: Start,
  postgres: Postgres,
  producer: KafkaProducer,
): ReleaseEmbargoes {
  return new ReleaseEmbargoes({
    articles: new DueArticles(postgres.dataSource),
    producer,
    submitted: withPrefix(ArticleSubmitted, config.WARTA_TOPIC_PREFIX),
    logger,
    metrics,
  });
}

function checked(trouble: string | undefined): { ok: boolean; reason?: string } {
  return trouble === undefined ? { ok: true } : { ok: false, reason: trouble };
}
