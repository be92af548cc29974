import { SearchArticles } from '@warta/contracts';
import fc from 'fast-check';
import { InvalidCursorError, assertCursorOf, readCursor, writeCursor } from './cursor.ts';

const request = SearchArticles.parse({ q: 'harga beras', feed: 'harian-contoh' });
const id = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001';
const nowMs = Date.UTC(2026, 10, 23);
const byScore = { after: [1.5, 2, id] as [number, number, string], nowMs, snapshot: 'abc+/=' };

describe('a cursor', () => {
  it('says where its page ended and in which state of the index, at any page size', () => {
    const score = fc.double({ noNaN: true, noDefaultInfinity: true });
    const snapshot = fc.option(fc.base64String({ minLength: 1, maxLength: 200 }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        score,
        fc.maxSafeInteger(),
        fc.uuid(),
        snapshot,
        (points, atMs, article, state) => {
          const cursor = writeCursor(request, {
            after: [points, atMs, article],
            nowMs,
            snapshot: state,
          });
          expect(cursor).toMatch(/^[\w-]{1,4000}$/);
          const more = SearchArticles.parse({ ...request, size: 3, facets: 'feed', cursor });
          const read = readCursor(more);
          expect(read?.after[0] === points).toBe(true);
          expect(read?.after.slice(1)).toEqual([atMs, article]);
          expect(read).toMatchObject({ nowMs, ...(state !== undefined && { snapshot: state }) });
        },
      ),
    );
  });

  it.each([-1, 0.5, Date.UTC(2100, 0, 2), Number.MAX_SAFE_INTEGER, 8.64e15])(
    'made up with the moment %d is none of ours, whatever its digest says',
    (moment) => {
      const cursor = writeCursor(request, { ...byScore, nowMs: moment });
      const again = SearchArticles.parse({ ...request, cursor });
      expect(() => readCursor(again)).toThrow(InvalidCursorError);
    },
  );

  it.each([
    ['another word', { q: 'harga' }],
    ['another feed', { feed: 'b' }],
    ['another language', { lang: 'id' }],
    ['another entity', { entity: 'Bali' }],
    ['another time', { from: '2026-01-01' }],
    ['another place', { place: id }],
    ['every copy', { collapse: 'none' }],
  ])('is refused with %s', (_, change) => {
    const cursor = writeCursor(request, byScore);
    const other = SearchArticles.parse({ ...request, ...change, cursor });
    expect(() => readCursor(other)).toThrow(InvalidCursorError);
  });

  it('is refused when its values do not fit the order', () => {
    const cursor = writeCursor(request, { after: [2, id], nowMs });
    const read = readCursor({ ...request, cursor });
    expect(read).toEqual({ after: [2, id], nowMs });
    expect(() => assertCursorOf('newest', read)).not.toThrow();
    expect(() => assertCursorOf('relevance', read)).toThrow(InvalidCursorError);
  });

  it('is refused when it was damaged or made up, whatever it is', () => {
    const cursor = writeCursor(request, byScore);
    for (let at = 0; at < cursor.length; at += 1) {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      const damaged = cursor.slice(0, at) + other + cursor.slice(at + 1);
      const read = () => readCursor({ ...request, cursor: damaged });
      expect(read).toThrow(InvalidCursorError);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readCursor({ ...request, cursor: text })).toThrow(InvalidCursorError);
      }),
    );
  });
});
