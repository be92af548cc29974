import type { EventDefinition } from '@warta/contracts';
import kafkajs from 'kafkajs';
import type { BatchHandler } from './batch-handler.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import {
  note,
  nothing,
  numbered,
  ProgressInMemory,
  TestBed,
  testBrokers,
  until,
  WAITED_MS,
} from './testing.ts';
import type { Note } from './testing.ts';

const bed = new TestBed('gap-test');
const raw = new kafkajs.Kafka({ brokers: testBrokers(), logLevel: 0 });
const rawAdmin = raw.admin();
beforeAll(() => rawAdmin.connect());
afterEach(() => bed.closeTest());
afterAll(async () => {
  await rawAdmin.disconnect();
  await bed.close();
});

async function publish(
  producer: KafkaProducer,
  event: EventDefinition<Note>,
  ids: readonly string[],
): Promise<void> {
  await producer.publish(
    ids.map((id) => note(event, id)),
    WAITED_MS,
  );
}

/** As retention does: everything before the offset is gone. */
async function expireBefore(event: EventDefinition<Note>, offset: string): Promise<void> {
  // kafkajs knows the leader only of topics it was asked about.
  await rawAdmin.fetchTopicOffsets(event.topic);
  const partitions = [{ partition: 0, offset }];
  await rawAdmin.deleteTopicRecords({ topic: event.topic, partitions });
}

function recorder(): { seen: string[]; handle: BatchHandler<Note> } {
  const seen: string[] = [];
  return {
    seen,
    handle: async (batch) => {
      seen.push(...batch.map(({ key }) => key));
      return nothing;
    },
  };
}

/** A consumer that does the first records and stops; its progress is what the tests build on. */
async function consumed(
  event: EventDefinition<Note>,
  producer: KafkaProducer,
): Promise<ProgressInMemory> {
  const progress = new ProgressInMemory();
  const before = await bed.admin.bounds(event.topic);
  const consumer = await bed.consumer(event, producer, { progress, handle: recorder().handle });
  await until(() => progress.saved.get(0)?.nextOffset === before[0]?.end, 'the first records done');
  await consumer.stop();
  return progress;
}

describe('gaps', () => {
  it('halts where unread records expired, never jumps, and goes on when a person accepts it (K7)', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(10));
    const progress = await consumed(event, producer);
    await publish(producer, event, ['lost1', 'lost2', 'kept']);
    await expireBefore(event, '12');
    const { seen, handle } = recorder();
    const consumer = await bed.consumer(event, producer, { progress, handle });
    await until(() => consumer.status().halted.length === 1, 'halted');
    expect(consumer.status()).toMatchObject({ ready: false });
    expect(consumer.status().reason).toMatch(/records 10 to 11 expired unread/);
    expect(consumer.alive).toBe(true);
    expect(seen).toEqual([]);
    expect(await consumer.resume(0)).toBe(false);
    expect(await consumer.acceptGap(0)).toBe(true);
    await until(() => seen.length === 1, 'goes on');
    expect(seen).toEqual(['kept']);
    expect(consumer.status()).toMatchObject({ ready: true, halted: [] });
  });

  it('proves that the fault above bites: kafkajs by default jumps to the end and says nothing', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(10));
    const groupId = event.topic;
    const consumer = raw.consumer({ groupId, maxWaitTimeInMs: 200 });
    await rawAdmin.setOffsets({
      groupId,
      topic: event.topic,
      partitions: [{ partition: 0, offset: '2' }],
    });
    await expireBefore(event, '5');
    const seen: string[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [event.topic] });
    await consumer.run({ eachMessage: async ({ message }) => void seen.push(`${message.key}`) });
    await until(async () => {
      // Until it has jumped, whatever is published is passed over with all before it.
      await publish(producer, event, ['later']);
      return seen.length > 0;
    }, 'something arrives');
    await consumer.disconnect();
    expect(new Set(seen)).toEqual(new Set(['later']));
  });

  it('notices while it runs that the log was cut off before it was read', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(3));
    const progress = new ProgressInMemory();
    const { seen, handle } = recorder();
    const consumer = await bed.consumer(event, producer, { progress, handle });
    await until(() => progress.saved.get(0)?.nextOffset === 3n, 'the first records done');
    progress.failures.push(...Array.from({ length: 999 }, () => new Error('the store is away')));
    await publish(producer, event, numbered(3));
    await until(() => progress.failures.length < 999, 'waiting for the store');
    await publish(producer, event, ['kept']);
    await expireBefore(event, '6');
    await until(() => consumer.status().halted.length === 1, 'halted');
    expect(consumer.status().ready).toBe(false);
    expect(seen).not.toContain('kept');
  });

  it.each([
    ['shorter', 3, /ends at 3, before the recorded progress 10/],
    ['longer', 15, /another one than was processed/],
  ])('halts when the topic was recreated and is %s now', async (_, records, reason) => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(10));
    const progress = await consumed(event, producer);
    await bed.admin.deleteTopics([event.topic]);
    await until(async () => {
      try {
        await bed.createTopics(event);
        return true;
      } catch {
        return false;
      }
    }, 'created again');
    await publish(producer, event, numbered(records));
    const { seen, handle } = recorder();
    const consumer = await bed.consumer(event, producer, { progress, handle });
    await until(() => consumer.status().halted.length === 1, 'halted');
    expect(consumer.status().halted[0]?.reason).toMatch(reason);
    expect(seen).toEqual([]);
    expect(await consumer.acceptGap(0)).toBe(true);
    await until(() => seen.length === records, 'reads the new log from its start');
    expect(seen).toEqual(numbered(records));
  });

  it('sees no gap where only records expired that were done', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(10));
    const progress = await consumed(event, producer);
    await expireBefore(event, '10');
    const { seen, handle } = recorder();
    const consumer = await bed.consumer(event, producer, { progress, handle });
    await until(() => consumer.status().ready, 'ready');
    await publish(producer, event, ['next']);
    await until(() => seen.length === 1, 'goes on');
    expect(seen).toEqual(['next']);
    expect(consumer.status()).toMatchObject({ ready: true, halted: [] });
  });

  it('follows recorded progress, not the committed offset', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await publish(producer, event, numbered(10));
    const progress = await consumed(event, producer);
    // The store was restored from a backup taken after the fourth record.
    progress.saved.set(0, { nextOffset: 4n });
    const { seen, handle } = recorder();
    await bed.consumer(event, producer, { progress, handle });
    await until(() => seen.length === 6, 'redone');
    expect(seen).toEqual(numbered(10).slice(4));
  });
});
