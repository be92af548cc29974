import type { WebSubSubscription } from '@warta/contracts';
import { CallbackTokens } from './callback-tokens.ts';

const token = 't'.repeat(32);
const at = new Date(0).toISOString();
const subscription: WebSubSubscription = {
  ...{ hub: 'https://hub.example/', topic: 'https://news.example/', token, state: 'active' },
  ...{ secret: { secretId: 'abcd', sealed: 'x', createdAt: at }, requestedAt: at },
};
const OTHER = 'x'.repeat(32);

describe('a callback', () => {
  it('is known by feed and token, and by nothing less', async () => {
    const tokens = new CallbackTokens((feed) => (feed === 'a' ? subscription : undefined));
    expect(await tokens.find('a', token)).toBe(subscription);
    const none = [tokens.find('a', OTHER), tokens.find('b', token), tokens.find('a', '')];
    expect(await Promise.all(none)).toEqual([undefined, undefined, undefined]);
  });

  it('that another process has just stored is waited for', async () => {
    const read = new Map<string, WebSubSubscription>();
    const tokens = new CallbackTokens((feed) => read.get(feed));
    const found = tokens.find('a', token);
    read.set('a', subscription);
    expect(await found).toBe(subscription);
  });

  it('that nobody knows is waited for by some at a time, and hides no known one', async () => {
    const tokens = new CallbackTokens((feed) => (feed === 'a' ? subscription : undefined));
    const strangers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => tokens.find(n % 2 === 0 ? 'a' : 'nobody', OTHER)),
    );
    const refused = strangers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(42);
    expect(refused[0]).toMatchObject({ reason: { status: 503 } });
    const held = Array.from({ length: 8 }, () => tokens.find('a', OTHER));
    expect(await tokens.find('a', token)).toBe(subscription);
    await Promise.all(held);
  });
});
