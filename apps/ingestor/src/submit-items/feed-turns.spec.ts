import { FeedTurns } from './feed-turns.ts';

const limits = { waitingMax: 4, waitMs: 20_000, refusal: 'Too much.' };

/** Pieces of work that end when the test lets them, in the order they began. */
function pieces(turns: FeedTurns) {
  const begun: string[] = [];
  let end: () => void = () => undefined;
  const told: Record<string, Promise<unknown>> = {};
  return {
    begun,
    told,
    push: (name: string) => {
      const work = () => {
        begun.push(name);
        return new Promise<string>((resolve) => (end = () => resolve('done')));
      };
      const [feed = ''] = name;
      told[name] = turns.run(feed, work).catch((error: { status?: number }) => error.status);
    },
    /** Ends the piece at work, and lets the next one begin. */
    endOne: async () => {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('turns of feeds', () => {
  it('let one piece of work run at a time, and a feed wait for one of another at most', async () => {
    const { begun, push, endOne } = pieces(new FeedTurns(limits));
    for (const name of ['a1', 'a2', 'a3', 'b1']) push(name);
    expect(begun).toEqual(['a1']);
    await endOne();
    expect(begun).toEqual(['a1', 'b1']);
    push('b2');
    push('c1');
    for (let n = 0; n < 5; n += 1) await endOne();
    expect(begun).toEqual(['a1', 'b1', 'a2', 'c1', 'b2', 'a3']);
    await endOne();
    push('a4');
    expect(begun.at(-1)).toBe('a4');
  });

  it('refuse a feed that has all places with 503, and give one of them to another', async () => {
    const { begun, told, push, endOne } = pieces(new FeedTurns(limits));
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) push(name);
    expect(await told['a6']).toBe(503);
    push('b1');
    expect(await told['a5']).toBe(503);
    push('b2');
    expect(await told['a4']).toBe(503);
    push('b3');
    expect(await told['b3']).toBe(503);
    for (let n = 0; n < 5; n += 1) await endOne();
    expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('go on after work that fails', async () => {
    const turns = new FeedTurns(limits);
    const broken = turns.run('a', () => Promise.reject(new Error('broken')));
    const next = turns.run('a', () => Promise.resolve(2));
    await expect(broken).rejects.toThrow('broken');
    await expect(next).resolves.toBe(2);
  });

  it('are not waited for longer than allowed, and a turn given up costs nobody theirs', async () => {
    const { begun, told, push, endOne } = pieces(new FeedTurns({ ...limits, waitMs: 20 }));
    push('a1');
    push('b1');
    expect(await told['b1']).toBe(503);
    await endOne();
    push('c1');
    expect(begun).toEqual(['a1', 'c1']);
  });
});
