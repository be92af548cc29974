import type { AccessV1, KeyRecord } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { ACCESS_STALE_MS, AccessBook, allowsFeed, hashKey, teamOf } from './access-book.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const KEY = 'wk_k7f2m9x4ab_secret';

const isKeyOfRecord = (event: AccessV1): event is KeyRecord =>
  event.kind === 'key' && event.keyId === record().keyId;

const record = (more: Partial<KeyRecord> = {}): KeyRecord => ({
  kind: 'key',
  keyId: 'k7f2m9x4ab',
  name: 'A system',
  sha256: hashKey(KEY),
  scopes: ['search:read'],
  feeds: ['one'],
  createdAt: '2026-11-23T07:00:00Z',
  ...more,
});

function currentBook(...events: AccessV1[]): AccessBook {
  const book = new AccessBook(hashKey('the first'));
  book.follow({ caughtUp: true, lastRefreshedAt: new Date(NOW) });
  for (const event of events) book.apply(event);
  return book;
}

describe('the book of keys', () => {
  it('lets a key in with its scopes, feeds, name and team', () => {
    const { name } = record();
    const decision = currentBook(record({ team: 'pasar' })).decide(KEY, NOW);
    expect(decision).toEqual({
      kind: 'caller',
      caller: {
        keyId: 'k7f2m9x4ab',
        scopes: ['search:read'],
        feeds: ['one'],
        name,
        team: 'pasar',
      },
    });
  });

  it('counts a key that names no team to the desk', () => {
    const decision = currentBook(record()).decide(KEY, NOW);
    expect(decision.kind === 'caller' && teamOf(decision.caller)).toBe('desk');
  });

  it('lets the first admin in everywhere, by the hash in the configuration', () => {
    const decision = currentBook().decide('the first', NOW);
    expect(decision).toMatchObject({ kind: 'caller', caller: { feeds: 'all' } });
    if (decision.kind === 'caller') expect(allowsFeed(decision.caller, 'any')).toBe(true);
  });

  it.each([
    ['an unknown key', record(), 'wk_other_secret'],
    ['a revoked key', record({ revokedAt: '2026-11-23T07:30:00Z' }), KEY],
    ['an expired key', record({ expiresAt: '2026-11-23T08:00:00Z' }), KEY],
    ['a key of absurd length', record(), 'x'.repeat(10_000)],
    ['the hash in place of the key', record(), record().sha256],
  ])('does not know %s', (_name, event, key) => {
    expect(currentBook(event).decide(key, NOW).kind).toBe('unknown');
  });

  it('tells when who was let in would no longer be', () => {
    const book = currentBook(record({ expiresAt: '2026-11-23T09:00:00Z' }));
    const decision = book.decide(KEY, NOW);
    if (decision.kind !== 'caller') throw new Error('the key is good');
    expect(book.isStillOpen(decision.caller, 'search:read', NOW)).toBe(true);
    expect(book.isStillOpen(decision.caller, 'admin', NOW)).toBe(false);
    expect(book.isStillOpen(decision.caller, 'search:read', NOW + 3_600_000)).toBe(false);
    book.apply(record({ revokedAt: '2026-11-23T08:30:00Z' }));
    expect(book.isStillOpen(decision.caller, 'search:read', NOW)).toBe(false);
  });

  it('forgets the former hash of a key that was made anew', () => {
    const book = currentBook(record(), record({ sha256: hashKey('another') }));
    expect(book.decide(KEY, NOW).kind).toBe('unknown');
    expect(book.decide('another', NOW).kind).toBe('caller');
  });

  it('says unavailable, never unknown, before the topic is read and when it is stale', () => {
    const book = new AccessBook(hashKey('the first'));
    expect(book.decide(KEY, NOW).kind).toBe('unavailable');
    book.follow({ caughtUp: true, lastRefreshedAt: new Date(NOW - ACCESS_STALE_MS - 1) });
    expect(book.decide(KEY, NOW).kind).toBe('unavailable');
    book.follow({ caughtUp: true, lastRefreshedAt: new Date(NOW - ACCESS_STALE_MS + 1) });
    expect(book.decide(KEY, NOW).kind).toBe('unknown');
  });

  it('lists keys oldest first, revoked ones too', () => {
    const older = record({
      keyId: 'older12345',
      createdAt: '2026-11-22T00:00:00Z',
      sha256: hashKey('o'),
    });
    const ids = currentBook(record({ revokedAt: '2026-11-23T07:30:00Z' }), older).list();
    expect(ids.map(({ keyId }) => keyId)).toEqual(['older12345', 'k7f2m9x4ab']);
  });

  it('tells when a change was read back, or that it was not in time', async () => {
    const book = currentBook();
    const seen = book.readBack(isKeyOfRecord, 5_000);
    book.apply(record());
    expect((await seen).keyId).toBe(record().keyId);
    await expect(book.readBack(isKeyOfRecord, 10)).rejects.toBeInstanceOf(TransientError);
  });
});
