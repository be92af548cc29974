import fc from 'fast-check';
import { DeadLetterStorm } from './dead-letter-storm.ts';

const dead = (count: number): boolean[] => new Array<boolean>(count).fill(true);
const good = (count: number): boolean[] => new Array<boolean>(count).fill(false);

describe('DeadLetterStorm', () => {
  it('bears 40 dead letters in 200 records and not one more', () => {
    const storm = new DeadLetterStorm();
    storm.passed([...dead(40), ...good(159)]);
    expect(storm.wouldBreak(dead(1))).toBe(true);
    expect(storm.wouldBreak(good(1))).toBe(false);
    storm.passed(good(1));
    expect(storm.wouldBreak(dead(1))).toBe(false);
  });

  it('breaks exactly when some 200 records in a row hold more than 40', () => {
    const batches = fc.array(
      fc.array(
        fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
        { maxLength: 120 },
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(batches, (all) => {
        const storm = new DeadLetterStorm();
        const past: boolean[] = [];
        for (const batch of all) {
          const broke = storm.wouldBreak(batch);
          const whole = [...past, ...batch];
          const windows = whole.map((_, end) => whole.slice(Math.max(0, end - 199), end + 1));
          expect(broke).toBe(windows.some((one) => one.filter(Boolean).length > 40));
          if (broke) return;
          storm.passed(batch);
          past.push(...batch);
        }
      }),
    );
  });

  it('lets the next 200 records pass once a person said so, and judges again after them', () => {
    const storm = new DeadLetterStorm();
    expect(storm.failuresMax).toBe(40);
    storm.excuse();
    expect(storm.failuresMax).toBe(Infinity);
    expect(storm.wouldBreak(dead(150))).toBe(false);
    storm.passed(dead(150));
    expect(storm.wouldBreak(dead(150))).toBe(false);
    storm.passed(dead(150));
    expect(storm.wouldBreak(dead(41))).toBe(true);
  });
});
