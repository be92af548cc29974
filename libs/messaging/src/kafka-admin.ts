import type { EventDefinition } from '@warta/contracts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import type { Platform } from './platform.ts';

export interface TopicReport {
  readonly topic: string;
  readonly partitions: number;
  readonly created: boolean;
}

export class TopicAdmin {
  constructor(_settings: KafkaSettings, _platform: Platform) {}
  /**
   * Creates each event's topic and its dead-letter topic. Existing topics are compared, never
   * changed. @throws Error naming every difference, when one is not as its contract says.
   */
  async ensureTopics<T>(
    _definitions: readonly EventDefinition<T>[],
    _replication: { replicationFactor: number; minInsyncReplicas: number },
  ): Promise<TopicReport[]> {
    throw new Error('being built');
  }
  async bounds(_topic: string): Promise<PartitionBounds[]> {
    throw new Error('being built');
  }
  async deleteTopics(_topics: readonly string[]): Promise<void> {
    throw new Error('being built');
  }
  async stop(): Promise<void> {}
}
