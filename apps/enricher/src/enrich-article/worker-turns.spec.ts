import { setTimeout as sleep } from 'node:timers/promises';
import { OverloadedError } from '@warta/messaging';
import { WorkerTurns } from './worker-turns.ts';

/** Work that ends when the test says so. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

/** Lets everything go on that can. */
const settled = () => sleep(0);

describe('the turns at the workers', () => {
  it('let no more be worked on than there are workers, articles in their order', async () => {
    const turns = new WorkerTurns(2);
    const started: number[] = [];
    const works = [held(), held(), held(), held()];
    const done = works.map(({ work }, at) =>
      turns.forArticle(() => {
        started.push(at);
        return work();
      }),
    );
    await settled();
    expect(started).toEqual([0, 1]);
    works[1]?.end();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    await Promise.all(done);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('serve a caller before the articles that wait, and one caller at a time', async () => {
    const turns = new WorkerTurns(2);
    const started: string[] = [];
    const first = held();
    const others = [held(), held(), held(), held()];
    const [article, caller, secondCaller, secondArticle] = others;
    const all = [turns.forArticle(first.work), turns.forArticle(first.work)];
    all.push(turns.forArticle(() => (started.push('article'), article!.work())));
    all.push(turns.forArticle(() => (started.push('article'), secondArticle!.work())));
    all.push(turns.forCaller(() => (started.push('caller'), caller!.work())));
    all.push(turns.forCaller(() => (started.push('caller'), secondCaller!.work())));
    await settled();
    expect(started).toEqual([]);
    first.end();
    await settled();
    expect(started).toEqual(['caller', 'article']);
    for (const { end } of others) end();
    await Promise.all(all);
    expect(started.filter((who) => who === 'caller')).toHaveLength(2);
  });

  it('leave articles most of the time of the only worker, however many callers come', async () => {
    let nowMs = 0;
    const turns = new WorkerTurns(1, { waitingMax: 100, waitMsMax: 60_000 }, () => nowMs);
    const spentMs = { article: 0, caller: 0 };
    const spend = (who: keyof typeof spentMs, ms: number) => async () => {
      await settled();
      nowMs += ms;
      spentMs[who] += ms;
    };
    const callers = Array.from({ length: 10 }, () => turns.forCaller(spend('caller', 10)));
    const articles = Array.from({ length: 80 }, () => turns.forArticle(spend('article', 5)));
    await Promise.all(articles);
    expect(spentMs.article).toBeGreaterThan(2 * spentMs.caller);
    expect(spentMs.caller).toBeGreaterThan(0);
    await Promise.all(callers);
  });

  it('refuse a caller when too many wait or it waited too long, and serve the next one', async () => {
    const turns = new WorkerTurns(1, { waitingMax: 2, waitMsMax: 20 });
    const busy = held();
    const article = turns.forArticle(busy.work);
    const callers = await Promise.allSettled(
      [1, 2, 3].map((number) => turns.forCaller(async () => number)),
    );
    for (const caller of callers) {
      expect(caller).toMatchObject({ status: 'rejected', reason: expect.any(OverloadedError) });
    }
    busy.end();
    await article;
    expect(await turns.forCaller(async () => 'served')).toBe('served');
  });

  it('go on after work that fails', async () => {
    const turns = new WorkerTurns(1);
    const failing = async () => {
      throw new RangeError('as asked');
    };
    await expect(turns.forArticle(failing)).rejects.toThrow('as asked');
    await expect(turns.forCaller(failing)).rejects.toThrow('as asked');
    expect(await turns.forCaller(async () => 'caller')).toBe('caller');
    expect(await turns.forArticle(async () => 'article')).toBe('article');
  });
});
