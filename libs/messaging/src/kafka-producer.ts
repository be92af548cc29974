import { strict as assert } from 'node:assert';
import { Batcher } from './batcher.ts';
import { describeError, NotAcknowledgedError, OverloadedError } from './errors.ts';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { KafkaSender } from './kafka-sender.ts';
import { BATCH_BYTES_MAX } from './limits.ts';
import { messagingMetrics } from './messaging-metrics.ts';
import type { MessagingMetrics } from './messaging-metrics.ts';
import { partitionOf } from './partition-of.ts';
import type { Platform } from './platform.ts';
import { PublishCall } from './publish-call.ts';
import { recordBytes } from './records.ts';
import type { OutgoingRecord, RawRecord, StoredRecord } from './records.ts';
import { retryDelayMs, sleep } from './retry-delays.ts';
import { RoundTrips } from './round-trips.ts';

/** How long the first record of a batch waits for others. While a batch is away they gather anyway. */
const LINGER_MS = 3;
const BATCH = { recordsMax: 500, bytesMax: BATCH_BYTES_MAX };
/** Held in memory for the broker, in all; above it callers are refused at once. */
const PENDING_BYTES_MAX = 32 * 1024 * 1024;
const RETRY = { firstMs: 100, maxMs: 1_000 };
const PROBE_EVERY_MS = 3_000;
const STOP_WITHIN_MS = 5_000;

interface Waiting {
  readonly record: RawRecord;
  readonly bytes: number;
  readonly call: PublishCall;
  readonly index: number;
  readonly expired: boolean;
}

interface Lane {
  readonly topic: string;
  readonly partition: number;
  readonly queue: Batcher<Waiting>;
  readonly worked: Promise<void>;
}

/** Writes records and says only then that they are stored when every in-sync replica has them. */
export class KafkaProducer {
  private readonly sender: KafkaSender;
  private readonly admin: KafkaAdminConnection;
  private readonly metrics: MessagingMetrics;
  private readonly platform: Platform;
  private readonly trips = new RoundTrips();
  private readonly stopping = new AbortController();
  /** One per topic and partition with something to send: so at most one batch of each is away. */
  private readonly lanes = new Map<string, Lane>();
  private pendingBytes = 0;
  private probing: Promise<void> = Promise.resolve();

  constructor(settings: KafkaSettings, platform: Platform) {
    this.platform = platform;
    this.metrics = messagingMetrics(platform.metrics);
    this.sender = new KafkaSender(settings, platform.logger);
    this.admin = new KafkaAdminConnection(settings, platform.logger);
  }

  /** Returns at once, also while the broker is away: connecting goes on behind. */
  async start(): Promise<void> {
    this.probing = this.probe();
  }

  /**
   * All of them stored, in the order given per key; the answer is in the order of `records`.
   * @param deadlineMs how long from now; choose it shorter than the caller's own deadline.
   * @throws NotAcknowledgedError when not all were confirmed in time: any of them may be stored.
   * @throws OverloadedError at once when too much waits already; nothing was sent.
   */
  async publish(records: readonly OutgoingRecord[], deadlineMs: number): Promise<StoredRecord[]> {
    return this.publishRaw(
      records.map(({ topic, key, value, headers, partitions }) => ({
        topic,
        partition: partitionOf(key, partitions),
        key: Buffer.from(key, 'utf8'),
        value,
        headers,
      })),
      deadlineMs,
    );
  }

  /** Like `publish`, for records with an exact partition. */
  async publishRaw(records: readonly RawRecord[], deadlineMs: number): Promise<StoredRecord[]> {
    assert(deadlineMs > 0, 'a deadline lies ahead');
    const [first] = records;
    if (first === undefined) return [];
    const topic = { topic: first.topic };
    if (this.stopping.signal.aborted) throw new OverloadedError('The producer is stopping');
    const sizes = records.map(recordBytes);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (this.pendingBytes > 0 && this.pendingBytes + bytes > PENDING_BYTES_MAX) {
      this.metrics.overloaded.inc(topic);
      throw new OverloadedError(`${this.pendingBytes} bytes wait for the broker already`);
    }
    const timed = this.metrics.publishSeconds.startTimer(topic);
    const call = new PublishCall(records.length, deadlineMs);
    for (const [index, record] of records.entries()) {
      this.enqueue(record, sizes[index] as number, call, index);
    }
    try {
      const stored = await call.done;
      timed();
      return stored;
    } catch (error) {
      if (error instanceof NotAcknowledgedError) this.metrics.notAcknowledged.inc(topic);
      throw error;
    }
  }

  /** A round trip to the brokers succeeded lately, and the last write did not fail. */
  get ready(): boolean {
    return !this.stopping.signal.aborted && this.trips.healthy;
  }

  /** Waits, bounded, for what is being sent. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const lanes = [...this.lanes.values()].map((lane) => lane.worked);
    const timer = new AbortController();
    await Promise.race([Promise.all(lanes), sleep(STOP_WITHIN_MS, timer.signal)]);
    timer.abort();
    await Promise.all([this.sender.close(), this.admin.close(), this.probing]);
  }

  private enqueue(record: RawRecord, bytes: number, call: PublishCall, index: number): void {
    const { topic, partition } = record;
    const id = `${topic}/${partition}`;
    let lane = this.lanes.get(id);
    if (lane === undefined) {
      const queue = new Batcher<Waiting>(BATCH);
      lane = { topic, partition, queue, worked: this.work(id, topic, partition, queue) };
      this.lanes.set(id, lane);
    }
    this.pendingBytes += bytes;
    lane.queue.add({
      record,
      bytes,
      call,
      index,
      get expired() {
        return call.settled;
      },
    });
  }

  /** Sends what is queued for one partition, batch after batch, until nothing is left. */
  private async work(
    id: string,
    topic: string,
    partition: number,
    queue: Batcher<Waiting>,
  ): Promise<void> {
    await sleep(LINGER_MS);
    while (queue.length > 0) {
      const { batch, expired } = queue.take();
      await this.sendUntilStoredOrExpired(topic, partition, batch);
      for (const { bytes } of [...batch, ...expired]) this.pendingBytes -= bytes;
    }
    this.lanes.delete(id);
  }

  private async sendUntilStoredOrExpired(
    topic: string,
    partition: number,
    all: readonly Waiting[],
  ): Promise<void> {
    for (let failures = 0; ;) {
      const batch = all.filter((waiting) => !waiting.expired);
      if (batch.length === 0) return;
      this.metrics.sentRecords.observe({ topic }, batch.length);
      try {
        const records = batch.map(({ record }) => record);
        const stored = await this.sender.send(topic, partition, records);
        this.trips.succeeded('write');
        this.metrics.published.inc({ topic }, stored.length);
        for (const [at, { call, index }] of batch.entries()) call.confirm(index, stored[at]!);
        return;
      } catch (error) {
        failures += 1;
        this.trips.writeFailed();
        const line = { topic, partition, records: batch.length, problem: describeError(error) };
        this.platform.logger.warn(line, 'sending failed, trying again while a caller waits');
        for (const { call } of batch) call.note(error);
        await sleep(retryDelayMs(RETRY, failures));
      }
    }
  }

  /** Keeps `ready` true to life while nobody publishes. */
  private async probe(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (this.trips.sinceSuccessMs >= PROBE_EVERY_MS) {
        try {
          await this.admin.ask((admin) => admin.describeCluster());
          this.trips.succeeded('probe');
        } catch (error) {
          this.platform.logger.warn({ problem: describeError(error) }, 'no broker answers');
        }
      }
      await sleep(PROBE_EVERY_MS, this.stopping.signal);
    }
  }
}
