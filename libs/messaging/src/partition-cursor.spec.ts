import { fingerprintOf, positionIn } from './gap.ts';
import { PartitionCursor, progressAfter } from './partition-cursor.ts';
import type { LogRecord } from './records.ts';

function record(offset: number, value = `v${offset}`): LogRecord {
  return {
    topic: 't',
    partition: 0,
    offset: BigInt(offset),
    appendedAtMs: 1_000 + offset,
    key: null,
    value: Buffer.from(value),
    headers: {},
  };
}

const range = (from: number, to: number): LogRecord[] =>
  Array.from({ length: to - from }, (_, index) => record(from + index));

function placed(next: number, start = 0, end = 100): PartitionCursor {
  const cursor = new PartitionCursor();
  const position = positionIn(progressAfter(record(next - 1)), {
    start: BigInt(start),
    end: BigInt(end),
  });
  if (position.kind === 'gap') throw new Error(position.reason);
  cursor.place(position);
  return cursor;
}

describe('positionIn', () => {
  const progress = progressAfter(record(9));
  const at = (start: bigint, end: bigint) => positionIn(progress, { start, end });

  it('starts at the oldest record where nothing was recorded', () => {
    const position = positionIn(undefined, { start: 5n, end: 9n });
    expect(position).toEqual({ kind: 'at', readFrom: 5n, next: 5n });
  });

  it('reads again the record before the next one, to know that the log is the same', () => {
    const expected = fingerprintOf(record(9));
    expect(at(0n, 10n)).toEqual({ kind: 'at', readFrom: 9n, next: 10n, expected });
  });

  it('sees no gap where everything that expired was done', () => {
    expect(at(10n, 10n)).toEqual({ kind: 'at', readFrom: 10n, next: 10n });
    expect(at(10n, 25n)).toEqual({ kind: 'at', readFrom: 10n, next: 10n });
  });

  it('sees a gap where unread records expired, and where the log ends too early', () => {
    expect(at(11n, 25n)).toMatchObject({ kind: 'gap', reason: 'records 10 to 10 expired unread' });
    expect(at(0n, 9n)).toMatchObject({ kind: 'gap', reason: expect.stringMatching(/ends at 9/) });
  });
});

describe('fingerprintOf', () => {
  it('differs by time, key and value, and by which of the two is missing', () => {
    const base = record(1);
    const others = [
      { ...base, appendedAtMs: 1 },
      { ...base, value: Buffer.from('other') },
      { ...base, value: null, key: base.value },
      { ...base, key: Buffer.alloc(0) },
    ];
    expect(new Set([base, ...others].map(fingerprintOf)).size).toBe(5);
    expect(fingerprintOf({ ...base, offset: 99n } as LogRecord)).toBe(fingerprintOf(base));
  });
});

describe('PartitionCursor', () => {
  it('checks the record before the next one, leaves it out, and advances', () => {
    const cursor = placed(10);
    const accepted = cursor.accept(range(9, 13));
    expect(accepted).toEqual({ kind: 'next', records: range(10, 13) });
    cursor.advance(record(10));
    expect(cursor.next).toBe(11n);
    expect(cursor.accept(range(11, 12))).toEqual({ kind: 'next', records: range(11, 12) });
  });

  it('is content with a log that holds nothing new', () => {
    const cursor = placed(10);
    expect(cursor.accept(range(9, 10))).toEqual({ kind: 'next', records: [] });
    expect(cursor.accept(range(10, 11))).toEqual({ kind: 'next', records: range(10, 11) });
  });

  it('recognises another log', () => {
    const accepted = placed(10).accept([record(9, 'of the recreated topic'), record(10)]);
    expect(accepted).toMatchObject({ kind: 'other-log' });
  });

  it('believes no fetch that starts before or after what was asked for', () => {
    expect(placed(10).accept(range(0, 20))).toEqual({ kind: 'unexpected' });
    expect(placed(10, 10).accept(range(12, 20))).toEqual({ kind: 'unexpected' });
    const cursor = placed(10);
    cursor.accept(range(9, 10));
    cursor.advance(record(10));
    expect(cursor.accept(range(3, 20))).toEqual({ kind: 'unexpected' });
  });

  it('accepts missing offsets once the comparison with the log found no gap', () => {
    const cursor = placed(10, 10);
    expect(cursor.accept(range(12, 14))).toEqual({ kind: 'unexpected' });
    cursor.place({ kind: 'at', readFrom: 10n, next: 10n });
    expect(cursor.accept(range(12, 14))).toEqual({ kind: 'next', records: range(12, 14) });
  });

  it('treats the lack of the record before as another log, once looked at twice', () => {
    const cursor = placed(10);
    expect(cursor.accept(range(11, 14))).toEqual({ kind: 'unexpected' });
    cursor.place({ kind: 'at', readFrom: 9n, next: 10n, expected: 'x' });
    expect(cursor.accept(range(11, 14))).toMatchObject({ kind: 'other-log' });
  });
});
