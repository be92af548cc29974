import { EVENT_BYTES_MAX } from '@warta/contracts';
import { differences, plannedTopics } from './topic-plan.ts';

const replication = { replicationFactor: 3, minInsyncReplicas: 2 };
const event = { topic: 't.v1', partitions: 12, retention: { kind: 'days', days: 7 } } as const;

describe('plannedTopics', () => {
  it('stamps by the broker, keeps as long as promised, and keeps dead letters 30 days', () => {
    const [topic, letters] = plannedTopics(event, replication);
    expect(topic).toMatchObject({ topic: 't.v1', partitions: 12, replicationFactor: 3 });
    expect(topic?.settings).toMatchObject({
      'message.timestamp.type': 'LogAppendTime',
      'cleanup.policy': 'delete',
      'retention.ms': `${7 * 86_400_000}`,
      'min.insync.replicas': '2',
    });
    expect(Number(topic?.settings['max.message.bytes'])).toBeGreaterThan(EVENT_BYTES_MAX);
    expect(letters).toMatchObject({ topic: 't.v1.dlq', partitions: 12 });
    expect(letters?.settings['retention.ms']).toBe(`${30 * 86_400_000}`);
  });

  it('compacts where only the latest of each key counts, but never the dead letters', () => {
    const compacted = { ...event, retention: { kind: 'compacted' } } as const;
    const [topic, letters] = plannedTopics(compacted, replication);
    expect(topic?.settings['cleanup.policy']).toBe('compact');
    expect(letters?.settings['cleanup.policy']).toBe('delete');
  });
});

describe('differences', () => {
  const [plan] = plannedTopics(event, replication);
  if (plan === undefined) throw new Error('planned');
  const found = { partitions: 12, settings: plan.settings };

  it('are none where every promise is kept or more', () => {
    expect(differences(plan, found)).toEqual([]);
    const longer = { ...plan.settings, 'retention.ms': '-1' };
    expect(differences(plan, { ...found, settings: longer })).toEqual([]);
  });

  it('name what breaks a promise and how to mend it', () => {
    const settings = { ...plan.settings, 'retention.ms': '1000', 'cleanup.policy': 'compact' };
    const problems = differences(plan, { partitions: 6, settings });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/6 partitions instead of 12[^]*--add-config/);
    expect(differences(plan, undefined)).toHaveLength(1);
  });
});
