import type { EventDefinition } from '@warta/contracts';
import type { BatchHandler } from './batch-handler.ts';
import type { KafkaSettings } from './kafka-client.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import type { Platform } from './platform.ts';
import type { ProgressStore } from './progress.ts';

export interface ConsumerOptions<T> {
  readonly groupId: string;
  readonly definition: EventDefinition<T>;
  readonly progress: ProgressStore;
  /** For what the handler returns and for dead letters; started and stopped by its owner. */
  readonly producer: KafkaProducer;
  readonly handle: BatchHandler<T>;
  readonly batchRecordsMax?: number;
  readonly batchBytesMax?: number;
  /** Partitions handled at the same time in this process. */
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
  /** Records of an assigned partition that are not done yet. */
  readonly lag: ReadonlyMap<number, bigint>;
}

export class KafkaConsumer<T> {
  readonly topic: string;
  constructor(_settings: KafkaSettings, options: ConsumerOptions<T>, _platform: Platform) {
    this.topic = options.definition.topic;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  status(): ConsumerStatus {
    throw new Error('being built');
  }
  get alive(): boolean {
    return true;
  }
  /** A person lifts a halt. False when this process does not hold the partition halted. */
  async resume(_partition: number): Promise<boolean> {
    return false;
  }
  /** A person accepts that records are missing: goes on at the log's present start. */
  async acceptGap(_partition: number): Promise<boolean> {
    return false;
  }
}
