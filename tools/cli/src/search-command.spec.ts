import { ArticleHit } from '@warta/contracts';
import { exportFormats, feedFormats, hitLines, passOn, searchRequest } from './search-command.ts';

describe('what ./warta search asks for', () => {
  const pathOf = (...given: Parameters<typeof searchRequest>) => searchRequest(...given).path;

  it('is a page, a feed, or an export, with the filters and all that means something there', () => {
    const filters = { entity: 'Q42', asOf: '2026-01-01T00:00:00Z', timeZone: 'Asia/Jakarta' };
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
    expect(() => pathOf([], { format: 'ndjson', delimiter: 'semicolon' })).toThrow('--delimiter');
    expect(() => pathOf(['beras'], { explain: true, feed: 'antara' })).toThrow('--feed');
    expect(() => pathOf(['beras'], { explain: true, format: 'csv' })).toThrow('--format');
  });

  it('is how a query is understood on a day, without the searching', () => {
    const day = { timeZone: 'Asia/Jakarta', asOf: '2026-01-01T00:00:00Z' };
    expect(searchRequest(['harga', 'beras'], { explain: true, json: true, ...day })).toEqual({
      path: '/v1/query/explain',
      query: { q: 'harga beras', ...day },
    });
  });
});

describe('a hit on a terminal', () => {
  const hit = ArticleHit.parse({
    id: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a001',
    ...{ feed: 'harian-contoh', title: 'Judul\u001b[31m', language: 'id', rev: 1, revision: 1 },
    ...{ score: 1, entities: [], highlights: { body: ['harga <em>beras</em> naik'] } },
    quotes: [
      {
        ...{ text: 'Beras aman', highlight: '<em>Beras</em> \u001b]8;;aman', start: 0, end: 10 },
        speakerName: 'Budi\u009b',
      },
    ],
  });

  it('shows what matched of the text and of quotes, and nothing that a terminal obeys', () => {
    const lines = hitLines(hit);
    expect(lines).toContain('  … harga [beras] naik …');
    expect(lines).toContain('  “[Beras]  ]8;;aman”  Budi');

    expect(lines.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('shows whole sentences with what matched, in place of parts and quotes', () => {
    const sentence = {
      field: 'body',
      start: 40,
      end: 59,
      text: 'Beras\u001b aman, beras.',
    } as const;
    const marks = [
      { start: 40, end: 45 },
      { start: 53, end: 58 },
    ];
    const lines = hitLines({ ...hit, sentences: [{ ...sentence, marks }] });
    expect(lines).toContain('  [Beras]  aman, [beras].');
    expect(lines.join('')).not.toContain('“');
  });
});

it('says of an export that was cut that it is not all', async () => {
  const cut = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) });
  await expect(passOn(cut)).rejects.toThrow('not all');
});
