import { PARTITIONS_PER_TOPIC } from '@warta/contracts';
import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { BATCH_BYTES_MAX } from './limits.ts';
import type { LogRecord } from './records.ts';

/**
 * Compressed bytes per fetch and partition; with what they unpack to, the bulk of a consumer's
 * memory. Not below what the producer puts into a batch: the broker returns a larger batch only
 * for the first partition of a fetch that has any records, and the order never changes.
 */
const FETCH_BYTES_PER_PARTITION_MAX = BATCH_BYTES_MAX;
/** Room for all partitions of a topic: else the first ones would keep the last from their turn. */
const FETCH_BYTES_MAX = PARTITIONS_PER_TOPIC * FETCH_BYTES_PER_PARTITION_MAX;
const METADATA_AGE_MAX_MS = 60_000;
/** About 30 s of tries; then the whole connection is rebuilt. */
const RETRIES = { initialRetryTime: 200, maxRetryTime: 5_000, retries: 8 };

/** Records of one partition, and our hold on it while they are worked on. */
export interface Fetched {
  readonly partition: number;
  readonly records: readonly LogRecord[];
  /** Offset the next record of the partition will get. */
  readonly end: bigint;
  /** The group gave the partition to somebody else, or the session is closing. */
  lost(): boolean;
  /** Never throws. */
  heartbeat(): Promise<void>;
  /** The next fetch starts here. */
  continueAt(offset: bigint): void;
  /** Tells the group, for those who watch it; our own progress does not depend on it. */
  commit(next: bigint): Promise<void>;
}

export interface SessionListener {
  /** Called at each (re)join, with everything assigned paused: `seek` and `resume` each. */
  assigned(partitions: readonly number[]): void;
  /** Must not throw. */
  fetched(batch: Fetched): Promise<void>;
  /** The loop did something; `answered` when the group's coordinator did, too. */
  sign(answered: boolean): void;
}

/**
 * One membership in a consumer group, on its own client, from joining to its end. kafkajs never
 * restarts it by itself: a restart it had scheduled would outlive a stop.
 */
export class GroupSession {
  private readonly client: KafkaClient;
  private readonly consumer: Consumer;
  private readonly topic: string;
  private readonly listener: SessionListener;
  private readonly logger: Logger;
  private readonly ended: Promise<Error>;
  private end!: (reason: Error) => void;
  private isOver = false;

  constructor(
    settings: KafkaSettings,
    group: { groupId: string; topic: string },
    listener: SessionListener,
    logger: Logger,
  ) {
    this.topic = group.topic;
    this.listener = listener;
    this.logger = logger;
    this.client = new KafkaClient(settings, logger, 'consume');
    const { limits } = this.client;
    this.consumer = this.client.kafka.consumer({
      groupId: group.groupId,
      allowAutoTopicCreation: false,
      metadataMaxAge: METADATA_AGE_MAX_MS,
      sessionTimeout: limits.sessionTimeoutMs,
      rebalanceTimeout: limits.rebalanceTimeoutMs,
      heartbeatInterval: limits.heartbeatMs,
      maxWaitTimeInMs: limits.fetchWaitMs,
      maxBytes: FETCH_BYTES_MAX,
      maxBytesPerPartition: FETCH_BYTES_PER_PARTITION_MAX,
      retry: { ...RETRIES, restartOnFailure: async () => false },
    });
    this.ended = new Promise((resolve) => {
      this.end = (reason) => {
        this.isOver = true;
        resolve(reason);
      };
    });
    this.listen();
  }

  /** Joins and works until the membership ends; resolves with the reason. */
  async run(partitionsAtOnce: number): Promise<Error> {
    this.join(partitionsAtOnce).catch((error: unknown) => {
      this.end(error instanceof Error ? error : new Error(String(error)));
    });
    return this.ended;
  }

  /** Ends the membership from outside, when nothing is heard of it any more. */
  giveUp(reason: Error): void {
    this.end(reason);
  }

  /** Ended, for whatever reason: nothing it still does counts. */
  get over(): boolean {
    return this.isOver;
  }

  seek(partition: number, offset: bigint): void {
    this.unlessOver(() =>
      this.consumer.seek({ topic: this.topic, partition, offset: `${offset}` }),
    );
  }

  pause(partition: number): void {
    this.unlessOver(() => this.consumer.pause([{ topic: this.topic, partitions: [partition] }]));
  }

  resume(partition: number): void {
    this.unlessOver(() => this.consumer.resume([{ topic: this.topic, partitions: [partition] }]));
  }

  /** Batches under way are told that they are lost; waits for them, bounded; leaves the group. */
  async close(withinMs?: number): Promise<void> {
    this.end(new Error('closed'));
    await this.client.close(() => this.consumer.disconnect(), withinMs);
  }

  private async join(partitionsAtOnce: number): Promise<void> {
    await this.consumer.connect();
    if (!this.isOver) {
      await this.consumer.subscribe({ topics: [this.topic], fromBeginning: true });
    }
    if (this.isOver) return;
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtOnce,
      eachBatch: (payload) => this.eachBatch(payload),
    });
  }

  private listen(): void {
    const { events } = this.consumer;
    this.consumer.on(events.GROUP_JOIN, ({ payload }) => {
      const partitions = payload.memberAssignment[this.topic] ?? [];
      for (const partition of partitions) this.pause(partition);
      this.listener.sign(true);
      this.listener.assigned(partitions);
    });
    this.consumer.on(events.HEARTBEAT, () => this.listener.sign(true));
    this.consumer.on(events.FETCH, () => this.listener.sign(false));
    this.consumer.on(events.CRASH, ({ payload }) => this.end(payload.error));
  }

  /** Never throws: kafkajs would drop out of the group for good on some errors. */
  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    let lost = false;
    try {
      await this.listener.fetched({
        partition: batch.partition,
        records: batch.messages.map((message) => this.toRecord(batch.partition, message)),
        end: BigInt(batch.highWatermark),
        lost: () => lost || this.isOver || !payload.isRunning() || payload.isStale(),
        heartbeat: async () => {
          try {
            await payload.heartbeat();
          } catch (error) {
            // The loop asks again right after the batch, and then rejoins.
            if (isLossOfMembership(error)) lost = true;
          }
        },
        continueAt: (offset) => payload.resolveOffset(`${offset - 1n}`),
        commit: (next) => this.commit(payload, next),
      });
    } catch (error) {
      this.logger.error(
        { err: error, partition: batch.partition },
        'a batch failed in our own code',
      );
    }
  }

  private async commit(payload: EachBatchPayload, next: bigint): Promise<void> {
    const { partition } = payload.batch;
    const partitions = [{ partition, offset: `${next}` }];
    try {
      await payload.commitOffsetsIfNecessary({ topics: [{ topic: this.topic, partitions }] });
    } catch (error) {
      this.logger.debug({ err: error, partition }, 'offset not committed');
    }
  }

  private toRecord(partition: number, message: KafkaMessage): LogRecord {
    const headers: Record<string, Buffer> = {};
    for (const [name, said] of Object.entries(message.headers ?? {})) {
      const value = Array.isArray(said) ? said.at(-1) : said;
      if (value !== undefined && value !== null) headers[name] = Buffer.from(value);
    }
    return {
      topic: this.topic,
      partition,
      offset: BigInt(message.offset),
      appendedAtMs: Number(message.timestamp),
      key: message.key,
      value: message.value,
      headers,
    };
  }

  /** Between two memberships the client has no group and throws; the next join starts afresh. */
  private unlessOver(action: () => void): void {
    try {
      if (!this.isOver) action();
    } catch (error) {
      this.logger.debug({ err: error }, 'not a member of the group any more');
    }
  }
}

function isLossOfMembership(error: unknown): boolean {
  const type = (error as { type?: string }).type ?? '';
  const lost = ['REBALANCE_IN_PROGRESS', 'NOT_COORDINATOR_FOR_GROUP', 'ILLEGAL_GENERATION'];
  return [...lost, 'UNKNOWN_MEMBER_ID', 'FENCED_INSTANCE_ID'].includes(type);
}
