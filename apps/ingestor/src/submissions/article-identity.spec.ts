import fc from 'fast-check';
import { articleIdentity } from './article-identity.ts';

describe('the identity of an article, frozen as version 1', () => {
  it.each([
    [{ feed: 'harian-contoh', id: 'harga-beras-1' }, '0a4b8e8c-92e2-515d-afc4-472580bcd324'],
    [
      { feed: 'harian-contoh', url: 'https://example.org/ekonomi/harga-beras' },
      '7b50abc0-ab59-5fb5-a541-7bc583c20b73',
    ],
    [{ feed: 'kantor-berita', id: 'ü "quoted" \\ 日本' }, '45e4581b-cdda-57a4-bc34-7a9dfdd2b0db'],
  ])('of %j is %s', (name, id) => {
    expect(articleIdentity(name)).toBe(id);
  });

  it('is made of the feed’s own id where there is one, whatever the URL becomes', () => {
    const moved = { feed: 'f', id: '1', url: 'https://example.org/moved' };
    expect(articleIdentity(moved)).toBe(articleIdentity({ feed: 'f', id: '1' }));
  });

  it('is the same for the same page under campaign links', () => {
    expect(articleIdentity({ feed: 'f', url: 'https://EXAMPLE.org/a?utm_source=x#top' })).toBe(
      articleIdentity({ feed: 'f', url: 'https://example.org/a' }),
    );
  });

  it('differs between feeds and between ids, also where joining them would not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 2 }), (names) => {
        const distinct = new Set(names.map((name) => JSON.stringify(name)));
        const ids = new Set(names.map(([feed, id]) => articleIdentity({ feed, id })));
        expect(ids.size).toBe(distinct.size);
      }),
    );
  });

  it('cannot be had without id and URL', () => {
    expect(() => articleIdentity({ feed: 'f' })).toThrow(/id or a URL/);
  });
});
