import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.ts';

const limits = { runningMax: 2, waitingMax: 3, waitMs: 10_000, refusal: 'Too much.' };

/** Work that ends when the test lets it. */
function held() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => async () => {
    begun.push(n);
    await new Promise<void>((resolve) => ends.push(resolve));
    return n;
  };
  return { begun, ends, work };
}

describe('turns', () => {
  it('let so much run at a time, and the rest in the order it came', async () => {
    const turns = new Turns(limits);
    const { begun, ends, work } = held();
    const all = [1, 2, 3, 4, 5].map((n) => turns.run(work(n)));
    await sleep(1);
    expect(begun).toEqual([1, 2]);
    for (let n = 0; n < 5; n += 1) {
      while (ends.length <= n) await sleep(1);
      ends[n]?.();
    }
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuse what is too much with 503, and go on after work that fails', async () => {
    const turns = new Turns({ ...limits, runningMax: 1, waitingMax: 1 });
    const { ends, work } = held();
    const first = turns.run(work(1));
    const second = turns.run(() => Promise.reject(new Error('broken')));
    await expect(turns.run(work(3))).rejects.toMatchObject({ status: 503, message: 'Too much.' });
    ends[0]?.();
    await expect(first).resolves.toBe(1);
    await expect(second).rejects.toThrow('broken');
    await expect(turns.run(() => Promise.resolve(4))).resolves.toBe(4);
  });

  it('are not waited for longer than allowed, and a turn given up costs nobody theirs', async () => {
    const turns = new Turns({ ...limits, runningMax: 1, waitMs: 20 });
    const { ends, work } = held();
    const first = turns.run(work(1));
    await expect(turns.run(work(2))).rejects.toMatchObject({ status: 503 });
    ends[0]?.();
    await first;
    await expect(turns.run(() => Promise.resolve(3))).resolves.toBe(3);
  });
});
