import kafkajs from 'kafkajs';
import type { EventDefinition } from '@warta/contracts';
import type { ITopicConfig } from 'kafkajs';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { isOutage } from './outage.ts';
import type { Platform } from './platform.ts';
import { retryDelayMs, sleep } from './retry-delays.ts';
import { differences, plannedTopics } from './topic-plan.ts';
import type { FoundTopic, PlannedTopic, Replication } from './topic-plan.ts';

const { ConfigResourceTypes } = kafkajs;

/** New topics are known everywhere within a second, on a busy broker within several. */
const KNOWN_WITHIN_MS = 20_000;
const KNOWN_RETRY = { firstMs: 50, maxMs: 1_000 };

export interface TopicReport {
  readonly topic: string;
  readonly partitions: number;
  readonly created: boolean;
}

/** Creates topics as their contracts say, and answers questions about them. */
export class TopicAdmin {
  private readonly connection: KafkaAdminConnection;
  private readonly platform: Platform;

  constructor(settings: KafkaSettings, platform: Platform) {
    this.platform = platform;
    this.connection = new KafkaAdminConnection(settings, platform.logger);
  }

  /**
   * Creates each event's topic and the topic of its dead letters. Topics that exist are compared
   * and never changed: more partitions would move keys, and shorter retention deletes records.
   * @throws Error naming every difference between a topic and its contract, with what to do.
   */
  async ensureTopics(
    definitions: readonly Pick<EventDefinition<never>, 'topic' | 'partitions' | 'retention'>[],
    replication: Replication,
  ): Promise<TopicReport[]> {
    const planned = definitions.flatMap((definition) => plannedTopics(definition, replication));
    const existing = new Set(await this.connection.ask((admin) => admin.listTopics()));
    const reports: TopicReport[] = [];
    for (const plan of planned) {
      const created = !existing.has(plan.topic) && (await this.create(plan));
      if (created) this.platform.logger.info({ topic: plan.topic }, 'topic created');
      reports.push({ topic: plan.topic, partitions: plan.partitions, created });
    }
    const found = await this.describeOnceKnown(planned.map(({ topic }) => topic));
    const problems = planned.flatMap((plan) => differences(plan, found.get(plan.topic)));
    if (problems.length > 0) {
      throw new Error(`Topics differ from their contracts:\n${problems.join('\n')}`);
    }
    return reports;
  }

  /** Oldest and next offset of each partition. */
  async bounds(topic: string): Promise<PartitionBounds[]> {
    return this.connection.bounds(topic);
  }

  /**
   * The offset each partition's next record has for a group, as it last committed; absent where it
   * never did. Behind what the group has really done by as much as it commits late.
   */
  async committed(group: string, topic: string): Promise<Map<number, bigint>> {
    return this.connection.committed(group, topic);
  }

  /** The first offset of each partition appended at or after this time; where none was, the next. */
  async offsetsSince(topic: string, sinceMs: number): Promise<Map<number, bigint>> {
    return this.connection.offsetsSince(topic, sinceMs);
  }

  /** Deletes the topics with all records in them. Those that do not exist are passed over. */
  async deleteTopics(topics: readonly string[]): Promise<void> {
    const existing = new Set(await this.connection.ask((admin) => admin.listTopics()));
    const present = [...new Set(topics)].filter((topic) => existing.has(topic));
    if (present.length === 0) return;
    await this.connection.ask((admin) => admin.deleteTopics({ topics: present }));
  }

  async stop(): Promise<void> {
    await this.connection.close();
  }

  /** False when somebody else created it meanwhile. */
  private async create(plan: PlannedTopic): Promise<boolean> {
    const topic: ITopicConfig = {
      topic: plan.topic,
      numPartitions: plan.partitions,
      replicationFactor: plan.replicationFactor,
      configEntries: Object.entries(plan.settings).map(([name, value]) => ({ name, value })),
    };
    // Not kafkajs's wait for leaders: it fails when a broker has not heard of the topic yet.
    const request = { topics: [topic], waitForLeaders: false };
    return this.connection.ask((admin) => admin.createTopics(request));
  }

  /** A broker hears of a new topic a moment after the controller has made it. */
  private async describeOnceKnown(topics: readonly string[]): Promise<Map<string, FoundTopic>> {
    const deadlineMs = performance.now() + KNOWN_WITHIN_MS;
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.describe(topics);
      } catch (error) {
        if (!isOutage(error) || performance.now() > deadlineMs) throw error;
        await sleep(retryDelayMs(KNOWN_RETRY, failures));
      }
    }
  }

  private async describe(topics: readonly string[]): Promise<Map<string, FoundTopic>> {
    return this.connection.ask(async (admin) => {
      const metadata = await admin.fetchTopicMetadata({ topics: [...topics] });
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
      });
      return new Map(
        metadata.topics.map(({ name, partitions }) => {
          const entries = resources.find(({ resourceName }) => resourceName === name);
          const settings = Object.fromEntries(
            (entries?.configEntries ?? []).map((entry) => [entry.configName, entry.configValue]),
          );
          return [name, { partitions: partitions.length, settings }];
        }),
      );
    });
  }
}
