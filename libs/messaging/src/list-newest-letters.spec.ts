import fc from 'fast-check';
import { deadLetterRecord, discardedMark, readDeadLetter, readSettlement } from './dead-letter.ts';
import { listNewestLetters } from './list-newest-letters.ts';
import type { ReadLetters } from './list-newest-letters.ts';
import type { LogRecord, RawRecord } from './records.ts';

const PARTITIONS = 3;

function stored(record: RawRecord, offset: number): LogRecord {
  const headers = Object.entries(record.headers).map(([name, said]) => [name, Buffer.from(said)]);
  const facts = { headers: Object.fromEntries(headers), appendedAtMs: offset };
  return { ...record, ...facts, offset: BigInt(offset) };
}

function buried(partition: number, nth: number, atMs: number): RawRecord {
  const value = Buffer.from('v');
  const failed = stored({ topic: 't.v1', partition, key: null, value, headers: {} }, nth);
  const why = { stage: 'handle' as const, reason: 'bad', detail: '', attempts: 1 };
  return deadLetterRecord({ record: failed, ...why }, 'g', new Date(atMs));
}

function settled(partition: number, nth: number): RawRecord {
  const letter = readDeadLetter(stored(buried(partition, nth, 0), 0));
  if (letter === undefined) throw new Error('buried just before');
  return discardedMark(letter, { by: 'x', reason: 'y' });
}

/** Some records of a log; `read` counts those it hands over. */
class Log {
  readonly #partitions: LogRecord[][] = Array.from({ length: PARTITIONS }, () => []);
  readCount = 0;

  append(record: RawRecord): void {
    const log = this.#partitions[record.partition] ?? [];
    log.push(stored(record, log.length));
  }

  readonly read: ReadLetters = async (on, nextIn) => {
    const bounds = this.#partitions.map((log, partition) => {
      return { partition, start: 0n, end: BigInt(log.length) };
    });
    const next = nextIn(bounds, new Map());
    for (const [partition, log] of this.#partitions.entries()) {
      for (const record of log.slice(Number(next.get(partition) ?? 0n))) {
        this.readCount += 1;
        const settlement = readSettlement(record);
        const letter = readDeadLetter(record);
        if (settlement !== undefined) on.settled(settlement, new Date(0));
        else if (letter !== undefined) on.letter(letter);
      }
    }
  };
}

describe('the list of dead letters', () => {
  const steps = fc.array(
    fc.record({ partition: fc.nat(PARTITIONS - 1), nth: fc.nat(7), isDead: fc.boolean() }),
    { maxLength: 120 },
  );

  it('has those that failed last of all partitions, and says whether there are others', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (all, limit) => {
        const log = new Log();
        const open = new Map<string, number>();
        const dead = new Set<string>();
        for (const [atMs, { partition, nth, isDead }] of all.entries()) {
          const id = `t.v1/${partition}/${nth}`;
          // A record fails once, comes back as another, and is settled only behind it.
          if (isDead === dead.has(id)) continue;
          dead.add(id);
          log.append(isDead ? buried(partition, nth, atMs) : settled(partition, nth));
          if (isDead) open.set(id, atMs);
          else open.delete(id);
        }
        const newest = [...open].sort(([, one], [, other]) => one - other).slice(-limit);
        const { letters, more } = await listNewestLetters(log.read, { limit });
        expect(letters.map(({ id }) => id)).toEqual(newest.map(([id]) => id));
        if (open.size > limit) expect(more).toBe(true);
        if (log.readCount === 0) expect(more).toBe(false);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('reads no more of a long log than its end', async () => {
    const log = new Log();
    for (let nth = 0; nth < 3_000; nth += 1) log.append(buried(nth % PARTITIONS, nth, nth));
    const { letters, more } = await listNewestLetters(log.read, { limit: 5 });
    expect([letters.map(({ facts }) => facts.offset), more]).toEqual([
      ['2995', '2996', '2997', '2998', '2999'],
      true,
    ]);
    expect(log.readCount).toBeLessThan(100);
  });

  it('reads on back to the oldest where all that is newer is settled', async () => {
    const log = new Log();
    for (let nth = 0; nth < 300; nth += 1) log.append(buried(0, nth, nth));
    for (let nth = 1; nth < 300; nth += 1) log.append(settled(0, nth));
    const { letters, more } = await listNewestLetters(log.read, { limit: 5 });
    expect([letters.map(({ id }) => id), more]).toEqual([['t.v1/0/0'], false]);
  });
});
