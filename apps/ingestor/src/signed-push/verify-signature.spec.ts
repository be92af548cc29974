import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isSigned, verifySignature } from './verify-signature.ts';
import type { SignatureHeaders } from './verify-signature.ts';

/** The fixed vector of the Standard Webhooks reference tests. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const OTHER = 'whsec_b3RoZXIgc2VjcmV0IG9mIGFub3RoZXIgZmVlZCE=';
const NOW = VECTOR.timestamp * 1_000;

const vectorHeaders = (more: SignatureHeaders = {}): SignatureHeaders => ({
  'webhook-id': VECTOR.id,
  'webhook-timestamp': String(VECTOR.timestamp),
  'webhook-signature': VECTOR.signature,
  ...more,
});
const bytes = (text: string) => Buffer.from(text);
interface Circumstances {
  body?: string;
  secrets?: string[];
  nowMs?: number;
}
const verdict = (
  headers: SignatureHeaders,
  { body = VECTOR.body, secrets = [VECTOR.secret], nowMs = NOW }: Circumstances = {},
) => verifySignature(headers, bytes(body), secrets, nowMs).kind;

describe('a Standard Webhooks signature', () => {
  it('of the published vector is right', () => {
    expect(verdict(vectorHeaders())).toBe('signed');
  });

  it('may be one of several, of any secret that counts', () => {
    const several = { 'webhook-signature': `v1a,abc v1,AAAA ${VECTOR.signature} v2,xyz` };
    expect(verdict(vectorHeaders(several), { secrets: [OTHER, VECTOR.secret] })).toBe('signed');
  });

  it.each([-300, 0, 300])('is taken %i s off our clock', (seconds) => {
    expect(verdict(vectorHeaders(), { nowMs: NOW + seconds * 1_000 })).toBe('signed');
  });

  it.each<[string, SignatureHeaders, Circumstances?]>([
    ['301 s late', vectorHeaders(), { nowMs: NOW + 301_000 }],
    ['301 s early', vectorHeaders(), { nowMs: NOW - 301_000 }],
    ['re-serialised JSON', vectorHeaders(), { body: '{"test":2432232314}' }],
    ['a byte more', vectorHeaders(), { body: `${VECTOR.body}\n` }],
    ['an empty body for a full one', vectorHeaders(), { body: '' }],
    ['the secret of another feed', vectorHeaders(), { secrets: [OTHER] }],
    ['no secret that counts', vectorHeaders(), { secrets: [] }],
    ['an empty signature', vectorHeaders({ 'webhook-signature': '' })],
    ['a version and nothing', vectorHeaders({ 'webhook-signature': 'v1,' })],
    ['a cut signature', vectorHeaders({ 'webhook-signature': VECTOR.signature.slice(0, -4) })],
    ['another version', vectorHeaders({ 'webhook-signature': `v2${VECTOR.signature.slice(2)}` })],
    ['another id', vectorHeaders({ 'webhook-id': 'msg_other' })],
    ['another time', vectorHeaders({ 'webhook-timestamp': String(VECTOR.timestamp + 1) })],
    ['no id', vectorHeaders({ 'webhook-id': undefined })],
    ['an id with a dot', vectorHeaders({ 'webhook-id': `${VECTOR.id}.1` })],
    ['no time', vectorHeaders({ 'webhook-timestamp': undefined })],
    ['a time in words', vectorHeaders({ 'webhook-timestamp': '2021-02-25T15:02:10Z' })],
    ['a time in exponents', vectorHeaders({ 'webhook-timestamp': '1.61426533e9' })],
    ['a hundred signatures', vectorHeaders({ 'webhook-signature': 'v1,AAAA '.repeat(100) })],
  ])('with %s is refused', (_what, headers, more = {}) => {
    expect(verdict(headers, more)).toBe('refused');
  });

  it('is not passed over for a plain one beside it', () => {
    const plain = createHmac('sha256', VECTOR.secret).update(VECTOR.body).digest('hex');
    const both = vectorHeaders({ 'webhook-signature': '', 'x-hub-signature': `sha256=${plain}` });
    expect(verdict(both)).toBe('refused');
  });
});

describe('a plain HMAC signature', () => {
  const hex = (algorithm: string, body = VECTOR.body) =>
    createHmac(algorithm, VECTOR.secret).update(body).digest('hex');

  it.each([
    [{ 'x-hub-signature': `sha256=${hex('sha256')}` }],
    [{ 'x-hub-signature': `sha384=${hex('sha384')}` }],
    [{ 'x-hub-signature': `SHA512=${hex('sha512').toUpperCase()}` }],
    [{ 'x-hub-signature-256': `sha256=${hex('sha256')}` }],
  ])('by %j is right', (headers) => expect(verdict(headers)).toBe('signed'));

  it('of an empty body is right for an empty body alone', () => {
    const headers = { 'x-hub-signature': `sha256=${hex('sha256', '')}` };
    expect(verdict(headers, { body: '' })).toBe('signed');
    expect(verdict(headers)).toBe('refused');
  });

  it.each([
    ['SHA-1', `sha1=${hex('sha1')}`],
    ['MD5', `md5=${hex('md5')}`],
    ['no method', hex('sha256')],
    ['the wrong method', `sha512=${hex('sha256')}`],
    ['a cut signature', `sha256=${hex('sha256').slice(0, -2)}`],
    ['an empty signature', 'sha256='],
    ['base64', `sha256=${Buffer.from(hex('sha256'), 'hex').toString('base64')}`],
    ['two signatures', `sha256=${hex('sha256')}, sha256=${hex('sha256')}`],
    ['a name of every object', `constructor=${hex('sha256')}`],
    ['other bytes', `sha256=${hex('sha256', '{}')}`],
  ])('with %s is refused', (_what, header) => {
    expect(verdict({ 'x-hub-signature': header })).toBe('refused');
  });
});

describe('any request', () => {
  it('without a signature is refused, and known as unsigned', () => {
    expect(verdict({})).toBe('refused');
    expect([isSigned({}), isSigned(vectorHeaders())]).toEqual([false, true]);
    expect(isSigned({ 'x-hub-signature-256': 'sha256=00' })).toBe(true);
  });

  it('with made-up headers is refused and never fails', () => {
    const header = fc.option(fc.string({ maxLength: 300 }), { nil: undefined });
    fc.assert(
      fc.property(header, header, header, header, (id, timestamp, signature, hub) => {
        const headers = {
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signature,
          'x-hub-signature': hub,
        };
        expect(verdict(headers)).toBe('refused');
      }),
    );
  });
});
