import { ArticleSubmitted } from '@warta/contracts';
import type { ArticleSubmittedV1 } from '@warta/contracts';
import { encodeEvent, KafkaProducer, withPrefix } from '@warta/messaging';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { ownUse } from './child-process.ts';

/** What to produce: events in calls of `perCall`, `concurrency` calls at a time. */
export interface ProduceOrder {
  brokers: string[];
  prefix: string;
  events: ArticleSubmittedV1[];
  perCall: number;
  concurrency: number;
}

const DEADLINE_MS = 30_000;

let producer: KafkaProducer | undefined;

/** The floor under any service that keeps its word by Kafka: the same producer, and nothing else. */
async function produce(order: ProduceOrder): Promise<object> {
  const settings = { brokers: order.brokers, clientId: 'bench-floor' };
  if (producer === undefined) {
    const platform = { logger: pino({ level: 'silent' }), metrics: new Registry() };
    producer = new KafkaProducer(settings, platform);
    await producer.start();
  }
  const writer = producer;
  const definition = withPrefix(ArticleSubmitted, order.prefix);
  const calls: ArticleSubmittedV1[][] = [];
  for (let at = 0; at < order.events.length; at += order.perCall) {
    calls.push(order.events.slice(at, at + order.perCall));
  }
  const answersMs: number[] = [];
  const waiting = calls.values();
  const before = ownUse();
  const startedAtMs = performance.now();
  const worker = async () => {
    for (const events of waiting) {
      const sentAtMs = performance.now();
      const records = events.map((event) => encodeEvent(definition, event, { source: '/bench' }));
      await writer.publish(records, DEADLINE_MS);
      answersMs.push(performance.now() - sentAtMs);
    }
  };
  await Promise.all(Array.from({ length: order.concurrency }, worker));
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const after = ownUse();
  return {
    articles: order.events.length,
    seconds,
    answersMs: answersMs.sort((a, b) => a - b),
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    residentMiB: after.residentMiB,
  };
}

process.on('message', (order: ProduceOrder) => {
  void produce(order).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
