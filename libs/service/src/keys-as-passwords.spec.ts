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
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const key = passwords.keyIn(requestOf(`Basic ${sent}`));
        if (key !== undefined) expect(key).toMatch(/^[\x21-\x7e]+$/);
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
    expect(passwords.isAsked(requestOf('Bearer wrong'))).toBe(false);
    expect(passwords.isAsked(requestOf(undefined, { method: 'POST' }))).toBe(false);
  });
});
