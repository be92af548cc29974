import fc from 'fast-check';
import { deadLetterRecord, discardedMark, readDeadLetter, redrivenMark } from './dead-letter.ts';
import { OpenLetters } from './open-letters.ts';
import type { LogRecord, RawRecord } from './records.ts';

function stored(record: RawRecord, offset: number): LogRecord {
  const headers = Object.entries(record.headers).map(([name, said]) => [name, Buffer.from(said)]);
  const facts = { headers: Object.fromEntries(headers), appendedAtMs: 1_795_400_000_000 };
  return { ...record, ...facts, partition: 0, offset: BigInt(offset) };
}

const failed = (nth: number): LogRecord =>
  stored({ topic: 't.v1', partition: 0, key: null, value: Buffer.from('v'), headers: {} }, nth);

function buried(nth: number, at: number): LogRecord {
  const why = { stage: 'handle' as const, reason: 'bad', detail: '', attempts: 1 };
  return stored(deadLetterRecord({ record: failed(nth), ...why }, 'g', new Date(0)), at);
}

function settled(nth: number, at: number, isRedriven: boolean): LogRecord {
  const letter = readDeadLetter(buried(nth, 0));
  if (letter === undefined) throw new Error('buried just before');
  const mark = isRedriven ? redrivenMark(letter) : discardedMark(letter, { by: 'x', reason: 'y' });
  return stored(mark, at);
}

const bounds = (start: number, end: number) => [
  { partition: 0, start: BigInt(start), end: BigInt(end) },
];

describe('the account of open letters', () => {
  const log = fc
    .array(fc.record({ nth: fc.nat(5), is: fc.constantFrom('dead', 'sent', 'gone') }), {
      maxLength: 30,
    })
    .map((all) =>
      all.map(({ nth, is }, at) =>
        is === 'dead' ? buried(nth, at) : settled(nth, at, is === 'sent'),
      ),
    );

  it('comes to the same read in parts as read at once', () => {
    fc.assert(
      fc.property(log, fc.array(fc.nat(30)), (records, cuts) => {
        const whole = new OpenLetters();
        for (const record of records) whole.add(record);
        const parts = new OpenLetters();
        for (const end of [...cuts.sort((a, b) => a - b), records.length]) {
          parts.reconcile(bounds(0, records.length));
          const from = Number(parts.next.get(0) ?? 0n);
          for (const record of records.slice(from, end)) parts.add(record);
        }
        expect(parts.count).toEqual(whole.count);
        expect(whole.count.more).toBe(false);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('holds the newest, says that there are older ones, and reads anew when there is room', () => {
    const letters = new OpenLetters(4);
    for (let nth = 0; nth < 6; nth += 1) letters.add(buried(nth, nth));
    expect(letters.count).toEqual({ open: 4, more: true });
    for (const nth of [2, 3]) letters.add(settled(nth, 4 + nth, false));
    letters.reconcile(bounds(0, 8));
    expect(letters.next.get(0)).toBe(8n);
    letters.add(settled(4, 8, true));
    letters.reconcile(bounds(0, 9));
    expect([letters.count, letters.next.size]).toEqual([{ open: 0, more: false }, 0]);
  });

  it('forgets what the log has forgotten, and all of a topic that was made anew', () => {
    const letters = new OpenLetters(3);
    for (let nth = 0; nth < 4; nth += 1) letters.add(buried(nth, nth));
    expect(letters.count).toEqual({ open: 3, more: true });
    letters.reconcile(bounds(2, 4));
    expect(letters.count).toEqual({ open: 2, more: false });
    letters.reconcile(bounds(0, 1));
    expect([letters.count, letters.next.size]).toEqual([{ open: 0, more: false }, 0]);
  });
});
