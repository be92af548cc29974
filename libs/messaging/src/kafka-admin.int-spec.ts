import {
  note,
  nothing,
  ProgressInMemory,
  testEvent,
  TestBed,
  until,
  WAITED_MS,
} from './testing.ts';

const bed = new TestBed('admin-test');
afterEach(() => bed.closeTest());
afterAll(() => bed.close());

const replication = { replicationFactor: 1, minInsyncReplicas: 1 };

describe('TopicAdmin', () => {
  it('creates a topic and its dead letters once, and finds them as they should be', async () => {
    const event = testEvent(3);
    await bed.createTopics(event);
    const reports = await bed.admin.ensureTopics([event], replication);
    expect(reports).toEqual([
      { topic: event.topic, partitions: 3, created: false },
      { topic: `${event.topic}.dlq`, partitions: 3, created: false },
    ]);
    expect(await bed.admin.bounds(event.topic)).toHaveLength(3);
  });

  it('refuses a topic that differs from its contract, and says how and what to do', async () => {
    const event = await bed.event(2);
    const changed = { ...event, partitions: 4, retention: { kind: 'days' as const, days: 30 } };
    const attempt = bed.admin.ensureTopics([changed], replication);
    await expect(attempt).rejects.toThrow(/has 2 partitions instead of 4/);
    await expect(attempt).rejects.toThrow(/retention.ms is 86400000 instead of 2592000000/);
    const compacted = { ...event, retention: { kind: 'compacted' as const } };
    const other = bed.admin.ensureTopics([compacted], replication);
    await expect(other).rejects.toThrow(/cleanup.policy is delete instead of compact/);
  });

  it('says how far a group has committed each partition, and nothing where it never did', async () => {
    const event = await bed.event(2);
    expect(await bed.admin.committed(event.topic, event.topic)).toEqual(new Map());
    const producer = await bed.producer();
    await bed.consumer(event, producer, {
      progress: new ProgressInMemory(),
      handle: async () => nothing,
    });
    const stored = await producer.publish([note(event, 'n1'), note(event, 'n1')], WAITED_MS);
    const [partition = -1, next] = [stored[0]?.partition, (stored[1]?.offset ?? 0n) + 1n];
    const committed = () => bed.admin.committed(event.topic, event.topic);
    await until(async () => (await committed()).get(partition) === next, 'both are committed');
    expect([...(await committed()).keys()]).toEqual([partition]);
  });
});
