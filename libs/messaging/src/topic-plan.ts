import { deadLetterTopicOf, EVENT_BYTES_MAX } from '@warta/contracts';
import type { EventDefinition } from '@warta/contracts';

export interface Replication {
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
}

/** A topic as it shall be. */
export interface PlannedTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** A topic as the broker describes it. */
export interface FoundTopic {
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Around the event: key, headers, and in dead letters the facts. */
const RECORD_OVERHEAD_BYTES = 64 * 1024;
/** Long enough to notice, to mend and to re-drive. */
const DEAD_LETTER_RETENTION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A compacted topic's latest records are compacted only once their segment is closed. */
const COMPACTED_SEGMENT_MS = DAY_MS;

/** The topic of an event and that of its dead letters. */
export function plannedTopics(
  definition: Pick<EventDefinition<never>, 'topic' | 'partitions' | 'retention'>,
  replication: Replication,
): PlannedTopic[] {
  const { topic, partitions, retention } = definition;
  const settings = {
    // The broker's clock orders records; a producer's could be anything.
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': `${EVENT_BYTES_MAX + RECORD_OVERHEAD_BYTES}`,
    'min.insync.replicas': `${replication.minInsyncReplicas}`,
    'unclean.leader.election.enable': 'false',
    // The broker rewrites what a foreign producer sends in a codec that we cannot read.
    'compression.type': 'zstd',
  };
  const { replicationFactor } = replication;
  const kept =
    retention.kind === 'compacted'
      ? { 'cleanup.policy': 'compact', 'segment.ms': `${COMPACTED_SEGMENT_MS}` }
      : keptFor(retention.days);
  return [
    { topic, partitions, replicationFactor, settings: { ...settings, ...kept } },
    {
      topic: deadLetterTopicOf(topic),
      // A dead letter lies in the partition with the number of its origin.
      partitions,
      replicationFactor,
      settings: {
        ...settings,
        ...keptFor(DEAD_LETTER_RETENTION_DAYS),
        'max.message.bytes': `${EVENT_BYTES_MAX + 2 * RECORD_OVERHEAD_BYTES}`,
      },
    },
  ];
}

function keptFor(days: number): Record<string, string> {
  return { 'cleanup.policy': 'delete', 'retention.ms': `${days * DAY_MS}` };
}

/** Settings that may be larger than planned without breaking a promise; -1 is no limit. */
const AT_LEAST = new Set(['retention.ms', 'max.message.bytes', 'min.insync.replicas']);
/** Settings that tune and promise nothing. */
const FREE = new Set(['segment.ms']);

/** How the topic differs from its plan, each with what to do; empty when it keeps every promise. */
export function differences(plan: PlannedTopic, found: FoundTopic | undefined): string[] {
  const { topic } = plan;
  if (found === undefined) return [`${topic}: could not be created; look into the broker's log`];
  const problems: string[] = [];
  if (found.partitions !== plan.partitions) {
    problems.push(
      `${topic}: has ${found.partitions} partitions instead of ${plan.partitions}. ` +
        'Keys would change partition and lose their order: move the records to a new topic.',
    );
  }
  for (const [name, planned] of Object.entries(plan.settings)) {
    const value = found.settings[name];
    if (value === undefined || FREE.has(name) || satisfies(name, value, planned)) continue;
    problems.push(
      `${topic}: ${name} is ${value} instead of ${planned}. ` +
        `Set it: kafka-configs.sh --alter --topic ${topic} --add-config ${name}=${planned}`,
    );
  }
  return problems;
}

function satisfies(name: string, value: string, planned: string): boolean {
  if (value === planned) return true;
  if (!AT_LEAST.has(name)) return false;
  return value === '-1' || Number(value) >= Number(planned);
}
