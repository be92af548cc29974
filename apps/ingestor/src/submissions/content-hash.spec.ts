import fc from 'fast-check';
import { canonicalJson, contentHash } from './content-hash.ts';

describe('the content hash', () => {
  it('is the SHA-256 of canonical JSON', () => {
    expect(contentHash({ body: 'Halo', title: 'T' }, undefined, undefined)).toBe(
      'e99a70f1e8c6f3c03a09e0b5308c03291e72cffce07d5f01d2ce124aa4a2f7f8',
    );
    expect(contentHash({ body: 'Halo' }, '2026-11-23T08:55:00+07:00', undefined)).toBe(
      '3227bf989991acd3c6329773c212bad6a44784783aa2567726660dbd43e6729e',
    );
  });

  it('does not depend on the order of fields, nor on fields that are undefined', () => {
    const one = contentHash(
      { body: 'b', title: 't', extras: { x: 1, y: { a: 1, b: [2] } } },
      'p',
      undefined,
    );
    const other = contentHash(
      { extras: { y: { b: [2], a: 1 }, x: 1 }, title: 't', body: 'b', section: undefined },
      'p',
      undefined,
    );
    expect(one).toBe(other);
  });

  it('depends on every character, on publishedAt and on an embargo', () => {
    const hashes = [
      contentHash({ body: 'b' }, undefined, undefined),
      contentHash({ body: 'b ' }, undefined, undefined),
      contentHash({ body: 'b', title: '' }, undefined, undefined),
      contentHash({ body: 'b' }, '2026-11-23T08:55:00Z', undefined),
      contentHash({ body: 'b' }, undefined, '2026-11-23T08:55:00Z'),
      contentHash({ body: 'b' }, undefined, '2026-11-23T09:55:00Z'),
      contentHash({ body: 'b', extras: { list: [1, 2] } }, undefined, undefined),
      contentHash({ body: 'b', extras: { list: [2, 1] } }, undefined, undefined),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is made of JSON that says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as never))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });
});
