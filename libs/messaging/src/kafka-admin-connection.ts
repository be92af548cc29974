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

  constructor(settings: KafkaSettings, logger: Logger) {
    this.settings = settings;
    this.logger = logger;
    this.connection = new Renewable<Connection>(
      () => this.open(),
      ({ client, admin }) => client.close(() => admin.disconnect()),
    );
  }

  /** Fails within the limits of a request, whatever hangs. */
  async ask<R>(question: (admin: Admin) => Promise<R>): Promise<R> {
    return this.connection.use(({ client, admin }) =>
      within(2 * client.limits.askTimeoutMs + client.limits.connectTimeoutMs, question(admin)),
    );
  }

  async bounds(topic: string): Promise<PartitionBounds[]> {
    const offsets = await this.ask((admin) => admin.fetchTopicOffsets(topic));
    return offsets
      .map(({ partition, low, high }) => ({ partition, start: BigInt(low), end: BigInt(high) }))
      .sort((a, b) => a.partition - b.partition);
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
