import type { KafkaSettings } from './kafka-client.ts';
import type { Platform } from './platform.ts';
import type { OutgoingRecord, RawRecord, StoredRecord } from './records.ts';

/** Writes records and says only then that they are stored when every in-sync replica has them. */
export class KafkaProducer {
  constructor(_settings: KafkaSettings, _platform: Platform) {}
  /** Returns at once, also while the broker is away: connecting goes on behind. */
  async start(): Promise<void> {}
  /**
   * All of them stored, in the order given per key; the answer is in the order of `records`.
   * @param deadlineMs how long from now the caller can wait; choose it shorter than its own caller's.
   * @throws NotAcknowledgedError when not all were confirmed in time: any of them may be stored.
   * @throws OverloadedError at once when too much waits already; nothing was sent.
   */
  async publish(_records: readonly OutgoingRecord[], _deadlineMs: number): Promise<StoredRecord[]> {
    throw new Error('being built');
  }
  /** Like `publish`, for records with an exact partition. */
  async publishRaw(_records: readonly RawRecord[], _deadlineMs: number): Promise<StoredRecord[]> {
    throw new Error('being built');
  }
  /** A round trip to the brokers succeeded lately and the last write did not fail. */
  get ready(): boolean {
    return false;
  }
  /** Waits, bounded, for what is being sent. */
  async stop(): Promise<void> {}
}
