import { setTimeout as wait } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { deadLetterTopicOf } from '@warta/contracts';
import { TransientError } from './errors.ts';
import {
  note,
  nothing,
  numbered,
  ProgressInMemory,
  TestBed,
  testBrokers,
  testEvent,
  until,
  WAITED_MS,
} from './testing.ts';
import { API } from './testing-proxy.ts';

const bed = new TestBed('consumer-test');
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

const idsOf = (batch: readonly { key: string }[]): string[] => batch.map(({ key }) => key);

describe('KafkaConsumer', () => {
  it('hands out every event in order and publishes what follows before it records progress', async () => {
    const [event, next] = [await bed.event(1), await bed.event(1)];
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    const seen: string[] = [];
    const consumer = await bed.consumer(event, producer, {
      progress,
      handle: async (batch) => {
        seen.push(...idsOf(batch));
        return { publish: batch.map(({ event: { id } }) => note(next, id)), rejected: [] };
      },
    });
    await producer.publish(
      numbered(300).map((id) => note(event, id)),
      WAITED_MS,
    );
    await until(() => progress.saved.get(0)?.nextOffset === 300n, 'all done');
    expect(seen).toEqual(numbered(300));
    expect((await bed.log(next.topic)).map(({ key }) => String(key))).toEqual(numbered(300));
    expect(consumer.status()).toMatchObject({ ready: true, assigned: [0], halted: [] });
    expect(consumer.status().lag.get(0)).toBe(0n);
    expect(consumer.alive).toBe(true);
  });

  it('repeats a batch whose progress was not recorded, and skips nothing', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    progress.failures.push(new TransientError('the store went away after the publish'));
    const batches: string[][] = [];
    await producer.publish(
      numbered(10).map((id) => note(event, id)),
      WAITED_MS,
    );
    await bed.consumer(event, producer, {
      progress,
      handle: async (batch) => {
        batches.push(idsOf(batch));
        return nothing;
      },
    });
    await until(() => progress.saved.get(0)?.nextOffset === 10n, 'all done');
    expect(batches).toEqual([numbered(10), numbered(10)]);
  });

  it('gives the unfinished tail of a fetch to the next one after a stop (K6)', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    await producer.publish(
      numbered(30).map((id) => note(event, id)),
      WAITED_MS,
    );
    const handled: string[] = [];
    let stopped: Promise<void> | undefined;
    const first = await bed.consumer(event, producer, {
      progress,
      batchRecordsMax: 10,
      handle: async (batch, signal) => {
        if (handled.length === 10) {
          stopped = first.stop();
          await until(() => signal.aborted(), 'the handler hears of the stop');
          return nothing;
        }
        handled.push(...idsOf(batch));
        return nothing;
      },
    });
    await until(() => stopped !== undefined, 'stopped in the second batch');
    await stopped;
    expect(progress.saved.get(0)?.nextOffset).toBe(10n);
    await bed.consumer(event, producer, {
      progress,
      handle: async (batch) => {
        handled.push(...idsOf(batch));
        return nothing;
      },
    });
    await until(() => progress.saved.get(0)?.nextOffset === 30n, 'all done');
    expect(handled).toEqual(numbered(30));
  });

  it('proves that the fault above bites: kafkajs by default commits the tail it never handled', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await producer.publish(
      numbered(30).map((id) => note(event, id)),
      WAITED_MS,
    );
    const kafka = new kafkajs.Kafka({ brokers: testBrokers(), logLevel: 0 });
    const raw = kafka.consumer({ groupId: event.topic, maxWaitTimeInMs: 200 });
    let handled = 0;
    await raw.connect();
    await raw.subscribe({ topics: [event.topic], fromBeginning: true });
    await raw.run({
      eachBatch: async ({ batch, isRunning }) => {
        while (handled < batch.messages.length) {
          if (!isRunning()) return;
          handled += 1;
          if (handled === 10) void raw.stop();
          await wait(5);
        }
      },
    });
    await until(() => handled >= 10, 'ten handled');
    await raw.disconnect();
    const admin = kafka.admin();
    await admin.connect();
    const [offsets] = await admin.fetchOffsets({ groupId: event.topic, topics: [event.topic] });
    await admin.disconnect();
    expect(handled).toBeLessThan(30);
    expect(offsets?.partitions[0]?.offset).toBe('30');
  });

  it('lives on after a handler throws a TypeError, and finds the event to blame (K9)', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    const seen = new Set<string>();
    const consumer = await bed.consumer(event, producer, {
      progress,
      handle: async (batch) => {
        const bad = batch.find(({ event: { text } }) => text === 'bad');
        if (bad !== undefined) (undefined as unknown as { crash(): void }).crash();
        for (const { key } of batch) seen.add(key);
        return nothing;
      },
    });
    const ids = numbered(50);
    await producer.publish(
      ids.map((id) => note(event, id, id === 'n17' ? 'bad' : 'good')),
      WAITED_MS,
    );
    await until(() => progress.saved.get(0)?.nextOffset === 50n, 'all done');
    expect([...seen].sort()).toEqual(ids.filter((id) => id !== 'n17').sort());
    const [letter, ...more] = await bed.log(deadLetterTopicOf(event.topic));
    expect(more).toEqual([]);
    expect(String(letter?.headers['warta-dead-letter-reason'])).toBe('unexpected-error');
    expect(String(letter?.headers['warta-dead-letter-detail'])).toMatch(/TypeError/);
    await producer.publish([note(event, 'later')], WAITED_MS);
    await until(() => seen.has('later'), 'the consumer lives on');
    expect(consumer.status().ready).toBe(true);
  });

  it('proves that the fault above bites: kafkajs gives up on a TypeError for ever', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    await producer.publish([note(event, 'n1')], WAITED_MS);
    const kafka = new kafkajs.Kafka({ brokers: testBrokers(), logLevel: 0 });
    const raw = kafka.consumer({ groupId: event.topic, maxWaitTimeInMs: 200 });
    bed.afterTest(() => raw.disconnect());
    const restarts: boolean[] = [];
    raw.on(raw.events.CRASH, ({ payload }) => restarts.push(payload.restart));
    await raw.connect();
    await raw.subscribe({ topics: [event.topic], fromBeginning: true });
    await raw.run({
      eachMessage: async () => {
        throw new TypeError('x is undefined');
      },
    });
    await until(() => restarts.length > 0, 'it crashes');
    expect(restarts).toEqual([false]);
  });

  it('waits out a store that is away, stays in the group, and skips nothing', async () => {
    const event = await bed.event(2);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    let away = true;
    const done: string[] = [];
    const consumer = await bed.consumer(
      event,
      producer,
      {
        progress,
        handle: async (batch) => {
          if (away) throw new TransientError('the store is away');
          done.push(...idsOf(batch));
          return nothing;
        },
      },
      { limits: { sessionTimeoutMs: 6_000, heartbeatMs: 1_000 } },
    );
    await producer.publish(
      numbered(20).map((id) => note(event, id)),
      WAITED_MS,
    );
    await until(
      () => !consumer.status().ready && consumer.status().assigned.length > 0,
      'not ready',
    );
    expect(consumer.status().reason).toMatch(/the store is away/);
    expect(consumer.alive).toBe(true);
    away = false;
    await until(() => done.length === 20, 'all done');
    await until(() => consumer.status().ready, 'ready again');
    expect(await bed.log(deadLetterTopicOf(event.topic))).toEqual([]);
  });

  it('records nothing for a partition it lost while a batch was worked on', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const proxy = await bed.proxy();
    const [paused, other] = [new ProgressInMemory(), new ProgressInMemory()];
    const limits = { sessionTimeoutMs: 6_000, heartbeatMs: 500, requestTimeoutMs: 3_000 };
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let [entered, left] = [false, false];
    await bed.consumer(
      event,
      producer,
      {
        progress: paused,
        handle: async () => {
          entered = true;
          await gate;
          left = true;
          return nothing;
        },
      },
      { limits, route: proxy.route },
    );
    await producer.publish([note(event, 'n1')], WAITED_MS);
    await until(() => entered, 'the first consumer works on it');
    // As if the process had been stopped: nothing of it reaches the broker.
    proxy.hold();
    const seen: string[] = [];
    await bed.consumer(
      event,
      producer,
      {
        progress: other,
        handle: async (batch) => {
          seen.push(...idsOf(batch));
          return nothing;
        },
      },
      { limits },
    );
    await until(() => seen.length === 1, 'the other one takes over');
    proxy.release();
    release();
    await until(() => left, 'the first handler returns');
    await wait(500);
    expect(paused.asked).toEqual([]);
    expect(other.saved.get(0)?.nextOffset).toBe(1n);
  });

  it('gets away from a connection whose other end vanished (K15)', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const proxy = await bed.proxy();
    const seen: string[] = [];
    const consumer = await bed.consumer(
      event,
      producer,
      {
        progress: new ProgressInMemory(),
        handle: async (batch) => {
          seen.push(...idsOf(batch));
          return nothing;
        },
      },
      { route: proxy.route, limits: { socketIdleMs: 1_500, requestTimeoutMs: 60_000 } },
    );
    await producer.publish([note(event, 'n1')], WAITED_MS);
    await until(() => seen.length === 1, 'the first is seen');
    proxy.freeze();
    await producer.publish([note(event, 'n2')], WAITED_MS);
    await until(() => seen.includes('n2'), 'the second is seen over a new connection');
    await until(() => consumer.status().ready, 'ready again');
  });

  it('survives every connection being cut, and a lost answer to a commit', async () => {
    const event = await bed.event(1);
    const producer = await bed.producer();
    const proxy = await bed.proxy();
    const progress = new ProgressInMemory();
    await bed.consumer(
      event,
      producer,
      { progress, handle: async () => nothing },
      { route: proxy.route, limits: { requestTimeoutMs: 2_000 } },
    );
    proxy.swallow(API.offsetCommit, 1);
    await producer.publish([note(event, 'n1')], WAITED_MS);
    await until(() => progress.saved.get(0)?.nextOffset === 1n, 'the first is done');
    proxy.cut();
    await producer.publish([note(event, 'n2')], WAITED_MS);
    await until(() => progress.saved.get(0)?.nextOffset === 2n, 'the second is done');
  });

  it('starts before its topic exists and takes part once it does', async () => {
    const event = testEvent(1);
    const producer = await bed.producer();
    const progress = new ProgressInMemory();
    const consumer = await bed.consumer(event, producer, { progress, handle: async () => nothing });
    await until(
      () => /UNKNOWN_TOPIC|does not host/.test(consumer.status().reason ?? ''),
      'waiting',
    );
    expect(consumer.alive).toBe(true);
    await bed.createTopics(event);
    await until(() => consumer.status().ready, 'ready');
    await producer.publish([note(event, 'n1')], WAITED_MS);
    await until(() => progress.saved.get(0)?.nextOffset === 1n, 'done');
  });
});
