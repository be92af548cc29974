import { setImmediate as turn } from 'node:timers/promises';
import { inTurns } from './in-turns.ts';

async function* numbers(): AsyncGenerator<number> {
  for (let at = 0; at < 10; at += 1) yield at;
}

describe('work on items in turns', () => {
  it('is done on each, never on more at a time than are allowed', async () => {
    const done: number[] = [];
    let [now, most] = [0, 0];
    await inTurns(numbers(), 2, async (item) => {
      most = Math.max(most, (now += 1));
      await turn();
      now -= 1;
      done.push(item);
    });
    expect(done.sort((a, b) => a - b)).toEqual([...Array(10).keys()]);
    expect(most).toBe(2);
  });

  it('has ended when its failure is told, and nothing is begun after it', async () => {
    const begun: number[] = [];
    let ended = 0;
    const working = inTurns(numbers(), 2, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error('no heartbeat');
      for (let turns = 0; turns < 5; turns += 1) await turn();
      ended += 1;
    });
    await expect(working).rejects.toThrow('no heartbeat');
    const then = begun.length;
    expect(ended).toBe(then - 1);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(begun).toHaveLength(then);
    expect(then).toBeLessThan(5);
  });
});
