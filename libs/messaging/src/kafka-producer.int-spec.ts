import { connect as connectTcp } from 'node:net';
import kafkajs from 'kafkajs';
import { NotAcknowledgedError, OverloadedError, TransientError } from './errors.ts';
import { sleep } from './retry-delays.ts';
import { note, TestBed, testBrokers, testEvent, until, WAITED_MS } from './testing.ts';
import { API, producedPartitions } from './testing-proxy.ts';

const bed = new TestBed('producer-test');
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

async function idsInLog(topic: string): Promise<string[]> {
  return (await bed.log(topic)).map(({ key }) => String(key));
}

describe('KafkaProducer', () => {
  it('stores records in order per key and says where', async () => {
    const event = await bed.event(4);
    const producer = await bed.producer();
    const ids = Array.from({ length: 50 }, (_, index) => `n${index}`);
    const stored = await producer.publish(
      ids.map((id) => note(event, id)),
      WAITED_MS,
    );
    const log = await bed.log(event.topic);
    const inLog = new Map(log.map((one) => [`${one.partition}/${one.offset}`, String(one.key)]));
    expect(stored.map(({ partition, offset }) => inLog.get(`${partition}/${offset}`))).toEqual(ids);
    expect(stored[0]?.appendedAtMs).toBeGreaterThan(0);
    await until(() => producer.ready, 'ready');
  });

  it('chooses the partitions that other clients choose', async () => {
    const event = await bed.event(12);
    const producer = await bed.producer();
    const other = new kafkajs.Kafka({ brokers: testBrokers(), logLevel: 0 }).producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    bed.afterTest(() => other.disconnect());
    await other.connect();
    for (const id of ['a', 'kunci', 'é', '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001']) {
      const [ours] = await producer.publish([note(event, id)], WAITED_MS);
      const [theirs] = await other.send({ topic: event.topic, messages: [{ key: id, value: '' }] });
      expect(ours?.partition).toBe(theirs?.partition);
    }
  });

  it('never acknowledges a record that a lost response left in doubt (K1)', async () => {
    const event = await bed.event(1);
    const proxy = await bed.proxy();
    const producer = await bed.producer({ route: proxy.route, limits: { produceTimeoutMs: 700 } });
    await producer.publish([note(event, 'warm')], WAITED_MS);
    proxy.swallow(API.produce, 2);
    const ids = Array.from({ length: 60 }, (_, index) => `n${index}`);
    const outcomes = await Promise.allSettled(
      ids.map(async (id, index) => {
        await sleep(index * 5);
        await producer.publish([note(event, id)], WAITED_MS);
        return id;
      }),
    );
    expect(proxy.swallowsLeft(API.produce)).toBe(0);
    const acknowledged = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(acknowledged.length).toBeGreaterThan(0);
    const inLog = new Set(await idsInLog(event.topic));
    expect(acknowledged.filter((id) => !inLog.has(id))).toEqual([]);
  });

  it('proves that the fault above bites: kafkajs, idempotent, acknowledges what is lost', async () => {
    const event = await bed.event(1);
    const proxy = await bed.proxy();
    const { port } = proxy.route();
    const raw = new kafkajs.Kafka({
      brokers: testBrokers(),
      logLevel: 0,
      requestTimeout: 2_000,
      socketFactory: ({ onConnect }) => connectTcp({ host: '127.0.0.1', port }, onConnect),
    }).producer({ idempotent: true, retry: { retries: 20, initialRetryTime: 100 } });
    bed.afterTest(() => raw.disconnect());
    await raw.connect();
    const send = async (key: string): Promise<string> => {
      await raw.send({ topic: event.topic, messages: [{ key, value: '{}' }] });
      return key;
    };
    await send('warm');
    proxy.swallow(API.produce, 1);
    const first = send('n0');
    // Stored, but it does not hear so; long before it tries again, the next one is sent.
    await until(() => proxy.swallowsLeft(API.produce) === 0, 'the answer is lost');
    const outcomes = await Promise.allSettled([first, send('n1')]);
    const acknowledged = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const inLog = new Set(await idsInLog(event.topic));
    expect(acknowledged.filter((id) => !inLog.has(id))).not.toEqual([]);
  });

  it('sends one partition per request, so that none can be forgotten (K2)', async () => {
    const event = await bed.event(6);
    const proxy = await bed.proxy();
    const producer = await bed.producer({ route: proxy.route });
    const records = Array.from({ length: 60 }, (_, index) => note(event, `n${index}`));
    const stored = await producer.publish(records, WAITED_MS);
    expect(new Set(stored.map(({ partition }) => partition)).size).toBe(6);
    const produced = proxy.requests.filter(({ apiKey }) => apiKey === API.produce);
    expect(produced.length).toBeGreaterThanOrEqual(6);
    for (const { body } of produced) expect(producedPartitions(body)).toHaveLength(1);
    // Not run here: a leader that moves between two brokers. That an answer without the partition
    // is refused, whatever the cause, is shown in produce-answer.spec.ts.
  });

  it('refuses a partition that the topic does not have (K3)', async () => {
    const event = await bed.event(2);
    const producer = await bed.producer();
    const record = { topic: event.topic, partition: 99, key: null, value: null, headers: {} };
    const attempt = producer.publishRaw([record], 1_500);
    await expect(attempt).rejects.toThrow(NotAcknowledgedError);
    // One bad caller does not keep the others from publishing.
    await expect(producer.publish([note(event, 'n1')], WAITED_MS)).resolves.toHaveLength(1);
  });

  it('proves that the fault above bites: kafkajs resolves with nothing for such a partition', async () => {
    const event = await bed.event(2);
    const raw = new kafkajs.Kafka({ brokers: testBrokers(), logLevel: 0 }).producer({
      createPartitioner: () => () => 99,
    });
    bed.afterTest(() => raw.disconnect());
    await raw.connect();
    const messages = [{ key: 'n1', value: '{}' }];
    await expect(raw.send({ topic: event.topic, messages })).resolves.toEqual([]);
  });

  it('gets away from a connection whose other end vanished (K15)', async () => {
    const event = await bed.event(1);
    const proxy = await bed.proxy();
    const producer = await bed.producer({ route: proxy.route, limits: { produceTimeoutMs: 500 } });
    await producer.publish([note(event, 'n1')], WAITED_MS);
    proxy.freeze();
    await expect(producer.publish([note(event, 'n2')], WAITED_MS)).resolves.toHaveLength(1);
    await until(() => proxy.connections <= 4, 'the frozen connections are closed');
  });

  it('says within the deadline that a silent broker did not acknowledge, and recovers', async () => {
    const event = await bed.event(1);
    const proxy = await bed.proxy();
    const producer = await bed.producer({ route: proxy.route, limits: { produceTimeoutMs: 500 } });
    await producer.publish([note(event, 'n1')], WAITED_MS);
    proxy.hold();
    const startedAt = performance.now();
    const attempt = producer.publish([note(event, 'n2')], 800);
    await expect(attempt).rejects.toThrow(NotAcknowledgedError);
    // Not as long as the broker is silent, nor as a client waits by itself.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(producer.ready).toBe(false);
    proxy.release();
    await expect(producer.publish([note(event, 'n3')], WAITED_MS)).resolves.toHaveLength(1);
    expect(producer.ready).toBe(true);
  });

  it('starts without a broker and refuses more than it can hold', async () => {
    const producer = await bed.producer({ brokers: ['127.0.0.1:1'] });
    const event = testEvent(1);
    const large = note(event, 'n1', 'x'.repeat(3 * 1024 * 1024));
    const waiting = Array.from({ length: 10 }, () => producer.publish([large], 1_500));
    for (const attempt of waiting) attempt.catch(() => undefined);
    await expect(producer.publish([large], 1_500)).rejects.toThrow(OverloadedError);
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.every((one) => one.status === 'rejected')).toBe(true);
    expect(outcomes[0]).toMatchObject({ reason: expect.any(TransientError) });
    expect(producer.ready).toBe(false);
  });
});
