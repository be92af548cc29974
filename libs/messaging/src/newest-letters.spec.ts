import { deadLetterRecord, readDeadLetter } from './dead-letter.ts';
import type { DeadLetter } from './dead-letter.ts';
import { letterBytes, NewestLetters } from './newest-letters.ts';

function letter(offset: number, valueBytes = 10, failedAtMs = offset): DeadLetter {
  const record = {
    topic: 't.v1',
    partition: 0,
    offset: BigInt(offset),
    appendedAtMs: 1_795_400_000_000,
    key: Buffer.from('k'),
    value: Buffer.alloc(valueBytes),
    headers: {},
  };
  const why = { stage: 'handle' as const, reason: 'no-good', detail: '', attempts: 1 };
  const buried = deadLetterRecord({ record, ...why }, 'group', new Date(failedAtMs));
  const headers = Object.entries(buried.headers).map(([name, said]) => [name, Buffer.from(said)]);
  const read = readDeadLetter({ ...record, ...buried, headers: Object.fromEntries(headers) });
  if (read === undefined) throw new Error('written just before');
  return read;
}

const offsets = (newest: NewestLetters) => newest.letters.map(({ facts }) => Number(facts.offset));

describe('the newest letters', () => {
  it('are bounded by number, and say how many there was no room for', () => {
    const newest = new NewestLetters({ count: 2, bytes: 1e9 });
    for (const offset of [1, 2, 3, 4]) newest.add(letter(offset));
    expect([offsets(newest), newest.older]).toEqual([[3, 4], 2]);
    newest.delete('t.v1/0/1');
    expect(newest.older).toBe(1);
    expect(newest.delete('t.v1/0/3')).toBe(true);
    newest.add(letter(5));
    expect([offsets(newest), newest.older]).toEqual([[4, 5], 1]);
  });

  it('are bounded by bytes, whatever comes and goes, with room for one of any size', () => {
    const bytes = 3 * letterBytes(letter(0, 1_000));
    const newest = new NewestLetters({ count: 1_000, bytes });
    for (let offset = 0; offset < 50; offset += 1) {
      newest.add(letter(offset, 1_000));
      if (offset % 3 === 0) newest.delete(`t.v1/0/${offset}`);
      const held = newest.letters.reduce((sum, one) => sum + letterBytes(one), 0);
      expect(held).toBeLessThanOrEqual(bytes);
    }
    expect(newest.letters).toHaveLength(3);
    newest.add(letter(99, 1_000_000));
    expect(offsets(newest)).toEqual([99]);
    newest.add(letter(100));
    expect(offsets(newest)).toEqual([100]);
  });

  it('are those that failed last, in whichever order the partitions are read', () => {
    const newest = new NewestLetters({ count: 3, bytes: 1e9 });
    for (const failedAtMs of [40, 50, 60, 10, 20, 30, 55]) {
      newest.add(letter(failedAtMs, 10, failedAtMs));
    }
    expect([offsets(newest), newest.older]).toEqual([[50, 55, 60], 4]);
  });

  it('hold a letter that was written twice once', () => {
    const newest = new NewestLetters({ count: 2, bytes: 1e9 });
    for (const offset of [1, 2, 1, 2]) newest.add(letter(offset));
    expect([offsets(newest), newest.older]).toEqual([[1, 2], 0]);
  });
});
