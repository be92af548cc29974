/** What a consumer tells operators, and what they may tell it. libs/messaging has such consumers. */
export interface OperatedConsumer {
  status(): {
    ready: boolean;
    reason?: string | undefined;
    assigned: readonly number[];
    halted: readonly { partition: number; reason: string }[];
    lastProgressAt?: Date | undefined;
    lag: ReadonlyMap<number, bigint>;
  };
  /** Lifts a halt that too many dead letters brought about. False when there is none here. */
  resume(partition: number): Promise<boolean>;
  /** Goes on behind records that are lost for good. False when nothing is halted for that here. */
  acceptGap(partition: number): Promise<boolean>;
}

/** The consumers of this process by topic, for the ops port. */
export class Consumers {
  readonly #byTopic = new Map<string, OperatedConsumer>();

  add(topic: string, consumer: OperatedConsumer): void {
    this.#byTopic.set(topic, consumer);
  }

  get(topic: string): OperatedConsumer | undefined {
    return this.#byTopic.get(topic);
  }

  /** Plain data: offsets as decimal strings, since JSON has no 64-bit integers. */
  report(): Record<string, unknown>[] {
    return [...this.#byTopic].map(([topic, consumer]) => {
      const { lag, ...status } = consumer.status();
      const lagByPartition = [...lag].map(([partition, records]) => [partition, String(records)]);
      return { topic, ...status, lag: Object.fromEntries(lagByPartition) };
    });
  }
}
