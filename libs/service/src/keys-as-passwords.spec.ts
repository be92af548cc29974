import fc from 'fast-check';
import type { FastifyRequest } from './fastify-types.ts';
import { KeysAsPasswords } from './keys-as-passwords.ts';

const passwords = new KeysAsPasswords(({ url }) => url.startsWith('/feed'));
const requestOf = (authorization?: string, more: object = {}) =>
  ({
    method: 'GET',
    url: '/feed',
    headers: { ...(authorization !== undefined && { authorization }) },
    ...more,
  }) as FastifyRequest;
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a key sent as a password', () => {
  it('is found whatever the name, and whatever else the key has', () => {
    for (const name of ['', 'desk', 'redaksi é', 'x'.repeat(200)]) {
      expect(passwords.keyIn(requestOf(basic(`${name}:wk_a:b`)))).toBe('wk_a:b');
    }
    expect(passwords.keyIn(requestOf(basic('a:wk_b').replace('Basic', 'bAsIc ')))).toBe('wk_b');
  });

  it('is none where something is to be changed', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect(passwords.keyIn(requestOf(basic('a:wk_b'), { method }))).toBeUndefined();
    }
    expect(passwords.keyIn(requestOf(basic('a:wk_b'), { method: 'HEAD' }))).toBe('wk_b');
  });

  it('is none in anything else, whatever is sent', () => {
    const others = [undefined, 'Bearer wk_b', 'Basic', 'Basic !', basic('wk_b'), basic('a:')];
    for (const other of [...others, basic('a:b c'), basic('a:b\u0000'), basic('a:é')]) {
      expect(passwords.keyIn(requestOf(other))).toBeUndefined();
    }
  });

  it('is what follows the first colon of whatever is sent, where that can be a key', () => {
    const bytes = fc.uint8Array({ maxLength: 12 }).map((some) => Buffer.from(some));
    const some = fc.string({ unit: fc.constantFrom(...'abc:_~!? é\u0000\u007f'), maxLength: 4 });
    const pair = fc.tuple(some, some).map((both) => Buffer.from(both.join(':')));
    let keys = 0;
    fc.assert(
      fc.property(fc.oneof(bytes, pair), (sent) => {
        const [, password = ''] = /^[^:]*:([^]*)$/.exec(sent.toString()) ?? [];
        const isKey = [...password].every((one) => one > ' ' && one <= '~') && password !== '';
        keys += Number(isKey);
        const key = passwords.keyIn(requestOf(`Basic ${sent.toString('base64')}`));
        expect(key).toBe(isKey ? password : undefined);
      }),
      { seed: 6, numRuns: 1_000 },
    );
    expect(keys).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        expect(passwords.keyIn(requestOf(`Basic ${sent}`)) ?? '!').toMatch(/^[\x21-\x7e]+$/);
      }),
      { seed: 6 },
    );
  });
});

describe('a password', () => {
  it('is asked for where one is meant, of whoever sent none or a wrong one', () => {
    expect(passwords.isAsked(requestOf())).toBe(true);
    expect(passwords.isAsked(requestOf(basic('a:wrong')))).toBe(true);
    expect(passwords.isAsked(requestOf(undefined, { url: '/page' }))).toBe(false);
  });

  it('is never asked for by what a page does, nor of who sends a key, nor to change something', () => {
    for (const mode of ['cors', 'no-cors', 'same-origin', 'websocket']) {
      const headers = { 'sec-fetch-mode': mode };
      expect(passwords.isAsked(requestOf(undefined, { headers }))).toBe(false);
    }
    // Without TLS browsers do not say what they ask for.
    const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
    const isAsked = (headers: object) => passwords.isAsked(requestOf(undefined, { headers }));
    expect(isAsked(agent)).toBe(false);
    expect(isAsked({ ...agent, 'sec-fetch-mode': 'navigate' })).toBe(true);
    for (const reader of ['NetNewsWire (RSS Reader)', 'Mozilla/5.0 (compatible; Miniflux/2.2)']) {
      expect(isAsked({ 'user-agent': reader })).toBe(true);
    }
    expect(passwords.isAsked(requestOf('Bearer wrong'))).toBe(false);
    expect(passwords.isAsked(requestOf(undefined, { method: 'POST' }))).toBe(false);
  });
});
