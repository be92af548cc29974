import type { KafkaSettings } from './kafka-client.ts';
import { CompactedTopic } from './kafka-compacted-topic.ts';
import type { CompactedTopicOptions } from './kafka-compacted-topic.ts';
import type { EventDefinition } from '@warta/contracts';
import { sleep } from './retry-delays.ts';
import {
  listeningPlatform,
  note,
  numbered,
  TestBed,
  testEvent,
  until,
  WAITED_MS,
} from './testing.ts';
import type { Note } from './testing.ts';

/** It looks every second, and waits half of one for an answer here. */
const SOME_LOOKS_MS = 3_500;

const platform = listeningPlatform();
const bed = new TestBed('compacted-test', platform);
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

async function compacted(): Promise<EventDefinition<Note>> {
  const event = { ...testEvent(1), retention: { kind: 'compacted' as const } };
  await bed.createTopics(event);
  return event;
}

async function follow(
  event: EventDefinition<Note>,
  onEvent: CompactedTopicOptions<Note>['onEvent'],
  settings: Partial<KafkaSettings> = {},
): Promise<CompactedTopic<Note>> {
  const onFatal = (reason: Error): void => {
    throw reason;
  };
  const topic = new CompactedTopic<Note>(
    { ...bed.settings, ...settings },
    { definition: event, onEvent, onFatal },
    bed.platform,
  );
  bed.afterTest(() => topic.stop());
  await topic.start();
  return topic;
}

describe('CompactedTopic', () => {
  it('is caught up only once everything was handed out, and hands out what follows', async () => {
    const event = await compacted();
    const producer = await bed.producer();
    await producer.publish(
      numbered(100).map((id) => note(event, id)),
      WAITED_MS,
    );
    const seen: string[] = [];
    const offsets: bigint[] = [];
    let early = false;
    const topic = await follow(event, ({ id }, { offset }) => {
      early ||= topic.caughtUp;
      seen.push(id);
      offsets.push(offset);
    });
    expect(topic.caughtUp).toBe(false);
    await until(() => topic.caughtUp, 'caught up');
    expect(seen).toEqual(numbered(100));
    expect(offsets).toEqual(seen.map((_, at) => BigInt(at)));
    expect(early).toBe(false);
    await producer.publish([note(event, 'later')], WAITED_MS);
    await until(() => seen.includes('later'), 'the change arrives');
  });

  it('is caught up with an empty topic', async () => {
    const topic = await follow(await compacted(), () => undefined);
    await until(() => topic.caughtUp, 'caught up');
  });

  it('stops counting as fresh while the broker is silent, and never hands out anything twice', async () => {
    const event = await compacted();
    const producer = await bed.producer();
    const proxy = await bed.proxy();
    const seen: string[] = [];
    await producer.publish([note(event, 'n1', 'made'), note(event, 'n1', 'revoked')], WAITED_MS);
    const limits = { socketIdleMs: 1_500, askTimeoutMs: 1_000 };
    const topic = await follow(event, ({ text }) => seen.push(text), {
      route: proxy.route,
      limits,
    });
    await until(() => topic.caughtUp, 'caught up');
    proxy.hold();
    const silentSince = Date.now();
    await until(() => Date.now() - silentSince > 2_500, 'some time passes');
    expect(topic.lastRefreshedAt?.getTime()).toBeLessThanOrEqual(silentSince);
    proxy.release();
    proxy.cut();
    await until(() => (topic.lastRefreshedAt?.getTime() ?? 0) > silentSince + 2_500, 'fresh again');
    await producer.publish([note(event, 'n2', 'next')], WAITED_MS);
    await until(() => seen.includes('next'), 'goes on');
    expect(seen).toEqual(['made', 'revoked', 'next']);
  });

  it('says once that it is not fresh while the broker is away, and once that it is again', async () => {
    const event = await compacted();
    const proxy = await bed.proxy();
    const limits = { socketIdleMs: 1_000, askTimeoutMs: 500 };
    const topic = await follow(event, () => undefined, { route: proxy.route, limits });
    await until(() => topic.caughtUp, 'caught up');
    const said = (msg: string) =>
      platform.lines.filter((line) => line['msg'] === msg && line['topic'] === event.topic);
    proxy.hold();
    await until(() => said('not fresh').length === 1, 'a look fails');
    expect(said('not fresh')).toMatchObject([{ level: 40, problem: expect.any(String) }]);
    await sleep(SOME_LOOKS_MS);
    expect(said('not fresh')).toHaveLength(1);
    expect(said('fresh again')).toEqual([]);
    proxy.release();
    proxy.cut();
    await until(() => said('fresh again').length === 1, 'fresh again');
    expect(said('not fresh')).toHaveLength(1);
  });

  it('passes over a record that is no event, so that it keeps nobody out', async () => {
    const event = await compacted();
    const producer = await bed.producer();
    const odd = { topic: event.topic, partition: 0, key: Buffer.from('k'), headers: {} };
    await producer.publishRaw([{ ...odd, value: Buffer.from('{') }], WAITED_MS);
    await producer.publish([note(event, 'n1')], WAITED_MS);
    const seen: string[] = [];
    const topic = await follow(event, ({ id }) => seen.push(id));
    await until(() => topic.caughtUp, 'caught up');
    expect(seen).toEqual(['n1']);
  });
});
