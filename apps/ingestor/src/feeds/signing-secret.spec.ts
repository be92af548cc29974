import { Access, SigningSecret } from '@warta/contracts';
import type { FeedRecord } from '@warta/contracts';
import { Sealer } from '@warta/service';
import { makeSecret, openSecret, refreshSeals } from './signing-secret.ts';

const [newest, older] = [Buffer.alloc(32, 'n'), Buffer.alloc(32, 'o')];
const createdAt = new Date('2026-11-23T08:00:00Z');
const under = (key: Buffer, feed = 'a') => makeSecret({ feed, createdAt }, new Sealer([key]));

describe('a signing secret', () => {
  it('that is made fits the standard, is another each time, and is only sealed in the record', () => {
    const { secret, record } = under(newest);
    expect(SigningSecret.parse(secret)).toBe(secret);
    expect(under(newest).secret).not.toBe(secret);
    expect(JSON.stringify(record)).not.toContain(secret.slice('whsec_'.length));
    expect(openSecret('a', record, new Sealer([newest]))).toBe(secret);
  });

  it.each([23, 65])('of %i bytes is refused, and not repeated', (bytes) => {
    const given = `whsec_${Buffer.alloc(bytes, 'x').toString('base64')}`;
    const make = () => makeSecret({ feed: 'a', given, createdAt }, new Sealer([newest]));
    expect(make).toThrow('fields that are not accepted');
    expect(make).not.toThrow(given);
  });
});

describe('a feed’s secrets', () => {
  const [first, second, ofHub] = [under(older), under(newest), under(older)];
  const at = createdAt.toISOString();
  const feed: FeedRecord = {
    ...{ kind: 'feed', feed: 'a', state: 'active', defaults: {}, junkLines: [] },
    secrets: [first.record, second.record],
    webSub: {
      ...{ hub: 'https://hub.example/', topic: 'https://news.example/', token: 'x'.repeat(32) },
      ...{ state: 'active', secret: ofHub.record, requestedAt: at },
    },
    ...{ createdAt: at, changedAt: at, changedBy: 'first-admin' },
  };

  it('move to the newest key with the next change, that of its hub too', () => {
    const after = refreshSeals(feed, new Sealer([newest, older]));
    expect(Access.schema.parse(after)).toEqual(after);
    const onlyNewest = new Sealer([newest]);
    const opened = after.secrets.map((secret) => openSecret('a', secret, onlyNewest));
    expect(opened).toEqual([first.secret, second.secret]);
    expect(after.webSub && openSecret('a', after.webSub.secret, onlyNewest)).toBe(ofHub.secret);
    expect(refreshSeals(after, new Sealer([newest, older]))).toEqual(after);
  });

  it('whose key was taken away too early stay, for when it comes back', () => {
    const after = refreshSeals(feed, new Sealer([newest]));
    const [lost] = after.secrets;
    expect(lost && openSecret('a', lost, new Sealer([newest]))).toBeUndefined();
    expect(lost && openSecret('a', lost, new Sealer([older]))).toBe(first.secret);
  });
});
