import { exportFormats, feedFormats, searchRequest } from './search-command.ts';

describe('what ./warta search asks for', () => {
  const pathOf = (...given: Parameters<typeof searchRequest>) => searchRequest(...given).path;

  it('is a page, a feed, or an export, with the filters and all that means something there', () => {
    const filters = { entity: 'Q42', asOf: '2026-01-01T00:00:00Z' };
    const page = { sort: 'newest', size: '5', copies: true, sentences: true, facets: 'feed' };
    expect(searchRequest(['harga', 'beras'], { ...filters, ...page })).toMatchObject({
      path: '/v1/articles',
      query: {
        ...{ q: 'harga beras', ...filters, sort: 'newest', size: '5', facets: 'feed' },
        ...{ collapse: 'none', sentences: 'true' },
      },
    });
    expect(searchRequest([], { format: 'rss', size: '5', copies: true })).toMatchObject({
      path: '/v1/articles',
      query: { format: 'rss', size: '5', collapse: 'none' },
    });
    const exported = { sort: 'oldest', body: true, delimiter: 'semicolon' };
    expect(searchRequest(['beras'], { format: 'csv', ...exported })).toMatchObject({
      path: '/v1/articles/export',
      query: { q: 'beras', format: 'csv', ...exported, body: 'true' },
    });
    expect(exportFormats.map((format) => pathOf([], { format }))).not.toContain('/v1/articles');
    expect(feedFormats.map((format) => pathOf([], { format }))).not.toContain(
      '/v1/articles/export',
    );
  });

  it('is refused rather than something else than was asked for', () => {
    expect(() => pathOf([], { format: 'csv', size: '1' })).toThrow('--size');
    expect(() => pathOf([], { format: 'ndjson', copies: true })).toThrow('--copies');
    expect(() => pathOf([], { format: 'atom', facets: 'feed' })).toThrow('--facets');
    expect(() => pathOf([], { body: true })).toThrow('--body');
  });
});
