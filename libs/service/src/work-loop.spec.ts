import { WorkLoop } from './work-loop.ts';

const NEVER_MS = 2 ** 31 - 1;

/** A loop whose rounds end when they are told to, with how long to wait, or by failing. */
function controlled(options: { firstWaitMs?: number; troubledWaitMs?: number } = {}) {
  const begun: PromiseWithResolvers<number>[] = [];
  const told: unknown[] = [];
  let onBegin: () => void = () => undefined;
  const loop = new WorkLoop({
    round: () => {
      const round = Promise.withResolvers<number>();
      begun.push(round);
      onBegin();
      return round.promise;
    },
    troubled: { waitMs: options.troubledWaitMs ?? 0, tell: (error) => told.push(error) },
    ...options,
  });
  const round = async (number: number): Promise<PromiseWithResolvers<number>> => {
    for (;;) {
      const one = begun[number - 1];
      if (one !== undefined) return one;
      await new Promise<void>((resolve) => (onBegin = resolve));
    }
  };
  return { loop, begun, round, told };
}

describe('a loop of work', () => {
  it('goes on at once when a round says that there is more', async () => {
    const { loop, round } = controlled();
    loop.start();
    (await round(1)).resolve(0);
    (await round(2)).resolve(NEVER_MS);
    await loop.stop();
  });

  it('is woken from its wait, also from the first', async () => {
    const { loop, round } = controlled({ firstWaitMs: NEVER_MS });
    loop.start();
    loop.wake();
    (await round(1)).resolve(NEVER_MS);
    await new Promise(setImmediate);
    loop.wake();
    (await round(2)).resolve(NEVER_MS);
    await loop.stop();
  });

  it('forgets no call that comes while a round is under way', async () => {
    const { loop, round } = controlled();
    loop.start();
    const first = await round(1);
    loop.wake();
    first.resolve(NEVER_MS);
    (await round(2)).resolve(NEVER_MS);
    await loop.stop();
  });

  it('tells of a round that fails, and goes on', async () => {
    const { loop, round, told } = controlled();
    loop.start();
    (await round(1)).reject(new Error('away'));
    (await round(2)).resolve(NEVER_MS);
    expect(told).toEqual([new Error('away')]);
    await loop.stop();
  });

  it('waits after a round that fails as it was told to', async () => {
    const { loop, round, begun } = controlled({ troubledWaitMs: NEVER_MS });
    loop.start();
    (await round(1)).reject(new Error('away'));
    await new Promise(setImmediate);
    expect(begun).toHaveLength(1);
    await loop.stop();
  });

  it('stops when the round that is under way has ended, and begins no other', async () => {
    const { loop, round, begun, told } = controlled();
    loop.start();
    const first = await round(1);
    let hasStopped = false;
    const stopping = loop.stop().then(() => (hasStopped = true));
    await new Promise(setImmediate);
    expect({ hasStopped, isAborted: loop.signal.aborted }).toEqual({
      hasStopped: false,
      isAborted: true,
    });
    first.reject(new Error('the store is closed'));
    await stopping;
    expect(begun).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('does nothing when it is stopped before its first round, or without a start', async () => {
    const { loop, begun } = controlled({ firstWaitMs: NEVER_MS });
    loop.start();
    await loop.stop();
    await controlled().loop.stop();
    expect(begun).toEqual([]);
  });
});
