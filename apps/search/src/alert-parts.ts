import { ArticleUpdated } from '@warta/contracts';
import type { ArticleUpdatedV1 } from '@warta/contracts';
import { KafkaConsumer, withPrefix } from '@warta/messaging';
import { Postgres, PostgresProgress, postgresSettings } from '@warta/postgres';
import { kafkaSettings } from '@warta/service';
import type { ServiceStart } from '@warta/service';
import { Registry } from 'prom-client';
import { migrations } from '../migrations/index.ts';
import type { SearchConfig } from './config.ts';
import { Entities } from './entity-book/entities.ts';
import { IndexArticles } from './index-articles/index-articles.ts';
import { AlertReader } from './read-alerts/alert-reader.store.postgres.ts';
import { AlertStreams } from './read-alerts/alert-streams.ts';
import { AlertsController } from './read-alerts/alerts.controller.ts';
import { PassedOverController } from './read-alerts/passed-over.controller.ts';
import { SavedSearchStore } from './saved-searches/saved-search.store.postgres.ts';
import { SavedSearchesController } from './saved-searches/saved-searches.controller.ts';
import { ActiveSearches } from './match-alerts/active-searches.store.postgres.ts';
import { alertMetrics } from './match-alerts/alert-metrics.ts';
import { AlertStore } from './match-alerts/alert.store.postgres.ts';
import { backlogGauges } from './match-alerts/backlog-gauges.ts';
import { BacklogStore } from './match-alerts/backlog.store.postgres.ts';
import { CatchUp } from './match-alerts/catch-up.ts';
import { MatchAlerts } from './match-alerts/match-alerts.ts';
import { MissedSpans } from './match-alerts/missed-spans.store.postgres.ts';
import { PassedOverStore } from './match-alerts/passed-over.store.postgres.ts';
import { ShownProgress } from './match-alerts/shown-progress.ts';

type Start = ServiceStart<SearchConfig>;

/** A batch waits for the refresh of the index, not for its neighbours: all wait at once. */
const PARTITIONS_AT_ONCE = 12;

/** Saved searches and alerts: what the module is given of them. */
export const alertControllers = [SavedSearchesController, PassedOverController, AlertsController];

export function alertProviders(start: Start) {
  return [
    { provide: Postgres, useFactory: () => searchDatabase(start) },
    {
      provide: SavedSearchStore,
      inject: [Postgres],
      useFactory: ({ dataSource }: Postgres) => new SavedSearchStore(dataSource),
    },
    {
      provide: AlertReader,
      inject: [Postgres],
      useFactory: ({ dataSource }: Postgres) => new AlertReader(dataSource),
    },
    {
      provide: PassedOverStore,
      inject: [Postgres],
      useFactory: ({ dataSource }: Postgres) => new PassedOverStore(dataSource),
    },
    {
      provide: AlertStreams,
      inject: [AlertReader],
      useFactory: (reader: AlertReader) => {
        const streams = new AlertStreams(reader, start.logger);
        start.lifecycle.add({
          name: 'alert streams',
          start: () => {},
          stop: () => streams.stop(),
        });
        return streams;
      },
    },
    {
      // After the indexing, whose client it uses: parts stop in reverse.
      provide: MatchAlerts,
      inject: [Postgres, Entities, IndexArticles],
      useFactory: (postgres: Postgres, entities: Entities) =>
        followArticles(start, postgres, entities),
    },
  ];
}

/** Searches are answered without it: the service is ready while it is away. */
function searchDatabase({ config, name, logger, lifecycle }: Start): Postgres {
  const postgres = new Postgres(postgresSettings(config, name), { migrations }, logger);
  lifecycle.add({ name: 'postgres', start: () => postgres.start(), stop: () => postgres.stop() });
  return postgres;
}

/**
 * Reads what the indexing reads once more, as a group of its own, behind it. What cannot be read has
 * been dead-lettered by the indexing.
 */
function followArticles(start: Start, postgres: Postgres, entities: Entities): MatchAlerts {
  const { config, logger, metrics, health, lifecycle, consumers } = start;
  const definition = withPrefix(ArticleUpdated, config.WARTA_TOPIC_PREFIX);
  const groupId = `${config.WARTA_TOPIC_PREFIX}warta.alerts`;
  const { topic, partitions } = definition;
  const lag = (): number =>
    [...consumer.status().lag.values()].reduce((sum, records) => sum + Number(records), 0);
  const settings = kafkaSettings(config, `${start.name}-alerts`);
  // The metrics of consumers go by topic, and those of this topic are the indexing's.
  const platform = { logger, metrics: new Registry() };
  const progressOf = (group: string) => new PostgresProgress(postgres.dataSource, group);
  const shared = {
    entities,
    alerts: new AlertStore(postgres.dataSource),
    missed: new MissedSpans(postgres.dataSource),
    passedOver: new PassedOverStore(postgres.dataSource),
    metrics: alertMetrics(metrics, lag),
  };
  const backlog = new BacklogStore(postgres.dataSource);
  backlogGauges(metrics, () => backlog.read());
  const matchAlerts = new MatchAlerts({
    ...shared,
    searches: new ActiveSearches(postgres.dataSource),
    shown: new ShownProgress(entities.index, topic, partitions),
  });
  const catchUp = new CatchUp({
    ...shared,
    searches: new ActiveSearches(postgres.dataSource),
    isBusy: () => matchAlerts.isBusy,
    logger,
  });
  lifecycle.add({
    name: 'alerts-catch-up',
    start: () => catchUp.start(),
    stop: () => catchUp.stop(),
  });
  const consumer: KafkaConsumer<ArticleUpdatedV1> = new KafkaConsumer(
    settings,
    {
      groupId,
      definition,
      progress: progressOf(groupId),
      handle: (batch, signal) => matchAlerts.handle(batch, signal),
      partitionsAtOnce: PARTITIONS_AT_ONCE,
      onFatal: start.fatal,
    },
    platform,
  );
  // Goes ahead: alerts are read and sent while matching waits for the index.
  const withdrawing: KafkaConsumer<ArticleUpdatedV1> = new KafkaConsumer(
    settings,
    {
      groupId: `${groupId}-withdrawn`,
      definition,
      progress: progressOf(`${groupId}-withdrawn`),
      handle: (batch, signal) => matchAlerts.withdraw(batch, signal),
      onFatal: start.fatal,
    },
    platform,
  );
  const parts = [
    ['alerts', consumer],
    ['alerts-withdrawn', withdrawing],
  ] as const;
  for (const [part, one] of parts) {
    consumers.add(`${topic}.${part}`, one);
    lifecycle.add({ name: part, start: () => one.start(), stop: () => one.stop() });
    health.add({
      name: part,
      ready: () => ({ ok: true }),
      alive: () =>
        one.alive ? { ok: true } : { ok: false, reason: `the consumer ${part} makes no progress` },
    });
  }
  return matchAlerts;
}
