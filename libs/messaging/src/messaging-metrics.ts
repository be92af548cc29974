import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const RECORDS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** The library's metrics in this registry; asking twice gives the same ones. */
export function messagingMetrics(registry: Registry) {
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    (registry.getSingleMetric(name) as Counter<L> | undefined) ??
    new Counter<L>({ name, help, labelNames, registers: [registry] });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    (registry.getSingleMetric(name) as Gauge<L> | undefined) ??
    new Gauge<L>({ name, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, buckets: number[]) =>
    (registry.getSingleMetric(name) as Histogram<'topic'> | undefined) ??
    new Histogram<'topic'>({ name, help, labelNames: ['topic'], buckets, registers: [registry] });
  return {
    published: counter('kafka_records_published_total', 'Records stored by all replicas.', [
      'topic',
    ]),
    publishSeconds: histogram(
      'kafka_publish_seconds',
      'From the call until every record of it was stored.',
      SECONDS,
    ),
    sentRecords: histogram('kafka_sent_batch_records', 'Records per request sent.', RECORDS),
    notAcknowledged: counter(
      'kafka_not_acknowledged_total',
      'Calls to publish whose outcome stayed unknown.',
      ['topic'],
    ),
    overloaded: counter('kafka_publish_overloaded_total', 'Calls to publish refused.', ['topic']),
    consumed: counter('kafka_records_consumed_total', 'Records done, dead letters included.', [
      'topic',
    ]),
    handledRecords: histogram('kafka_handled_batch_records', 'Records per batch handled.', RECORDS),
    batchSeconds: histogram(
      'kafka_batch_seconds',
      'From a batch being taken up until its progress was recorded.',
      SECONDS,
    ),
    deadLetters: counter('kafka_dead_letters_total', 'Records given up, by reason.', [
      'topic',
      'stage',
      'reason',
    ]),
    lag: gauge('kafka_consumer_lag_records', 'Records of an assigned partition not done yet.', [
      'topic',
      'partition',
    ]),
    halted: gauge('kafka_halted_partitions', 'Partitions that wait for a person.', ['topic']),
    waits: counter('kafka_consumer_waits_total', 'Times a batch had to wait for a store.', [
      'topic',
    ]),
    passedOver: counter(
      'kafka_records_passed_over_total',
      'Records of a compacted topic that are no event.',
      ['topic'],
    ),
    restarts: counter('kafka_consumer_restarts_total', 'Times the group connection was rebuilt.', [
      'topic',
    ]),
    joins: counter('kafka_consumer_joins_total', 'Times the group was joined: one a rebalance.', [
      'topic',
    ]),
  };
}

export type MessagingMetrics = ReturnType<typeof messagingMetrics>;
