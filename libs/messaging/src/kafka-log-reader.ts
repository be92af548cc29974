import { randomUUID } from 'node:crypto';
import { TransientError } from './errors.ts';
import { KafkaAdminConnection } from './kafka-admin-connection.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { GroupSession } from './kafka-group-session.ts';
import type { Fetched } from './kafka-group-session.ts';
import type { Platform } from './platform.ts';
import type { LogRecord } from './records.ts';
import { within } from './within.ts';

/** Nothing new for this long although the end is not reached: the broker is in trouble. */
const READ_WITHIN_MS = 60_000;

/**
 * Hands every record that is in the topic now to `each`, per partition in order, once, and
 * resolves when all were. Joins no group that means anything and leaves nothing behind.
 */
export async function readLog(
  settings: KafkaSettings,
  topic: string,
  each: (record: LogRecord) => void,
  platform: Platform,
): Promise<void> {
  const admin = new KafkaAdminConnection(settings, platform.logger);
  const open = new Map<number, { next: bigint; end: bigint }>();
  try {
    for (const { partition, start, end } of await admin.bounds(topic)) {
      if (start < end) open.set(partition, { next: start, end });
    }
  } finally {
    await admin.close();
  }
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
      READ_WITHIN_MS,
      Promise.race([finished, session.run(1)]),
      `reading ${topic}`,
    );
    if (ended !== undefined) throw new TransientError(`Reading ${topic}`, { cause: ended });
  } finally {
    await session.close();
  }
}
