import fc from 'fast-check';
import { deadLetterRecord, discardedMark, readDeadLetter, redrivenMark } from './dead-letter.ts';
import { OpenLetters } from './open-letters.ts';
import type { LogRecord, RawRecord } from './records.ts';

const APPENDED_AT_MS = 1_795_400_000_000;

function stored(record: RawRecord, offset: number): LogRecord {
  const headers = Object.entries(record.headers).map(([name, said]) => [name, Buffer.from(said)]);
  const facts = { headers: Object.fromEntries(headers), appendedAtMs: APPENDED_AT_MS };
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

const numbers = (count: number) => Array.from({ length: count }, (_, nth) => nth);

const bounds = (start: number, end: number) => [
  { partition: 0, start: BigInt(start), end: BigInt(end) },
];

/** @returns how many records were read. */
function readOn(letters: OpenLetters, records: readonly LogRecord[]): number {
  letters.reconcile(bounds(0, records.length));
  const rest = records.slice(Number(letters.next.get(0) ?? 0n));
  for (const record of rest) letters.add(record);
  return rest.length;
}

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

  it('finds the older ones once the newest are settled, and then reads on as before', () => {
    const letters = new OpenLetters(4);
    const records = numbers(8).map((nth) => buried(nth, nth));
    records.push(...numbers(4).map((nth) => settled(4 + nth, 8 + nth, false)));
    expect([1, 2, 3].map(() => readOn(letters, records))).toEqual([12, 12, 0]);
    expect(letters.count).toEqual({ open: 4, more: false });
    records.push(settled(0, 12, true));
    expect([readOn(letters, records), letters.count]).toEqual([1, { open: 3, more: false }]);
  });

  it('comes to a rest however many are settled, and says when it does not count them all', () => {
    const letters = new OpenLetters(2);
    const records = numbers(40).map((nth) => buried(nth, nth));
    records.push(...numbers(38).map((nth) => settled(2 + nth, 40 + nth, false)));
    const reads = numbers(4).map(() => readOn(letters, records));
    expect(reads.slice(2)).toEqual([0, 0]);
    expect(letters.count.more).toBe(true);
  });

  it('counts what is open, at least half of what it may, wherever the settled ones are', () => {
    const many = fc.array(fc.record({ nth: fc.nat(11), isDead: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(many, (all) => {
        const records = all.map(({ nth, isDead }, at) =>
          isDead ? buried(nth, at) : settled(nth, at, false),
        );
        const [letters, whole] = [new OpenLetters(3), new OpenLetters()];
        for (const record of records) whole.add(record);
        const reads = numbers(14).map(() => readOn(letters, records));
        expect(reads.at(-1)).toBe(0);
        const { open, more } = letters.count;
        expect(open).toBeLessThanOrEqual(whole.count.open);
        expect(open).toBeGreaterThanOrEqual(Math.min(whole.count.open, 2));
        if (!more) expect(open).toBe(whole.count.open);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('reads a long log through before it begins anew', () => {
    const letters = new OpenLetters(2);
    const records = numbers(4).map((nth) => buried(nth, nth));
    records.push(...numbers(2).map((nth) => settled(2 + nth, 4 + nth, false)));
    letters.reconcile(bounds(0, 8));
    for (const record of records) letters.add(record);
    letters.reconcile(bounds(0, 8));
    expect(letters.next.get(0)).toBe(6n);
  });

  it('knows a topic that was made anew by its start, also when it is as long as the one before', () => {
    const letters = new OpenLetters();
    letters.reconcile(bounds(5, 7));
    for (const nth of [5, 6]) letters.add(buried(nth, nth));
    letters.reconcile(bounds(0, 9));
    expect([letters.count.open, letters.next.size]).toEqual([0, 0]);
    for (const nth of [0, 1]) letters.add(buried(nth, nth));
    letters.reconcile(bounds(3, 9));
    expect([letters.count.open, letters.next.size]).toEqual([0, 0]);
  });

  it('knows a topic that was made anew by when its first were appended, however long it is', () => {
    const letters = new OpenLetters();
    letters.reconcile(bounds(0, 2), new Map([[0, 2n]]));
    for (const nth of [0, 1]) letters.add(buried(nth, nth));
    expect(letters.newestMs).toBe(APPENDED_AT_MS);
    letters.reconcile(bounds(0, 9), new Map([[0, 2n]]));
    expect([letters.count.open, letters.next.size]).toEqual([2, 1]);
    letters.reconcile(bounds(0, 9), new Map([[0, 0n]]));
    expect([letters.count.open, letters.next.size, letters.newestMs]).toEqual([0, 0, 0]);
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
