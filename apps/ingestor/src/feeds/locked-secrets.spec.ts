import type { FeedRecord } from '@warta/contracts';
import { Sealer } from '@warta/service';
import { feedsWithLockedSecrets } from './locked-secrets.ts';
import { makeSecret } from './signing-secret.ts';

const [older, newer] = [Buffer.alloc(32, 'o'), Buffer.alloc(32, 'n')];
const createdAt = new Date();
const at = createdAt.toISOString();
const sealedUnder = (key: Buffer, feed: string) =>
  makeSecret({ feed, createdAt }, new Sealer([key])).record;

function feed(name: string, more: Partial<FeedRecord>): FeedRecord {
  const about = { createdAt: at, changedAt: at, changedBy: 'first-admin' };
  return {
    ...{ kind: 'feed', feed: name, state: 'active', defaults: {}, junkLines: [], secrets: [] },
    ...about,
    ...more,
  };
}

describe('secrets that no sealing key opens', () => {
  const followed = (name: string, state: 'active' | 'ended') =>
    feed(name, {
      webSub: {
        ...{ hub: 'https://hub.example/', topic: 'https://news.example/', token: 'x'.repeat(32) },
        ...{ state, secret: sealedUnder(older, name), requestedAt: at },
      },
    });
  const expired = { ...sealedUnder(older, 'd'), expiresAt: new Date(0).toISOString() };
  const feeds = [
    feed('a', { secrets: [sealedUnder(newer, 'a'), sealedUnder(older, 'a')] }),
    feed('b', { secrets: [sealedUnder(newer, 'b')] }),
    followed('c', 'active'),
    feed('d', { secrets: [expired] }),
    followed('e', 'ended'),
    feed('f', {}),
  ];

  it('are told of feeds that still need them, their hubs’ too, until the key is back', () => {
    const now = Date.now();
    expect(feedsWithLockedSecrets(feeds, new Sealer([newer]), now)).toEqual(['a', 'c']);
    expect(feedsWithLockedSecrets(feeds, new Sealer([newer, older]), now)).toEqual([]);
  });
});
