import { randomUUID } from 'node:crypto';
import { TransientError } from './errors.ts';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { GroupSession } from './kafka-group-session.ts';
import type { Fetched } from './kafka-group-session.ts';
import type { Platform } from './platform.ts';
import type { LogRecord } from './records.ts';
import { within } from './within.ts';

/** Nothing new for this long although the end is not reached: the broker is in trouble. */
const READ_WITHIN_MS = 60_000;

/** A part of a topic's log, for somebody who waits for the answer. */
export interface LogPart {
  /** For the reading itself; then it fails. */
  readonly withinMs: number;
  readonly partitions: ReadonlySet<number>;
  /** Only what was appended at or after this time. */
  readonly sinceMs: number;
}

/** What is behind what somebody read before, or the end of it. */
export interface RestOfLog {
  /** For the reading itself, if less than for all of it. */
  readonly withinMs?: number;
  /** Nothing that was read before was appended later. */
  readonly newestMs?: number;
  /**
   * Asked once it is known what the log holds: by partition, where to go on; else at the oldest.
   * @param later by partition, the first record appended after `newestMs`, or the end;
   * empty when that is not said.
   */
  readonly nextIn: (
    bounds: readonly PartitionBounds[],
    later: ReadonlyMap<number, bigint>,
  ) => ReadonlyMap<number, bigint>;
}

interface Range {
  next: bigint;
  readonly end: bigint;
}

/**
 * Hands every record that is in the topic now to `each`, per partition in order, once, and
 * resolves when all were. Joins no group that means anything and leaves nothing behind. Of a part
 * in which there is nothing it joins none at all.
 * @throws TransientError when the broker is in trouble, or the part takes too long.
 */
export async function readLog(
  settings: KafkaSettings,
  topic: string,
  each: (record: LogRecord) => void,
  platform: Platform,
  part?: LogPart | RestOfLog,
): Promise<void> {
  const open = await rangesOf(settings, topic, platform, part);
  if (open.size === 0) return;

  let finish!: () => void;
  const finished = new Promise<Error | undefined>((resolve) => (finish = () => resolve(undefined)));
  const groupId = `${settings.clientId}.read.${randomUUID()}`;
  const fetched = async (batch: Fetched): Promise<void> => {
    const range = open.get(batch.partition);
    for (const record of batch.records) {
      if (range === undefined || record.offset < range.next || record.offset >= range.end) continue;
      each(record);
      range.next = record.offset + 1n;
    }
    const last = batch.records.at(-1);
    if (last === undefined) return;
    batch.continueAt(last.offset + 1n);
    if (range !== undefined && last.offset + 1n >= range.end) open.delete(batch.partition);
    if (open.size === 0) finish();
  };
  const session: GroupSession = new GroupSession(
    settings,
    { groupId, topic },
    {
      assigned: (partitions) => {
        for (const partition of partitions) {
          const range = open.get(partition);
          if (range === undefined) continue;
          session.seek(partition, range.next);
          session.resume(partition);
        }
      },
      fetched,
      sign: () => undefined,
    },
    platform.logger,
  );
  try {
    const ended = await within(
      part?.withinMs ?? READ_WITHIN_MS,
      Promise.race([finished, session.run(1)]),
      `reading ${topic}`,
    );
    if (ended !== undefined) throw new TransientError(`Reading ${topic}`, { cause: ended });
  } finally {
    await session.close();
  }
}

/** What is in the log now, by partition; only partitions with anything in them. */
async function rangesOf(
  settings: KafkaSettings,
  topic: string,
  platform: Platform,
  part: LogPart | RestOfLog | undefined,
): Promise<Map<number, Range>> {
  const admin = new KafkaAdminConnection(settings, platform.logger);
  try {
    const timed = part !== undefined && 'sinceMs' in part ? part : undefined;
    const rest = part !== undefined && 'nextIn' in part ? part : undefined;
    const datedMs =
      timed?.sinceMs ?? (rest?.newestMs === undefined ? undefined : rest.newestMs + 1);
    const dated =
      datedMs === undefined ? new Map<number, bigint>() : await admin.offsetsSince(topic, datedMs);
    const bounds = await admin.bounds(topic);
    const since = rest ? rest.nextIn(bounds, dated) : dated;
    const ranges = bounds
      .filter(({ partition }) => timed === undefined || timed.partitions.has(partition))
      .map(({ partition, start, end }): [number, Range] => {
        const from = since.get(partition) ?? start;
        return [partition, { next: from > start ? from : start, end }];
      });
    return new Map(ranges.filter(([, { next, end }]) => next < end));
  } finally {
    await admin.close();
  }
}
