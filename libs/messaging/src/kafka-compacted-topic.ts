import { randomUUID } from 'node:crypto';
import type { EventDefinition } from '@warta/contracts';
import { decodeEvent } from './cloud-event.ts';
import { describeError, TransientError } from './errors.ts';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import type { Fetched } from './kafka-group-session.ts';
import { Membership } from './kafka-membership.ts';
import { messagingMetrics } from './messaging-metrics.ts';
import type { Platform } from './platform.ts';
import type { LogRecord } from './records.ts';
import { sleep } from './retry-delays.ts';
import { recordFields } from './trace-fields.ts';

const LOOK_EVERY_MS = 1_000;
const REACH_EVERY_MS = 25;
/** Reading a long log may take longer: it goes on, and its end is only looked for anew. */
const REACH_WITHIN_MS = 30_000;
/** A log that ends before what we read is looked at again, in case a broker is only starting. */
const SHORTER_LOOKS = 3;

/** Where in the log an event stands. */
export interface EventPlace {
  readonly partition: number;
  readonly offset: bigint;
}

export interface CompactedTopicOptions<T> {
  readonly definition: EventDefinition<T>;
  /** In the order of the log, first with everything already in it; never twice. */
  readonly onEvent: (event: T, at: EventPlace) => void;
  /** What was handed out cannot be trusted any more: the process should end and start again. */
  readonly onFatal: (reason: Error) => void;
}

/**
 * A small topic that every process reads whole, to know the latest event of each key. Its group
 * is random and commits nothing. A record that is no event is counted, logged and passed over:
 * it must not keep everybody from what comes after it.
 */
export class CompactedTopic<T> {
  private readonly options: CompactedTopicOptions<T>;
  private readonly platform: Platform;
  private readonly topic: string;
  private readonly admin: KafkaAdminConnection;
  private readonly membership: Membership;
  private readonly stopping = new AbortController();
  /** Next offset per partition. Kept over rejoins: handing out old events again would undo newer. */
  private readonly next = new Map<number, bigint>();
  private refreshedAt: Date | undefined;
  /** Why the last look failed. */
  private problem: string | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(settings: KafkaSettings, options: CompactedTopicOptions<T>, platform: Platform) {
    this.options = options;
    this.platform = platform;
    this.topic = options.definition.topic;
    this.admin = new KafkaAdminConnection(settings, platform.logger);
    this.membership = new Membership(
      settings,
      {
        groupId: `${settings.clientId}.${this.topic}.${randomUUID()}`,
        topic: this.topic,
        partitionsAtOnce: 1,
        onAssigned: (partitions, of) => {
          for (const partition of partitions) {
            const next = this.next.get(partition);
            if (next !== undefined) of(partition).seek(next);
            of(partition).resume();
          }
        },
        onLeft: () => undefined,
        onFetched: async (batch) => this.handOut(batch),
        onFatal: options.onFatal,
      },
      platform,
    );
  }

  /** Returns at once; `caughtUp` tells when everything was handed out. */
  async start(): Promise<void> {
    this.membership.start();
    this.looking = this.lookForEver();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.membership.stop(), this.looking]);
    await this.admin.close();
  }

  /** All that was in the topic when it was started has been handed out. */
  get caughtUp(): boolean {
    return this.refreshedAt !== undefined;
  }

  /** Everything that was in the topic at that time has been handed out. */
  get lastRefreshedAt(): Date | undefined {
    return this.refreshedAt;
  }

  private handOut(batch: Fetched): void {
    const next = this.next.get(batch.partition) ?? 0n;
    for (const record of batch.records) {
      if (record.offset < next || this.stopping.signal.aborted) continue;
      this.handOutOne(record);
      this.next.set(batch.partition, record.offset + 1n);
    }
    const last = batch.records.at(-1);
    if (last !== undefined) batch.continueAt(last.offset + 1n);
  }

  private handOutOne(record: LogRecord): void {
    const { topic, partition, offset } = record;
    try {
      const { event } = decodeEvent(this.options.definition, record);
      this.options.onEvent(event, { partition, offset });
      messagingMetrics(this.platform.metrics).consumed.inc({ topic });
    } catch (error) {
      messagingMetrics(this.platform.metrics).passedOver.inc({ topic });
      const line = { ...recordFields(record), problem: describeError(error) };
      this.platform.logger.error(line, 'passing over a record that is no valid event');
    }
  }

  private async lookForEver(): Promise<void> {
    for (let shorter = 0; !this.stopping.signal.aborted;) {
      try {
        const asked = new Date();
        const all = await this.admin.bounds(this.topic);
        shorter = all.some((one) => this.isShorter(one)) ? shorter + 1 : 0;
        if (shorter >= SHORTER_LOOKS) {
          this.options.onFatal(new Error(`${this.topic} ends before what was read: recreated?`));
          return;
        }
        if (shorter === 0 && (await this.reach(all))) {
          this.refreshedAt = asked;
          this.note(undefined);
        }
      } catch (error) {
        this.note(describeError(error));
      }
      await sleep(LOOK_EVERY_MS, this.stopping.signal);
    }
  }

  /** One line per change: an outage of hours must not fill the log. */
  private note(problem: string | undefined): void {
    const { topic } = this;
    const { logger } = this.platform;
    if (problem === this.problem || this.stopping.signal.aborted) return;
    if (problem === undefined) logger.info({ topic }, 'fresh again');
    else if (this.problem === undefined) logger.warn({ topic, problem }, 'not fresh');
    else logger.debug({ topic, problem }, 'still not fresh');
    this.problem = problem;
  }

  private isShorter({ partition, end }: PartitionBounds): boolean {
    return end < (this.next.get(partition) ?? 0n);
  }

  /**
   * Waits until everything before these ends was handed out. False when stopped before.
   * @throws TransientError when that takes too long.
   */
  private async reach(all: readonly PartitionBounds[]): Promise<boolean> {
    const reached = ({ partition, start, end }: PartitionBounds): boolean =>
      start === end || (this.next.get(partition) ?? 0n) >= end;
    const deadline = performance.now() + REACH_WITHIN_MS;
    while (!all.every(reached)) {
      if (this.stopping.signal.aborted) return false;
      if (performance.now() > deadline) {
        const behind = all.filter((one) => !reached(one)).map(({ partition }) => partition);
        throw new TransientError(`partition ${behind.join(', ')} is not read to its end yet`);
      }
      await sleep(REACH_EVERY_MS, this.stopping.signal);
    }
    return true;
  }
}
