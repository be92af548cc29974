import { SearchArticles } from '@warta/contracts';
import fc from 'fast-check';
import { InvalidCursorError, readCursor, searchDigest, writeCursor } from './cursor.ts';

const request = SearchArticles.parse({ q: 'harga beras', feed: 'harian-contoh' });
const id = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';

describe('a cursor', () => {
  it('says where its page ended, for the same search at any page size', () => {
    const score = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(score, fc.maxSafeInteger(), fc.uuid(), (points, datedMs, articleId) => {
        const cursor = writeCursor(request, [points, datedMs, articleId]);
        expect(cursor).toMatch(/^[\w-]{1,2000}$/);
        const [readPoints, ...rest] =
          readCursor({ ...request, size: 3, cursor }, 'relevance') ?? [];
        expect(readPoints === points).toBe(true);
        expect(rest).toEqual([datedMs, articleId]);
      }),
    );
  });

  it.each([
    ['another word', { q: 'harga' }],
    ['another feed', { feed: 'b' }],
    ['another language', { lang: 'id' }],
    ['another entity', { entity: 'Bali' }],
    ['another time', { from: '2026-01-01' }],
  ])('is refused with %s', (_, change) => {
    const cursor = writeCursor(request, [1.5, 2, id]);
    const other = SearchArticles.parse({ ...request, ...change, cursor });
    expect(() => readCursor(other, 'relevance')).toThrow(InvalidCursorError);
  });

  it('is refused when its values do not fit the order', () => {
    const cursor = writeCursor(request, [2, id]);
    expect(readCursor({ ...request, cursor }, 'newest')).toEqual([2, id]);
    expect(() => readCursor({ ...request, cursor }, 'relevance')).toThrow(InvalidCursorError);
  });

  it('is refused when it was damaged or made up, whatever it is', () => {
    const cursor = writeCursor(request, [1.5, 2, id]);
    for (let at = 0; at < cursor.length; at += 1) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const damaged = cursor.slice(0, at) + other + cursor.slice(at + 1);
      const read = () => readCursor({ ...request, cursor: damaged }, 'relevance');
      expect(read).toThrow(InvalidCursorError);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readCursor({ ...request, cursor: text }, 'newest')).toThrow(
          InvalidCursorError,
        );
      }),
    );
  });

  it('has a digest that Elasticsearch takes as a preference: no leading underscore', () => {
    fc.assert(
      fc.property(fc.string(), (q) => {
        expect(searchDigest({ ...request, q })).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
});
