import type { estypes } from '@elastic/elasticsearch';
import { SearchArticles } from '@warta/contracts';
import type { SearchArticles as Request } from '@warta/contracts';
import { analyzedLanguages } from '../article-index/article-document.ts';
import { facetsKeptOpen } from './facet-aggregations.ts';
import { searchBody, sortKindOf } from './search-body.ts';
import { matching, searchedAtMs } from './search-filters.ts';
import type { UnderstoodFilters } from './search-filters.ts';

const live = { term: { status: 'live' } };
const clause = { match: { 'body.id': 'harga' } };
const nowMs = Date.UTC(2026, 10, 23);

/** As `understandFilters` would, without asking an index. */
function understood(request: Request, more: Partial<UnderstoodFilters> = {}): UnderstoodFilters {
  const text = { clause, hasText: true, marks: [], entityIds: [], isComplete: true };
  return {
    filters: request,
    languages: analyzedLanguages,
    text: request.q === undefined ? undefined : text,
    isComplete: true,
    merged: [],
    selections: new Map(),
    ...more,
  };
}

function bodyOf(given: object, more: Partial<UnderstoodFilters> = {}, bounds = {}) {
  const request = SearchArticles.parse(given);
  const filters = understood(request, more);
  const atMs = searchedAtMs(request, nowMs);
  const plan = { request, understood: filters, sort: sortKindOf(request, filters), atMs };
  return searchBody(plan, { size: 21, isCollapsed: true, ...bounds });
}

const boolOf = (query: estypes.QueryDslQueryContainer | undefined) => query?.bool?.filter;

const selected = (facet: string, value: string) => ({
  values: [{ value, clause: { term: { [facet]: value } } }],
  clause: { term: { [facet]: value } },
});

describe('the body of a search', () => {
  it('for everything is all live articles, newest first, the best of each group', () => {
    expect(bodyOf({})).toEqual({
      query: { bool: { filter: [live] } },
      sort: [{ datedAt: { order: 'desc' } }, { articleId: { order: 'asc' } }],
      size: 21,
      collapse: { field: 'duplicateGroup' },
      _source: expect.not.arrayContaining(['body', 'annotation']),
      track_total_hits: 10_000,
      timeout: '2s',
    });
  });

  it('for words goes by relevance, with freshness measured from one moment for all pages', () => {
    const body = bodyOf({ q: 'harga' });
    expect(body.query).toMatchObject({
      function_score: {
        query: { bool: { must: [clause], filter: [live] } },
        functions: [
          { weight: 1 },
          { exp: { datedAt: { origin: '2026-11-23T00:00:00.000Z', scale: '30d', decay: 0.5 } } },
        ],
        boost_mode: 'multiply',
      },
    });
    expect(body.sort).toEqual([
      { _score: { order: 'desc' } },
      { datedAt: { order: 'desc' } },
      { articleId: { order: 'asc' } },
    ]);
    expect(body.highlight).toMatchObject({ encoder: 'html', pre_tags: ['<em>'] });
  });

  it('of the past measures freshness from its own moment, whenever a page of it is asked for', () => {
    const from = (origin: string) => ({
      function_score: { functions: [{ weight: 1 }, { exp: { datedAt: { origin } } }] },
    });
    const of = (asOf: string) => bodyOf({ q: 'harga', asOf }).query;
    expect(of('2023-06-12T09:00:00+07:00')).toMatchObject(from('2023-06-12T02:00:00.000Z'));
    // In UTC that is the year before 0000.
    expect(of('0000-01-01T00:00:00+14:00')).toMatchObject(from('0001-01-01T00:00:00.000Z'));
  });

  it('orders as asked for, with the id last, so that every order is total', () => {
    const last = { articleId: { order: 'asc' } };
    for (const sort of ['relevance', 'newest', 'oldest']) {
      expect((bodyOf({ q: 'x', sort }).sort as unknown[]).at(-1)).toEqual(last);
    }
  });

  it('goes on after a page without the groups that are decided, and counts nothing anew', () => {
    const after = [5, 'a'] as [number, string];
    const bounds = { after, isCollapsed: false, withoutGroups: ['g'], isContinued: true };
    expect(bodyOf({ facets: 'feed' }, {}, bounds)).toMatchObject({
      query: { bool: { must_not: [{ terms: { duplicateGroup: ['g'] } }] } },
      search_after: after,
      track_total_hits: false,
    });
    expect(bodyOf({ facets: 'feed' }, {}, bounds)).not.toHaveProperty('aggs');
    expect(bodyOf({}, {}, bounds)).not.toHaveProperty('collapse');
  });

  it('counts a facet without its own selection and with that of every other', () => {
    const selections = new Map([
      ['feed', selected('feed', 'a')],
      ['section', selected('sectionKey', 'ekonomi')],
      ['place', selected('places', 'x')],
    ] as never) as UnderstoodFilters['selections'];
    const body = bodyOf({ facets: 'feed,section,day' }, { selections });
    const feed = { term: { feed: 'a' } };
    const section = { term: { sectionKey: 'ekonomi' } };
    // `place` is not counted: it narrows all.
    expect(body.query).toEqual({ bool: { filter: [live, { term: { places: 'x' } }] } });
    expect(body.post_filter).toEqual({ bool: { filter: [feed, section] } });
    expect(body.aggs?.['feed']?.filter).toEqual({ bool: { filter: [section] } });
    expect(body.aggs?.['section']?.filter).toEqual({ bool: { filter: [feed] } });
    expect(body.aggs?.['day']?.filter).toEqual({ bool: { filter: [feed, section] } });
  });

  it('leaves a selection in the query when its facet is not counted', () => {
    const request = SearchArticles.parse({ facets: 'day' });
    const selections = new Map([['feed', selected('feed', 'a')]] as const);
    const filters = understood(request, { selections });
    expect(facetsKeptOpen(request, filters)).toEqual([]);
    expect(matching(filters)).toEqual({ bool: { filter: [live, { term: { feed: 'a' } }] } });
  });
});

describe('the time', () => {
  it('of a day is that of the time zone, an instant is itself', () => {
    const request = SearchArticles.parse({
      from: '2026-05-01',
      to: '2026-05-02T07:00:00+07:00',
      timeZone: 'Asia/Jakarta',
    });
    expect(boolOf(matching(understood(request)))).toEqual([
      live,
      {
        range: {
          datedAt: { gte: '2026-05-01', format: 'strict_date', time_zone: 'Asia/Jakarta' },
        },
      },
      { range: { datedAt: { lt: Date.UTC(2026, 4, 2), format: 'epoch_millis' } } },
    ]);
  });
});

it('finds nothing for an entity that nobody bears, rather than everything', () => {
  const request = SearchArticles.parse({ entity: 'x' });
  expect(boolOf(matching(understood(request, { entityIds: [] })))).toContainEqual({
    terms: { entityIds: [] },
  });
});
