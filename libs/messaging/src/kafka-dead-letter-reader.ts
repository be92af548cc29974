import type { DeadLetterFacts } from '@warta/contracts';
import type { KafkaSettings } from './kafka-client.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import type { Platform } from './platform.ts';
import type { LogRecord, StoredRecord } from './records.ts';

export interface DeadLetter {
  /** `<topic>/<partition>/<offset>` of the record that failed. */
  readonly id: string;
  readonly facts: DeadLetterFacts;
  /** The record as it failed: original key, value and headers. */
  readonly record: LogRecord;
  /** How often the record had been re-driven before it failed this time. */
  readonly redrives: number;
  /** Set once it was sent back to its topic. */
  readonly redrivenAt?: Date;
}

export class DeadLetterReader {
  constructor(_settings: KafkaSettings, _producer: KafkaProducer, _platform: Platform) {}
  /** Dead letters of a topic, oldest first, those already re-driven only when asked for. */
  async list(
    _topic: string,
    _options?: { includeRedriven?: boolean; limit?: number },
  ): Promise<DeadLetter[]> {
    throw new Error('being built');
  }
  async get(_id: string): Promise<DeadLetter | undefined> {
    throw new Error('being built');
  }
  /** Sends records back to their topics, to their partitions, with their first arrival kept. */
  async redrive(_letters: readonly DeadLetter[], _deadlineMs: number): Promise<StoredRecord[]> {
    throw new Error('being built');
  }
  async stop(): Promise<void> {}
}
