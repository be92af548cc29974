import { TakedownRates } from './takedown-rates.ts';

describe('takedowns', () => {
  it('are counted by key and by feed, and refused with what to do above their number', async () => {
    const rates = new TakedownRates();
    for (let n = 0; n < 600; n += 1) await rates.spend('key-1', 'feed-1');
    const refused = { status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } };
    await expect(rates.spend('key-1', 'feed-2')).rejects.toMatchObject(refused);
    await expect(rates.spend('key-2', 'feed-1')).rejects.toMatchObject(refused);
    await expect(rates.spend('key-1', 'feed-2')).rejects.toThrow(/taken down 600 articles/);
    expect(await rates.spend('key-2', 'feed-2')).toMatchObject({
      ratelimit: expect.stringContaining('r=599'),
    });
  });
});
