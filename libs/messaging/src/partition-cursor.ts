import { fingerprintOf } from './gap.ts';
import type { Position } from './gap.ts';
import type { Progress } from './progress.ts';
import type { LogRecord } from './records.ts';

/** What to do with records that were fetched. */
export type Accepted =
  /** These are next, in order. May be empty. */
  | { readonly kind: 'next'; readonly records: readonly LogRecord[] }
  /** Not the offsets that were asked for: compare progress with the log again. */
  | { readonly kind: 'unexpected' }
  /** The record before the first one is not the one we processed. */
  | { readonly kind: 'other-log'; readonly reason: string };

/**
 * Knows which record of a partition is next, and believes a fetch only when it fits. The client
 * library jumps to another offset by itself when the one it wants is out of range.
 */
export class PartitionCursor {
  private position: Extract<Position, { kind: 'at' }> | undefined;
  /** An unexpected first offset that the comparison with the log found to be harmless. */
  private excused: bigint | undefined;

  /** Undefined until placed. */
  get next(): bigint | undefined {
    return this.position?.next;
  }

  /** Its fetch must start at `readFrom`. */
  place(position: Extract<Position, { kind: 'at' }>): void {
    this.position = position;
  }

  lift(): void {
    this.position = undefined;
  }

  /** After `next`, the following fetch must start at this cursor's `next`, even if none is done. */
  accept(fetched: readonly LogRecord[]): Accepted {
    const at = this.position;
    const [first] = fetched;
    if (at === undefined || first === undefined) return { kind: 'next', records: [] };
    if (first.offset < at.readFrom) return this.unexpected(first.offset);
    if (at.expected !== undefined && first.offset !== at.readFrom) {
      if (this.excused !== first.offset) return this.unexpected(first.offset);
      return { kind: 'other-log', reason: `record ${at.readFrom} is not in the log any more` };
    }
    if (at.expected !== undefined && fingerprintOf(first) !== at.expected) {
      const reason = `record ${first.offset} is another one than was processed: recreated?`;
      return { kind: 'other-log', reason };
    }
    this.position = { kind: 'at', readFrom: at.next, next: at.next };
    const records = fetched.filter(({ offset }) => offset >= at.next);
    const [next] = records;
    // Offsets are missing where a log was compacted or carried transactions: harmless, once checked.
    if (next !== undefined && next.offset > at.next && this.excused !== next.offset) {
      return this.unexpected(next.offset);
    }
    return { kind: 'next', records };
  }

  /** The record and all before it are done. */
  advance(record: LogRecord): void {
    const next = record.offset + 1n;
    this.position = { kind: 'at', readFrom: next, next };
    this.excused = undefined;
  }

  private unexpected(offset: bigint): Accepted {
    this.excused = offset;
    return { kind: 'unexpected' };
  }
}

/** What to record once the record and all before it are done. */
export function progressAfter(record: LogRecord): Progress {
  const { offset } = record;
  return { nextOffset: offset + 1n, last: { offset, fingerprint: fingerprintOf(record) } };
}
