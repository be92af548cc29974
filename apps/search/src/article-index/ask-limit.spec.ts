import { OverloadedError, TransientError } from '@warta/messaging';
import { AskLimit } from './ask-limit.ts';

/** Questions that are answered when the test says so, in the order in which they were asked. */
function questions(limit: AskLimit) {
  const open: (() => void)[] = [];
  const asked: number[] = [];
  let most = 0;
  const ask = (n: number) =>
    limit.run(async () => {
      asked.push(n);
      await new Promise<void>((resolve) => {
        open.push(resolve);
        most = Math.max(most, open.length);
      });
      return n;
    });
  const answerOne = async () => {
    open.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, asked, answerOne, most: () => most };
}

describe('questions to the index', () => {
  it('run a bounded number at once, wait in turn, and are refused above that', async () => {
    const { ask, asked, answerOne, most } = questions(
      new AskLimit({ runningMax: 2, waitingMax: 3, waitMsMax: 60_000 }),
    );
    const answers = [0, 1, 2, 3, 4].map((n) => ask(n));
    for (const n of [5, 6]) await expect(ask(n)).rejects.toThrow(OverloadedError);
    expect(asked).toEqual([0, 1]);
    for (let n = 0; n < 5; n += 1) await answerOne();
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4]);
    expect(asked).toEqual([0, 1, 2, 3, 4]);
    expect(most()).toBe(2);
    // All places are free again.
    const more = [7, 8].map((n) => ask(n));
    expect(asked.slice(-2)).toEqual([7, 8]);
    await answerOne();
    await answerOne();
    await Promise.all(more);
  });

  it('that fail give their place back', async () => {
    const limit = new AskLimit({ runningMax: 1, waitingMax: 0, waitMsMax: 1 });
    for (let n = 0; n < 3; n += 1) {
      const failing = limit.run(() => Promise.reject(new Error('away')));
      await expect(failing).rejects.toThrow('away');
    }
    expect(await limit.run(async () => 'answered')).toBe('answered');
  });

  it('that wait too long are refused as something to ask again, and asked of nobody', async () => {
    const { ask, asked, answerOne } = questions(
      new AskLimit({ runningMax: 1, waitingMax: 5, waitMsMax: 20 }),
    );
    const first = ask(0);
    await expect(ask(1)).rejects.toThrow(TransientError);
    await answerOne();
    expect(await first).toBe(0);
    expect(asked).toEqual([0]);
  });
});
