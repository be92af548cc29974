import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { Renewable } from './renewable.ts';
import { within } from './within.ts';

/** Offsets a partition's log holds now. */
export interface PartitionBounds {
  readonly partition: number;
  /** Oldest offset still in the log. */
  readonly start: bigint;
  /** Offset the next record will get. */
  readonly end: bigint;
}

interface Connection {
  readonly client: KafkaClient;
  readonly admin: Admin;
}

/** Questions to the cluster, over a connection that is opened when first needed. */
export class KafkaAdminConnection {
  private readonly settings: KafkaSettings;
  private readonly logger: Logger;
  private readonly connection: Renewable<Connection>;

  private turn: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<string, Promise<PartitionBounds[]>>();

  constructor(settings: KafkaSettings, logger: Logger) {
    this.settings = settings;
    this.logger = logger;
    this.connection = new Renewable<Connection>(
      () => this.open(),
      ({ client, admin }) => client.close(() => admin.disconnect()),
    );
  }

  /**
   * Fails within the limits of a request, whatever hangs. Questions are asked one after another:
   * several at once on a cold connection would open a socket each.
   */
  async ask<R>(question: (admin: Admin) => Promise<R>): Promise<R> {
    const answer = this.turn.then(() =>
      this.connection.use(({ client, admin }) =>
        within(2 * client.limits.askTimeoutMs + client.limits.connectTimeoutMs, question(admin)),
      ),
    );
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** As of a moment after the call. Callers that wait for their turn together share one answer. */
  async bounds(topic: string): Promise<PartitionBounds[]> {
    const waiting = this.waiting.get(topic);
    if (waiting !== undefined) return waiting;
    const begun = this.turn.then(() => this.waiting.delete(topic));
    const answer = this.ask(async (admin) => {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets
        .map(({ partition, low, high }) => ({ partition, start: BigInt(low), end: BigInt(high) }))
        .sort((a, b) => a.partition - b.partition);
    });
    this.waiting.set(topic, answer);
    await begun;
    return answer;
  }

  /** Next offset that a group has committed, by partition; absent where it has committed none. */
  async committed(group: string, topic: string): Promise<Map<number, bigint>> {
    const [found] = await this.ask((admin) =>
      admin.fetchOffsets({ groupId: group, topics: [topic] }),
    );
    const committed = (found?.partitions ?? []).map(
      ({ partition, offset }) => [partition, BigInt(offset)] as const,
    );
    return new Map(committed.filter(([, offset]) => offset >= 0n));
  }

  /** The first offset of each partition appended at or after this time; where none was, the end. */
  async offsetsSince(topic: string, sinceMs: number): Promise<Map<number, bigint>> {
    const found = await this.ask((admin) => admin.fetchTopicOffsetsByTimestamp(topic, sinceMs));
    return new Map(found.map(({ partition, offset }) => [partition, BigInt(offset)]));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async open(): Promise<Connection> {
    const client = new KafkaClient(this.settings, this.logger, 'ask');
    const admin = client.kafka.admin({ retry: { retries: 1 } });
    try {
      await admin.connect();
      return { client, admin };
    } catch (error) {
      await client.close(() => admin.disconnect());
      throw error;
    }
  }
}
