import { ProblemError } from '@warta/service';
import { PushRates } from './push-rates.ts';

const rates = () => new PushRates({ keyArticlesPerMinute: 10, feedArticlesPerMinute: 6 });

const spend = async (limited: PushRates, key: string, feed: string, articles: number) =>
  (await limited.admit(key, feed, undefined)).spend(articles);

describe('rates of pushes', () => {
  it('count articles per key and per feed, and say what is left', async () => {
    const limited = rates();
    expect(await spend(limited, 'k', 'f', 4)).toEqual({
      'ratelimit-policy': '"key";q=10;w=60, "feed";q=6;w=60',
      ratelimit: '"key";r=6;t=60, "feed";r=2;t=60',
    });
    expect((await spend(limited, 'k', 'g', 1))['ratelimit']).toMatch(/^"key";r=5;.*"feed";r=5;/);
  });

  it('refuse with 429 and Retry-After once a limit is reached, others not', async () => {
    const limited = rates();
    await spend(limited, 'k', 'f', 6);
    const refusal = await limited.admit('k', 'f', undefined).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({
      status: 429,
      message: expect.stringContaining('The feed has pushed its 6 articles'),
      headers: {
        'retry-after': expect.stringMatching(/^[1-9]\d?$/),
        ratelimit: expect.stringContaining('"feed";r=0'),
      },
    });
    await expect(spend(limited, 'k', 'g', 1)).resolves.toBeDefined();
  });

  it('take a document larger than the limit once, whole', async () => {
    const limited = rates();
    await expect(spend(limited, 'k', 'f', 1_000)).resolves.toBeDefined();
    await expect(spend(limited, 'k', 'f', 1)).rejects.toMatchObject({ status: 429 });
  });

  it('count a request without any article too', async () => {
    const limited = rates();
    for (let n = 0; n < 6; n += 1) await spend(limited, 'k', 'f', 0);
    await expect(spend(limited, 'k', 'f', 0)).rejects.toMatchObject({ status: 429 });
  });

  it('count each of many requests that begin together, before any of them is read', async () => {
    const limited = rates();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => limited.admit('k', 'f', undefined)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    // Refused ones took nothing from the key, which may still push to other feeds.
    await expect(spend(limited, 'k', 'g', 1)).resolves.toMatchObject({
      ratelimit: expect.stringMatching(/^"key";r=3;/),
    });
  });

  it('count what came to nothing, and a quarter of a minute for what had to be stopped', async () => {
    const limited = rates();
    await limited.admit('k', 'f', undefined);
    expect(await (await limited.admit('k', 'f', undefined)).spendStopped()).toMatchObject({
      ratelimit: expect.stringMatching(/^"key";r=6;.*"feed";r=3;/),
    });
    const unread = await limited.admitUnread('k');
    expect(await unread.spend(1)).toMatchObject({
      ratelimit: expect.stringMatching(/^"key";r=5;/),
    });
  });

  it('are those of the feed when its record says so', async () => {
    const limited = rates();
    const record = { articlesPerMinute: 2 } as Parameters<PushRates['admit']>[2];
    await (await limited.admit('k', 'f', record)).spend(2);
    await expect(limited.admit('k', 'f', record)).rejects.toMatchObject({ status: 429 });
  });
});
