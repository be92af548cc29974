import kafkajs from 'kafkajs';
import type { Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { storedRecords } from './produce-answer.ts';
import { recordBytes } from './records.ts';
import type { RawRecord, StoredRecord } from './records.ts';
import { Renewable } from './renewable.ts';
import { within } from './within.ts';

const { CompressionTypes } = kafkajs;

/** Below it compressing costs more than it saves. */
const COMPRESS_FROM_BYTES = 1_024;
const METADATA_AGE_MAX_MS = 60_000;

interface Connection {
  readonly client: KafkaClient;
  readonly producer: Producer;
}

/**
 * Sends one batch to one partition, once, and tells truly whether it is stored. After a failure
 * the connection is replaced: kafkajs would go on using half-open sockets, and remembers topics
 * that were deleted. Never idempotent: kafkajs then loses acknowledged records when a response is
 * lost under concurrency; a repeated record does no harm downstream, a lost one does.
 */
export class KafkaSender {
  private readonly settings: KafkaSettings;
  private readonly logger: Logger;
  private readonly connection: Renewable<Connection>;
  private warm = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(settings: KafkaSettings, logger: Logger) {
    this.settings = settings;
    this.logger = logger;
    this.connection = new Renewable<Connection>(
      () => this.open(),
      ({ client, producer }) => client.close(() => producer.disconnect()),
    );
  }

  /** @throws when it is not certain that all of them are stored. */
  async send(
    topic: string,
    partition: number,
    records: readonly RawRecord[],
  ): Promise<StoredRecord[]> {
    // Cold, kafkajs opens a socket per concurrent request: until one succeeded they take turns.
    const before = this.warm ? undefined : this.turn;
    const sent = (async () => {
      await before;
      return this.connection.use((to) => this.sendOn(to, topic, partition, records));
    })();
    if (before !== undefined) this.turn = sent.catch(() => undefined);
    try {
      const stored = await sent;
      this.warm = true;
      return stored;
    } catch (error) {
      this.warm = false;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async open(): Promise<Connection> {
    const client = new KafkaClient(this.settings, this.logger, 'produce');
    const producer = client.kafka.producer({
      idempotent: false,
      allowAutoTopicCreation: false,
      metadataMaxAge: METADATA_AGE_MAX_MS,
      // The lane retries, with a fresh connection and only while somebody waits.
      retry: { retries: 0 },
      createPartitioner: () => (record) => record.message.partition as number,
    });
    try {
      await producer.connect();
      return { client, producer };
    } catch (error) {
      await client.close(() => producer.disconnect());
      throw error;
    }
  }

  private async sendOn(
    { client, producer }: Connection,
    topic: string,
    partition: number,
    records: readonly RawRecord[],
  ): Promise<StoredRecord[]> {
    const bytes = records.reduce((sum, record) => sum + recordBytes(record), 0);
    const timeout = client.limits.produceTimeoutMs;
    const sent = producer.send({
      topic,
      acks: -1,
      timeout,
      compression: bytes < COMPRESS_FROM_BYTES ? CompressionTypes.None : CompressionTypes.ZSTD,
      messages: records.map(({ key, value, headers }) => ({ key, value, headers, partition })),
    });
    // The client's own timeouts add up to less; should its promise hang, ours does not.
    const answers = await within(client.limits.connectTimeoutMs + 2 * timeout, sent);
    return storedRecords(topic, partition, records.length, answers);
  }
}
