import type { EventDefinition } from '@warta/contracts';
import { AssignedPartition } from './assigned-partition.ts';
import type { FetchControl } from './assigned-partition.ts';
import type { BatchHandler } from './batch-handler.ts';
import { cutBatches } from './cut-batches.ts';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { Membership } from './kafka-membership.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import { KAFKA_LIMITS } from './limits.ts';
import { messagingMetrics } from './messaging-metrics.ts';
import type { MessagingMetrics } from './messaging-metrics.ts';
import { PartitionWorker } from './partition-worker.ts';
import type { Platform } from './platform.ts';
import type { ProgressStore } from './progress.ts';
import { recordBytes } from './records.ts';
import { sleep } from './retry-delays.ts';

/** Not above the window of the dead-letter storm, which is judged batch by batch. */
const BATCH_RECORDS_MAX = 200;
const BATCH_BYTES_MAX = 4 * 1024 * 1024;
const PARTITIONS_AT_ONCE = 2;
const COMPARE_EVERY_MS = 5_000;
/** No sign of life for longer, in the loop or in a batch, is no outage: waits have their limits. */
const SILENT_MAX_MS = 120_000;

export interface ConsumerOptions<T> {
  readonly groupId: string;
  readonly definition: EventDefinition<T>;
  readonly progress: ProgressStore;
  /**
   * For what the handler returns and for dead letters; started and stopped by its owner. Without one
   * this only reads a log once more: what cannot be handled is logged and passed over, since whoever
   * reads it first has dead-lettered it, and nothing that the handler returns is published.
   */
  readonly producer?: KafkaProducer;
  readonly handle: BatchHandler<T>;
  /** At most 200, which is also the default. */
  readonly batchRecordsMax?: number;
  /** Of keys, values and headers as they came; 4 MiB unless told. One record may be larger. */
  readonly batchBytesMax?: number;
  /** Partitions handled at the same time in this process; 2 unless told. */
  readonly partitionsAtOnce?: number;
  /** The consumer cannot go on and will not: the process should end and be started again. */
  readonly onFatal: (reason: Error) => void;
}

export interface ConsumerStatus {
  readonly ready: boolean;
  /** Why it is not ready. */
  readonly reason?: string;
  readonly assigned: readonly number[];
  readonly halted: readonly { readonly partition: number; readonly reason: string }[];
  readonly lastProgressAt: Date;
  /** Records of each assigned partition that are not done yet. */
  readonly lag: ReadonlyMap<number, bigint>;
}

/**
 * Reads one topic as a member of a group and hands every event to the handler at least once, in
 * order per key. Recorded progress decides where it goes on, not the group's committed offset.
 */
export class KafkaConsumer<T> {
  readonly topic: string;
  private readonly settings: KafkaSettings;
  private readonly options: ConsumerOptions<T>;
  private readonly platform: Platform;
  private readonly metrics: MessagingMetrics;
  private readonly admin: KafkaAdminConnection;
  private readonly membership: Membership;
  private readonly stopping = new AbortController();
  /** Of this process's life; a storm's halt outlasts losing the partition and getting it back. */
  private readonly known = new Map<number, AssignedPartition>();
  private assigned: readonly number[] = [];
  private comparing: Promise<void> = Promise.resolve();
  private lastProgressAt = new Date();

  constructor(settings: KafkaSettings, options: ConsumerOptions<T>, platform: Platform) {
    this.topic = options.definition.topic;
    this.settings = settings;
    this.options = options;
    this.platform = platform;
    this.metrics = messagingMetrics(platform.metrics);
    this.admin = new KafkaAdminConnection(settings, platform.logger);
    this.membership = new Membership(
      settings,
      {
        groupId: options.groupId,
        topic: this.topic,
        partitionsAtOnce: options.partitionsAtOnce ?? PARTITIONS_AT_ONCE,
        onAssigned: (partitions, of) => this.assign(partitions, of),
        onLeft: () => this.assign([]),
        onFetched: async (batch) => this.known.get(batch.partition)?.take(batch),
        onFatal: options.onFatal,
      },
      platform,
    );
  }

  /** Returns at once: joining goes on behind, for as long as it takes. */
  async start(): Promise<void> {
    this.membership.start();
    this.comparing = this.compareForEver();
  }

  /** Lets the batches under way end, bounded; nothing unfinished counts as done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.membership.stop(), this.comparing]);
    await this.admin.close();
  }

  status(): ConsumerStatus {
    const held = this.held();
    const halted = held.flatMap(([partition, { halt }]) =>
      halt === undefined ? [] : [{ partition, reason: halt.reason }],
    );
    const reason = this.whyNotReady();
    return {
      ready: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
      assigned: [...this.assigned],
      halted,
      lastProgressAt: this.lastProgressAt,
      lag: new Map(held.map(([partition, { lag }]) => [partition, lag])),
    };
  }

  /** The loop goes round and no batch is stuck. True during outages: a restart would not help. */
  get alive(): boolean {
    const silences = [...this.known.values()].map((partition) => partition.silentMs);
    return Math.max(this.membership.silentMs, ...silences) < SILENT_MAX_MS;
  }

  /** A person ends a storm's halt. False when this process does not hold the partition so halted. */
  async resume(partition: number): Promise<boolean> {
    return this.known.get(partition)?.resumeAfterStorm() ?? false;
  }

  /** A person accepts that records are missing: goes on at the log's present start. */
  async acceptGap(partition: number): Promise<boolean> {
    return (await this.known.get(partition)?.acceptGap()) ?? false;
  }

  private held(): [number, AssignedPartition][] {
    return this.assigned.flatMap((number) => {
      const partition = this.known.get(number);
      return partition === undefined ? [] : [[number, partition] as [number, AssignedPartition]];
    });
  }

  private whyNotReady(): string | undefined {
    for (const [number, { trouble }] of this.held()) {
      if (trouble !== undefined) return `partition ${number} ${trouble}`;
    }
    return this.membership.trouble;
  }

  private assign(partitions: readonly number[], of?: (partition: number) => FetchControl): void {
    for (const [number, partition] of this.held()) {
      if (!partitions.includes(number)) partition.revoke();
    }
    this.assigned = [...partitions].sort((a, b) => a - b);
    for (const number of this.assigned) {
      const partition = this.known.get(number) ?? this.newPartition(number);
      this.known.set(number, partition);
      if (of !== undefined) partition.assign(of(number));
    }
    this.report();
  }

  private newPartition(partition: number): AssignedPartition {
    const { topic, metrics, options, platform } = this;
    const recordsMax = Math.min(options.batchRecordsMax ?? BATCH_RECORDS_MAX, BATCH_RECORDS_MAX);
    const bytesMax = options.batchBytesMax ?? BATCH_BYTES_MAX;
    return new AssignedPartition({
      topic,
      partition,
      worker: new PartitionWorker<T>(partition, { ...options, metrics, logger: platform.logger }),
      progress: options.progress,
      bounds: () => this.boundsOf(partition),
      cut: (records) => cutBatches(records, { recordsMax, bytesMax }, recordBytes),
      heartbeatMs: this.settings.limits?.heartbeatMs ?? KAFKA_LIMITS.heartbeatMs,
      logger: platform.logger,
      onProgress: () => (this.lastProgressAt = new Date()),
      onWait: () => metrics.waits.inc({ topic }),
    });
  }

  private async boundsOf(partition: number): Promise<PartitionBounds> {
    const all = await this.admin.bounds(this.topic);
    const mine = all.find((bounds) => bounds.partition === partition);
    if (mine === undefined) throw new Error(`${this.topic} has no partition ${partition}`);
    return mine;
  }

  /** Keeps the lag true and notices what happens to the log of idle partitions. */
  private async compareForEver(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(COMPARE_EVERY_MS, this.stopping.signal);
      if (this.stopping.signal.aborted || this.assigned.length === 0) continue;
      const before = this.held().map(([number, held]) => ({ number, held, next: held.next }));
      try {
        const all = await this.admin.bounds(this.topic);
        for (const { number, held, next } of before) {
          const bounds = all.find((one) => one.partition === number);
          if (bounds !== undefined) held.compare(bounds, next);
        }
      } catch (error) {
        this.platform.logger.debug({ err: error, topic: this.topic }, 'lag unknown');
      }
      this.report();
    }
  }

  private report(): void {
    const { topic } = this;
    const held = this.held();
    this.metrics.halted.set({ topic }, held.filter(([, { halt }]) => halt !== undefined).length);
    for (const number of this.known.keys()) {
      if (!this.assigned.includes(number)) this.metrics.lag.remove({ topic, partition: number });
    }
    for (const [partition, { lag }] of held)
      this.metrics.lag.set({ topic, partition }, Number(lag));
  }
}
