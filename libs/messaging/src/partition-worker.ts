import type { EventDefinition } from '@warta/contracts';
import type { Logger } from 'pino';
import type { BatchHandler } from './batch-handler.ts';
import { decodeEvent } from './cloud-event.ts';
import { arrivalOf, deadLetterRecord } from './dead-letter.ts';
import type { GivenUp } from './dead-letter.ts';
import { DeadLetterStorm } from './dead-letter-storm.ts';
import { PermanentError } from './errors.ts';
import { AbandonedError, handleBatch } from './handle-batch.ts';
import type { Delivery } from './handle-batch.ts';
import type { KafkaProducer } from './kafka-producer.ts';
import type { MessagingMetrics } from './messaging-metrics.ts';
import { progressAfter } from './partition-cursor.ts';
import type { ProgressStore } from './progress.ts';
import type { LogRecord } from './records.ts';
import { recordFields } from './trace-fields.ts';

/** Longer than the producer's own tries: after it the whole batch is done again. */
const PUBLISH_WITHIN_MS = 20_000;
/** Dead letters of one batch that get a log line of their own; the rest is counted in one line. */
const LOGGED_LETTERS_MAX = 20;
/** The letter itself has all of it. */
const LOGGED_DETAIL_LENGTH_MAX = 300;

export interface WorkerParts<T> {
  readonly groupId: string;
  readonly definition: EventDefinition<T>;
  readonly progress: ProgressStore;
  readonly producer?: KafkaProducer;
  readonly handle: BatchHandler<T>;
  readonly metrics: MessagingMetrics;
  readonly logger: Logger;
}

/** Our hold on the partition while a batch is worked on. */
export interface Hold {
  /** The partition is not ours any more, or the process stops. */
  lost(): boolean;
  /** Asks the group's coordinator when due; notices the loss. Never throws. */
  heartbeat(): Promise<void>;
}

export type WorkResult =
  | { readonly kind: 'done' }
  /** Ours no more: nothing recorded, somebody gets the batch again. */
  | { readonly kind: 'abandoned' }
  /** A store or the broker is away: the same batch again, later. */
  | { readonly kind: 'wait'; readonly problem: unknown }
  /** Too many dead letters: a person decides. */
  | { readonly kind: 'storm'; readonly reason: string };

/**
 * Does one batch of a partition: decode, handle, dead letters, publish what follows, record
 * progress, in this order. A crash between any two steps repeats the batch and skips nothing.
 */
export class PartitionWorker<T> {
  readonly storm = new DeadLetterStorm();
  private readonly attempts = new Map<bigint, number>();
  private readonly parts: WorkerParts<T>;
  private readonly partition: number;

  constructor(partition: number, parts: WorkerParts<T>) {
    this.partition = partition;
    this.parts = parts;
  }

  /** Never throws. */
  async work(records: readonly LogRecord[], hold: Hold): Promise<WorkResult> {
    try {
      return await this.workOrThrow(records, hold);
    } catch (error) {
      if (error instanceof AbandonedError || hold.lost()) return { kind: 'abandoned' };
      return { kind: 'wait', problem: error };
    }
  }

  private async workOrThrow(records: readonly LogRecord[], hold: Hold): Promise<WorkResult> {
    const { metrics, progress, handle, producer } = this.parts;
    const topic = this.parts.definition.topic;
    const timed = metrics.batchSeconds.startTimer({ topic });
    metrics.handledRecords.observe({ topic }, records.length);
    const { deliveries, undecodable } = this.decode(records);
    const signal = {
      partition: this.partition,
      aborted: () => hold.lost(),
      heartbeat: () => hold.heartbeat(),
    };
    const failuresMax = producer ? this.storm.failuresMax : Infinity;
    const handled = await handleBatch(deliveries, handle, signal, this.attempts, failuresMax);
    const givenUp = [...undecodable, ...handled.givenUp];

    const dead = new Set(givenUp.map(({ record }) => record.offset));
    const outcomes = records.map(({ offset }) => dead.has(offset));
    if (producer && (!handled.complete || this.storm.wouldBreak(outcomes))) {
      return { kind: 'storm', reason: stormReason(givenUp) };
    }

    await this.bury(givenUp);
    await producer?.publish(handled.publish, PUBLISH_WITHIN_MS);
    await hold.heartbeat();
    if (hold.lost()) return { kind: 'abandoned' };
    await progress.save(topic, this.partition, progressAfter(records.at(-1) as LogRecord));

    this.storm.passed(outcomes);
    this.attempts.clear();
    metrics.consumed.inc({ topic }, records.length);
    for (const { stage, reason } of givenUp) metrics.deadLetters.inc({ topic, stage, reason });
    timed();
    this.logHandled(records, dead);
    return { kind: 'done' };
  }

  private decode(records: readonly LogRecord[]): {
    deliveries: Delivery<T>[];
    undecodable: GivenUp[];
  } {
    const deliveries: Delivery<T>[] = [];
    const undecodable: GivenUp[] = [];
    for (const record of records) {
      const { topic, partition, offset, appendedAtMs } = record;
      try {
        const decoded = decodeEvent(this.parts.definition, record);
        const where = { topic, partition, offset, appendedAtMs, arrival: arrivalOf(record) };
        deliveries.push({ record, event: { ...decoded, ...where, attempts: 0 } });
      } catch (error) {
        const reason = error instanceof PermanentError ? error.code : 'undecodable';
        const detail = error instanceof Error ? error.message : String(error);
        undecodable.push({ record, stage: 'decode', reason, detail, attempts: 1 });
      }
    }
    return { deliveries, undecodable };
  }

  private async bury(givenUp: readonly GivenUp[]): Promise<void> {
    const { producer, groupId } = this.parts;
    if (givenUp.length === 0) return;
    const letters = givenUp.map((one) => deadLetterRecord(one, groupId, new Date()));
    await producer?.publishRaw(letters, PUBLISH_WITHIN_MS);
    this.logGivenUp(givenUp);
  }

  private logGivenUp(givenUp: readonly GivenUp[]): void {
    const { logger, definition, producer } = this.parts;
    for (const { record, stage, reason, detail } of givenUp.slice(0, LOGGED_LETTERS_MAX)) {
      const why = { stage, reason, detail: detail.slice(0, LOGGED_DETAIL_LENGTH_MAX) };
      logger.warn(
        { ...recordFields(record), ...why },
        producer ? 'dead letter' : 'record passed over',
      );
    }
    if (givenUp.length <= LOGGED_LETTERS_MAX) return;
    const { partition } = this;
    const count = givenUp.length - LOGGED_LETTERS_MAX;
    logger.warn(
      { topic: definition.topic, partition, count },
      `more ${producer ? 'dead letters' : 'records passed over'} in this batch`,
    );
  }

  /** So that one event can be followed by its trace id through every service, at debug. */
  private logHandled(records: readonly LogRecord[], dead: ReadonlySet<bigint>): void {
    const { logger } = this.parts;
    if (!logger.isLevelEnabled('debug')) return;
    for (const record of records) {
      if (!dead.has(record.offset)) logger.debug(recordFields(record), 'handled');
    }
  }
}

function stormReason(givenUp: readonly GivenUp[]): string {
  const last = givenUp.at(-1);
  const example = last === undefined ? '' : `, the latest ${last.reason}: ${last.detail}`;
  return `dead-letter storm, nothing more is dead-lettered until a person resumes${example}`;
}
