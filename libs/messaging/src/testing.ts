import { defineEvent } from '@warta/contracts';
import type { EventDefinition } from '@warta/contracts';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { TopicAdmin } from './kafka-admin.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { KafkaConsumer } from './kafka-consumer.ts';
import type { ConsumerOptions } from './kafka-consumer.ts';
import { readLog } from './kafka-log-reader.ts';
import { KafkaProducer } from './kafka-producer.ts';
import type { Platform } from './platform.ts';
import type { Progress, ProgressStore } from './progress.ts';
import { encodeEvent } from './cloud-event.ts';
import type { LogRecord, OutgoingRecord } from './records.ts';
import { sleep } from './retry-delays.ts';
import { KafkaProxy } from './testing-proxy.ts';

/** The brokers of the running stack. */
export function testBrokers(): string[] {
  const said = process.env['WARTA_TEST_KAFKA_BROKERS'] ?? '';
  if (said === '') {
    throw new Error(
      'These tests need a running Kafka: start the stack and set WARTA_TEST_KAFKA_BROKERS to its ' +
        'brokers, such as 127.0.0.1:19092.',
    );
  }
  return said.split(',');
}

/** Silent unless WARTA_TEST_LOG_LEVEL says otherwise. */
export function testPlatform(): Platform {
  const level = process.env['WARTA_TEST_LOG_LEVEL'] ?? 'silent';
  return { logger: pino({ level }), metrics: new Registry() };
}

/** A platform whose log lines are kept, also those at debug. */
export function listeningPlatform(): Platform & { readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line));
  return { logger: pino({ level: 'debug' }, { write }), metrics: new Registry(), lines };
}

const Note = z.object({ id: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

let topics = 0;

/** An event on a topic of its own, which the test creates. */
export function testEvent(partitions: number): EventDefinition<Note> {
  topics += 1;
  return defineEvent({
    topic: `test.${process.pid}.${Date.now().toString(36)}.${topics}.v1`,
    summary: 'A note, for tests.',
    schema: Note,
    key: (note) => note.id,
    partitions,
    retention: { kind: 'days', days: 1 },
    example: { id: 'n1', text: 'Halo' },
  });
}

/** Progress in memory: a stand-in for a store that is not what these tests are about. */
export class ProgressInMemory implements ProgressStore {
  readonly saved = new Map<number, Progress>();
  /** Every save that was asked for, in order. */
  readonly asked: Progress[] = [];
  /** Thrown by the next saves, first to last. */
  readonly failures: Error[] = [];

  async load(_topic: string, partition: number): Promise<Progress | undefined> {
    return this.saved.get(partition);
  }

  async save(_topic: string, partition: number, progress: Progress): Promise<void> {
    this.asked.push(progress);
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.saved.set(partition, progress);
  }
}

/** Far above what anything takes here, also on a busy machine; half of what a test may take. */
export const WAITED_MS = 60_000;

/** Resolves once the condition holds; fails the test when it does not within the time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = WAITED_MS,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await sleep(20);
  }
}

/** What one test file needs of the real broker; what a test opened is closed after it. */
export class TestBed {
  readonly platform: Platform;
  readonly settings: KafkaSettings;
  readonly admin: TopicAdmin;
  private readonly created: string[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];

  constructor(clientId: string, platform = testPlatform()) {
    this.platform = platform;
    this.settings = { brokers: testBrokers(), clientId };
    this.admin = new TopicAdmin(this.settings, this.platform);
  }

  /** An event with a topic of its own. */
  async event(partitions: number): Promise<EventDefinition<Note>> {
    const event = testEvent(partitions);
    await this.createTopics(event);
    return event;
  }

  async createTopics(event: EventDefinition<Note>): Promise<void> {
    const replication = { replicationFactor: 1, minInsyncReplicas: 1 };
    const reports = await this.admin.ensureTopics([event], replication);
    this.created.push(...reports.map(({ topic }) => topic));
  }

  async producer(settings: Partial<KafkaSettings> = {}): Promise<KafkaProducer> {
    const producer = new KafkaProducer({ ...this.settings, ...settings }, testPlatform());
    this.afterTest(() => producer.stop());
    await producer.start();
    return producer;
  }

  /** A member of a group of the event's own, unless told. */
  async consumer(
    event: EventDefinition<Note>,
    producer: KafkaProducer | undefined,
    options: Partial<ConsumerOptions<Note>> & Pick<ConsumerOptions<Note>, 'handle' | 'progress'>,
    settings: Partial<KafkaSettings> = {},
  ): Promise<KafkaConsumer<Note>> {
    const onFatal = (reason: Error): void => {
      throw reason;
    };
    const consumer = new KafkaConsumer<Note>(
      { ...this.settings, ...settings },
      {
        groupId: event.topic,
        definition: event,
        ...(producer && { producer }),
        onFatal,
        ...options,
      },
      this.platform,
    );
    this.afterTest(() => consumer.stop());
    await consumer.start();
    return consumer;
  }

  async proxy(): Promise<KafkaProxy> {
    const proxy = await KafkaProxy.start(this.settings.brokers);
    this.afterTest(() => proxy.close());
    return proxy;
  }

  async log(topic: string): Promise<LogRecord[]> {
    const records: LogRecord[] = [];
    await readLog(this.settings, topic, (record) => records.push(record), this.platform);
    return records;
  }

  afterTest(close: () => Promise<unknown>): void {
    this.closing.push(close);
  }

  /** Last opened, first closed. */
  async closeTest(): Promise<void> {
    for (const close of this.closing.splice(0).reverse()) await close();
  }

  async close(): Promise<void> {
    await this.admin.deleteTopics(this.created);
    await this.admin.stop();
  }
}

export function note(event: EventDefinition<Note>, id: string, text = 'halo'): OutgoingRecord {
  return encodeEvent(event, { id, text }, { source: '/test' });
}

/** What a handler returns that has nothing to say. */
export const nothing = { publish: [], rejected: [] };

export const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `n${index}`);
