import fc from 'fast-check';
import { DeadLetterFacts } from '@warta/contracts';
import {
  arrivalOf,
  arrivalOfLetter,
  deadLetterRecord,
  readDeadLetter,
  discardedMark,
  readSettlement,
  redrivenMark,
  redrivenRecord,
  settledLetter,
} from './dead-letter.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { LogRecord, RawRecord } from './records.ts';

const failedAt = new Date('2026-11-23T02:00:00.000Z');
const appendedAtMs = Date.parse('2026-11-22T01:00:00.000Z');

const bytes = fc.uint8Array({ maxLength: 50 }).map((one) => Buffer.from(one));
const records: fc.Arbitrary<LogRecord> = fc.record({
  topic: fc.constant('t.v1'),
  partition: fc.integer({ min: 0, max: 11 }),
  offset: fc.bigInt({ min: 0n, max: 2n ** 62n }),
  appendedAtMs: fc.constant(appendedAtMs),
  key: fc.option(bytes),
  value: fc.option(bytes),
  headers: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), bytes),
});

/** As the log would give it back. */
function stored(record: RawRecord, offset: bigint): LogRecord {
  const headers = Object.entries(record.headers).map(([name, said]) => [name, Buffer.from(said)]);
  return {
    ...record,
    headers: Object.fromEntries(headers),
    offset,
    appendedAtMs: appendedAtMs + 5,
  };
}

function bury(record: LogRecord, why: { reason?: string; detail?: string } = {}): DeadLetter {
  const givenUp = {
    record,
    stage: 'handle' as const,
    reason: 'bad',
    detail: '',
    attempts: 3,
    ...why,
  };
  const letter = readDeadLetter(stored(deadLetterRecord(givenUp, 'g', failedAt), 7n));
  if (letter === undefined) throw new Error('a dead letter reads back');
  return letter;
}

const plain = (headers: RawRecord['headers']): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(headers).map(([name, said]) => [name, Buffer.from(said)]));

describe('dead letters', () => {
  it('keep every byte of the record, and say where it was', () => {
    fc.assert(
      fc.property(records, (record) => {
        const letter = bury(record);
        expect(letter.id).toBe(`t.v1/${record.partition}/${record.offset}`);
        expect(letter.record.key).toEqual(record.key);
        expect(letter.record.value).toEqual(record.value);
        expect(letter.record.headers).toEqual({ ...record.headers });
        expect(Date.parse(letter.facts.appendedAt)).toBe(appendedAtMs);
      }),
    );
  });

  it('fit their contract whatever the reason and the detail say', () => {
    const [record] = fc.sample(records, 1) as [LogRecord];
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 5_000 }),
        fc.string(),
        (detail, reason) => {
          expect(() => DeadLetterFacts.parse(bury(record, { detail, reason }).facts)).not.toThrow();
        },
      ),
    );
    const half = bury(record, { detail: `${'x'.repeat(1_999)}\u{1f600}\u0000` });
    expect(half.facts.detail.isWellFormed()).toBe(true);
  });

  it('go back to their partition with their first arrival, through any number of failures', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 4 }), (record, rounds) => {
        let now = record;
        for (let round = 1; round <= rounds; round += 1) {
          const letter = bury(now);
          expect(letter.redrives).toBe(round - 1);
          const first = { atMs: appendedAtMs, partition: record.partition };
          expect(arrivalOfLetter(letter)).toEqual({ ...first, offset: `${record.offset}` });
          const again = redrivenRecord(letter);
          expect([again.topic, again.partition]).toEqual([record.topic, record.partition]);
          now = stored(again, record.offset + BigInt(round));
          const { partition, offset } = record;
          expect(arrivalOf(now)).toEqual({ atMs: appendedAtMs, partition, offset: `${offset}` });
        }
        expect(plain(now.headers)).toMatchObject(record.headers);
      }),
    );
  });

  it('are marked as re-driven by their id, and a mark is no letter', () => {
    const [record] = fc.sample(records, 1) as [LogRecord];
    const letter = bury(record);
    const mark = stored(redrivenMark(letter), 8n);
    expect(readSettlement(mark)).toEqual({ id: letter.id });
    expect(readDeadLetter(mark)).toBeUndefined();
  });

  it('believe no arrival that is malformed', () => {
    const headers = { 'warta-arrival': Buffer.from('soon/0/x') };
    const own = { headers, appendedAtMs: 5, partition: 1, offset: 2n };
    expect(arrivalOf(own)).toEqual({ atMs: 5, partition: 1, offset: '2' });
  });

  it('say who gave them up and why, until they are sent back after all', () => {
    const letter = bury(fc.sample(records, { seed: 1, numRuns: 1 })[0] as LogRecord);
    const discard = { by: 'k7f2m9x4', reason: 'a test push' };
    const settlement = readSettlement(stored(discardedMark(letter, discard), 8n));
    expect(settlement).toEqual({ id: letter.id, discard });
    const discarded = settledLetter(letter, settlement ?? { id: '' }, failedAt);
    expect(discarded).toMatchObject({ id: letter.id, discarded: { ...discard, at: failedAt } });
    const sentBack = settledLetter(discarded, { id: letter.id }, failedAt);
    expect(sentBack).toEqual({ ...letter, redrivenAt: failedAt });
  });
});
