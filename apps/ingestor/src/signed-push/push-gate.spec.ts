import { createHmac } from 'node:crypto';
import type { FeedRecord } from '@warta/contracts';
import { AccessBook, hashKey, ProblemError, Sealer } from '@warta/service';
import { pino } from 'pino';
import { withSecret } from '../feeds/feed-record.ts';
import { makeSecret, webhookKeyOf } from '../feeds/signing-secret.ts';
import { PushGate } from './push-gate.ts';
import type { SignedRequest } from './push-gate.ts';

const sealer = new Sealer([Buffer.alloc(32, 'k')]);
const logger = pino({ level: 'silent' });
const HOUR_MS = 3_600_000;

function aFeed(feed: string, more: Partial<FeedRecord> = {}): FeedRecord {
  const at = new Date().toISOString();
  const about = { createdAt: at, changedAt: at, changedBy: 'first-admin' };
  return {
    ...{ kind: 'feed', feed, state: 'active', defaults: {}, junkLines: [], secrets: [], ...about },
    ...more,
  };
}

const made = (feed: string) => makeSecret({ feed, createdAt: new Date() }, sealer);

function gateWith(...feeds: FeedRecord[]): PushGate {
  const book = new AccessBook(hashKey('the first'));
  book.follow({ caughtUp: true, lastRefreshedAt: new Date() });
  for (const feed of feeds) book.apply(feed);
  return new PushGate({ book, sealer, logger });
}

function signed(secret: string, more: Partial<SignedRequest> = {}): SignedRequest {
  const request = { method: 'POST', target: '/v1/feeds/a/items', body: Buffer.from('{}'), ...more };
  const content =
    request.method === 'DELETE' ? `DELETE ${request.target}` : request.body.toString();
  const timestamp = Math.floor(Date.now() / 1_000);
  const mac = createHmac('sha256', webhookKeyOf(secret)).update(`msg_1.${timestamp}.${content}`);
  const signature = `v1,${mac.digest('base64')}`;
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  };
  return { ...request, headers };
}

const statusOf = (work: () => unknown): number => {
  try {
    work();
    return 200;
  } catch (error) {
    return error instanceof ProblemError ? error.status : 500;
  }
};

describe('a feed with a secret', () => {
  const { secret, record } = made('a');
  const gate = gateWith(aFeed('a', { secrets: [record] }));
  const unsigned: SignedRequest = { ...signed(secret), headers: {} };

  it('is let in when it signs, with or without a key, as itself alone', () => {
    expect(gate.admit('a', signed(secret))).toMatchObject({ feed: 'a' });
    expect(gate.callerBySignature('a', signed(secret))).toEqual({
      keyId: 'feed:a',
      scopes: ['articles:write'],
      feeds: ['a'],
    });
  });

  it('is refused unsigned, and told what to send, whatever its key', () => {
    expect(statusOf(() => gate.admit('a', unsigned))).toBe(401);
    expect(() => gate.admit('a', unsigned)).toThrow(/webhook-signature of Standard Webhooks/);
  });

  it('is refused with the secret of another feed, and of a feed that has none', () => {
    const other = made('b');
    const both = gateWith(aFeed('a', { secrets: [record] }), aFeed('b'));
    expect(statusOf(() => both.admit('a', signed(other.secret)))).toBe(401);
    expect(statusOf(() => both.callerBySignature('b', signed(secret)))).toBe(401);
    expect(statusOf(() => both.callerBySignature('nobody', signed(secret)))).toBe(401);
  });

  it('cannot use a sealed secret that was moved over from another feed', () => {
    const moved = gateWith(aFeed('b', { secrets: [record] }));
    expect(statusOf(() => moved.admit('b', signed(secret)))).toBe(503);
  });

  it('tells strangers the same as one that does not sign or is not registered', () => {
    const other = made('b').secret;
    const words = (feed: string, request: SignedRequest) => {
      try {
        gateWith(aFeed('a', { secrets: [record] }), aFeed('b')).callerBySignature(feed, request);
      } catch (error) {
        return (error as Error).message.replaceAll(`feed ${feed} `, 'feed ');
      }
      return 'let in';
    };
    const late = signed(other);
    const wrongs: SignedRequest[] = [
      signed(other),
      { ...late, headers: { ...late.headers, 'webhook-timestamp': '1' } },
      { ...late, headers: { 'x-hub-signature': `sha256=${'0'.repeat(64)}` } },
      { ...late, headers: { 'x-hub-signature': 'sha256=0' } },
    ];
    for (const wrong of wrongs) {
      const answers = ['a', 'b', 'nobody'].map((feed) => words(feed, wrong));
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('must be signed');
    }
  });

  it('whose secret cannot be opened is neither let in nor refused, and strangers hear no reason', () => {
    const lost = new AccessBook(hashKey('the first'));
    lost.follow({ caughtUp: true, lastRefreshedAt: new Date() });
    lost.apply(aFeed('a', { secrets: [record] }));
    const other = new Sealer([Buffer.alloc(32, 'o')]);
    const locked = new PushGate({ book: lost, sealer: other, logger });
    expect(statusOf(() => locked.callerBySignature('a', signed(secret)))).toBe(503);
    expect(() => locked.callerBySignature('a', signed(secret))).not.toThrow(/WARTA_SEALING_KEYS/);
    expect(() => locked.admit('a', signed(secret))).toThrow(/WARTA_SEALING_KEYS/);
  });

  it('signs the address of a takedown, so that it does for no other article', () => {
    const takedown = signed(secret, {
      method: 'DELETE',
      target: '/v1/feeds/a/articles?id=1',
      body: Buffer.alloc(0),
    });
    expect(statusOf(() => gate.admit('a', takedown))).toBe(200);
    const other = { ...takedown, target: '/v1/feeds/a/articles?id=2' };
    expect(statusOf(() => gate.admit('a', other))).toBe(401);
  });
});

describe('a rotated secret', () => {
  const older = made('a');
  const newer = made('a');
  const nowMs = Date.now();
  const withOlder = aFeed('a', { secrets: [older.record] });

  it('counts beside the new one until its end, and not from then on', () => {
    const rotated = withSecret(withOlder, newer.record, { overlapHours: 1 }, nowMs);
    for (const { secret } of [older, newer]) {
      expect(statusOf(() => gateWith(rotated).admit('a', signed(secret)))).toBe(200);
    }
    const later = withSecret(withOlder, newer.record, { overlapHours: 1 }, nowMs - HOUR_MS - 1);
    expect(statusOf(() => gateWith(later).admit('a', signed(newer.secret)))).toBe(200);
    expect(statusOf(() => gateWith(later).admit('a', signed(older.secret)))).toBe(401);
  });

  it('never lives longer than it would have', () => {
    const once = withSecret(withOlder, newer.record, { overlapHours: 1 }, nowMs);
    const twice = withSecret(once, made('a').record, { overlapHours: 24 }, nowMs);
    expect(twice.secrets[0]?.expiresAt).toBe(once.secrets[0]?.expiresAt);
  });

  it('that was the last and has expired opens nothing: only an admin ends signing', () => {
    const expired = { ...older.record, expiresAt: new Date(nowMs - 1).toISOString() };
    const gate = gateWith(aFeed('a', { secrets: [expired] }));
    const unsigned = { ...signed(older.secret), headers: {} };
    expect(statusOf(() => gate.admit('a', unsigned))).toBe(401);
    expect(statusOf(() => gate.admit('a', signed(older.secret)))).toBe(401);
    expect(statusOf(() => gateWith(aFeed('a')).admit('a', unsigned))).toBe(200);
  });
});

describe('any feed', () => {
  const unsigned = { ...signed(made('a').secret), headers: {} };

  it('that is paused signs what it sends as any other', () => {
    const gate = gateWith(aFeed('a', { state: 'paused', secrets: [made('a').record] }));
    expect(statusOf(() => gate.admit('a', unsigned))).toBe(401);
  });

  it('that only keys name needs no signature', () => {
    expect(gateWith().admit('a', unsigned)).toBeUndefined();
  });

  it('is neither let in nor refused while feeds are not known', () => {
    const gate = new PushGate({ book: new AccessBook(hashKey('the first')), sealer, logger });
    expect(statusOf(() => gate.callerBySignature('a', signed(made('a').secret)))).toBe(503);
  });
});
