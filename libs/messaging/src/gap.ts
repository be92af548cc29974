import { createHash } from 'node:crypto';
import type { Progress } from './progress.ts';
import type { LogRecord } from './records.ts';

/** Where to go on reading a partition, or why nobody should without asking a person. */
export type Position =
  | {
      readonly kind: 'at';
      /** Offset to read from: the record before `next`, where it still exists and is known. */
      readonly readFrom: bigint;
      /** First offset that is not done. */
      readonly next: bigint;
      /** The record at `readFrom` must have this fingerprint. */
      readonly expected?: string;
    }
  | { readonly kind: 'gap'; readonly reason: string };

/**
 * Compares recorded progress with what the log holds. A log that starts after it has lost records
 * we never read; one that ends before it is another log than we read, and so is one whose record
 * before it differs, which only reading shows. Expired records that we have done are no gap.
 */
export function positionIn(
  progress: Progress | undefined,
  log: { readonly start: bigint; readonly end: bigint },
): Position {
  if (progress === undefined) return { kind: 'at', readFrom: log.start, next: log.start };
  const { nextOffset: next, last } = progress;
  if (log.start > next) {
    return { kind: 'gap', reason: `records ${next} to ${log.start - 1n} expired unread` };
  }
  if (log.end < next) {
    const reason = `the log ends at ${log.end}, before the recorded progress ${next}: recreated?`;
    return { kind: 'gap', reason };
  }
  if (last === undefined || last.offset < log.start) return { kind: 'at', readFrom: next, next };
  return { kind: 'at', readFrom: last.offset, next, expected: last.fingerprint };
}

const FINGERPRINT_LENGTH = 32;

/** Tells two records apart that could stand at the same offset of two logs. */
export function fingerprintOf(record: Pick<LogRecord, 'key' | 'value' | 'appendedAtMs'>): string {
  const hash = createHash('sha256').update(`${record.appendedAtMs}`);
  for (const bytes of [record.key, record.value]) {
    hash.update(bytes === null ? '|null' : `|${bytes.length}|`);
    if (bytes !== null) hash.update(bytes);
  }
  return hash.digest('hex').slice(0, FINGERPRINT_LENGTH);
}
