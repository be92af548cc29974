import { SearchArticles } from '@warta/contracts';
import fc from 'fast-check';
import { searchBody } from './search-query.ts';
import { readSearchWords } from './search-words.ts';

const bodyOf = (given: unknown, more: { entityIds?: string[] } = {}) => {
  const request = SearchArticles.parse(given);
  return searchBody({ request, words: readSearchWords(request.q ?? ''), ...more });
};
const boolOf = (given: unknown, more = {}) => bodyOf(given, more).query?.bool;

const exactFields = [
  'title.id.exact^6',
  'body.id.exact^3',
  'title.en.exact^6',
  'body.en.exact^3',
  'title.other^6',
  'body.other^3',
];
const wordFields = [
  ...exactFields,
  'names^4',
  'title.id^2',
  'body.id^1',
  'title.en^2',
  'body.en^1',
];
const word = (query: string, fields = wordFields) => ({
  multi_match: { query, fields, type: 'best_fields', operator: 'and', tie_breaker: 0.1 },
});
const phrase = (query: string) => ({
  multi_match: { query, fields: exactFields, type: 'phrase' },
});
const live = { term: { status: 'live' } };

describe('the query of a search', () => {
  it('for everything is all live articles, newest first', () => {
    expect(bodyOf({})).toEqual({
      query: { bool: { must: [], must_not: [], filter: [live] } },
      sort: [{ datedAt: { order: 'desc' } }, { articleId: { order: 'asc' } }],
      size: 21,
      _source: expect.not.arrayContaining(['body', 'annotation']),
      track_total_hits: 10_000,
      timeout: '2s',
    });
  });

  it('for words needs each of them in some field, exact before stemmed, by relevance', () => {
    const body = bodyOf({ q: 'harga "beras naik" -impor' });
    expect(body.query?.bool).toEqual({
      must: [word('harga'), phrase('beras naik')],
      must_not: [phrase('impor')],
      filter: [live],
    });
    expect(body.sort).toEqual([
      { _score: { order: 'desc' } },
      { datedAt: { order: 'desc' } },
      { articleId: { order: 'asc' } },
    ]);
    expect(body.highlight).toMatchObject({
      encoder: 'html',
      pre_tags: ['<em>'],
      post_tags: ['</em>'],
    });
  });

  it('for one language looks into its fields only', () => {
    const fields = ['title.id.exact^6', 'body.id.exact^3', 'names^4', 'title.id^2', 'body.id^1'];
    expect(boolOf({ q: 'harga', lang: 'id' })).toMatchObject({
      must: [word('harga', fields)],
      filter: [live, { terms: { language: ['id'] } }],
    });
    expect(boolOf({ q: 'prix', lang: 'fr' })?.must).toEqual([
      word('prix', ['title.other^6', 'body.other^3', 'names^4']),
    ]);
  });

  it('narrows by entity, feed and time', () => {
    const request = { feed: 'a', from: '2026-05-01', to: '2026-05-02T07:00:00+07:00' };
    expect(boolOf(request, { entityIds: ['Q252'] })?.filter).toEqual([
      live,
      { terms: { entityIds: ['Q252'] } },
      { terms: { feed: ['a'] } },
      {
        range: {
          datedAt: {
            gte: Date.UTC(2026, 4, 1),
            lt: Date.UTC(2026, 4, 2),
            format: 'epoch_millis',
          },
        },
      },
    ]);
  });

  it('for an entity that nobody bears finds nothing rather than everything', () => {
    expect(boolOf({ entity: 'x' }, { entityIds: [] })?.filter).toContainEqual({
      terms: { entityIds: [] },
    });
  });

  it('orders as asked for, with the id last, so that every order is total', () => {
    const last = { articleId: { order: 'asc' } };
    for (const sort of ['relevance', 'newest', 'oldest']) {
      expect((bodyOf({ q: 'x', sort }).sort as unknown[]).at(-1)).toEqual(last);
    }
    expect(bodyOf({ q: '-x' }).sort).toEqual([{ datedAt: { order: 'desc' } }, last]);
  });

  it('never lets what was typed become syntax: it only ever is the text of a match', () => {
    const shapeOf = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shapeOf);
      if (typeof value !== 'object' || value === null) return typeof value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
    };
    const allowed = JSON.stringify([shapeOf(word('x')), shapeOf(phrase('x'))]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 512 }), (q) => {
        const { must, must_not: mustNot } = boolOf({ q }) ?? {};
        for (const clause of [must, mustNot].flat()) {
          expect(allowed).toContain(JSON.stringify(shapeOf(clause)));
        }
      }),
    );
  });
});
