import type { Item } from './draft.ts';
import { jsonFeed } from './json-feed.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };

const itemsIn = (feed: unknown): Item[] =>
  readDocument(
    { bytes: new TextEncoder().encode(JSON.stringify(feed)), contentType: 'application/json' },
    context,
  ).items;

const feedOf = (...items: unknown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  home_page_url: 'https://contoh.test/',
  language: 'id',
  authors: [{ name: 'Redaksi' }],
  items,
});

const full = {
  id: 'contoh-1',
  url: '/berita/1',
  external_url: 'https://asal.test/1',
  title: 'Harga &amp; beras',
  content_html: '<p>Isi penuh.</p>',
  content_text: 'Isi penuh.',
  summary: 'Ringkasan.',
  image: 'foto.jpg',
  date_published: '2023-06-12T10:30:00+07:00',
  date_modified: '2023-06-12T11:00:00+07:00',
  authors: [{ name: 'Sari Dewi', url: 'https://contoh.test/sari' }],
  tags: ['Ekonomi', 'beras', 'Ekonomi'],
  attachments: [
    {
      url: 'https://contoh.test/suara.mp3',
      mime_type: 'audio/mpeg',
      title: 'Suara',
      size_in_bytes: 12_345,
      duration_in_seconds: 60,
    },
  ],
  _contoh: { kode: 7 },
};

describe('JSON Feed', () => {
  it('keeps everything that it says of an article and Warta has a place for', () => {
    expect(itemsIn(feedOf(full))).toEqual([
      {
        pointer: '/items/0',
        draft: {
          id: 'contoh-1',
          url: 'https://contoh.test/berita/1',
          title: 'Harga & beras',
          body: 'Isi penuh.',
          publishedAt: '2023-06-12T10:30:00+07:00',
          updatedAt: '2023-06-12T11:00:00+07:00',
          language: 'id',
          byline: 'Sari Dewi',
          extras: {
            _contoh: { kode: 7 },
            summary: 'Ringkasan.',
            keywords: ['Ekonomi', 'beras'],
            authors: [{ name: 'Sari Dewi', uri: 'https://contoh.test/sari' }],
            media: [
              { url: 'https://contoh.test/foto.jpg' },
              {
                url: 'https://contoh.test/suara.mp3',
                type: 'audio/mpeg',
                caption: 'Suara',
                bytes: 12_345,
                seconds: 60,
              },
            ],
            links: [{ url: 'https://asal.test/1', rel: 'related' }],
          },
        },
      },
    ]);
  });

  it('has the feed’s authors, a number for an id, and text or summary where there is no HTML', () => {
    const items = itemsIn(
      feedOf({ id: 7, content_text: '3 < 4' }, { id: 'x', summary: 'Ringkas' }),
    );
    expect(items).toMatchObject([
      { draft: { id: '7', body: '3 < 4', byline: 'Redaksi' } },
      { draft: { id: 'x', body: 'Ringkas' } },
    ]);
  });

  it('has titles in plain text, as its standard says', () => {
    const items = itemsIn(
      feedOf(
        { id: '1', title: 'Tag <video>\n di HTML5' },
        { id: '2', title: 'a &lt; b &amp;amp; c' },
      ),
    );
    expect(items).toMatchObject([
      { draft: { title: 'Tag <video> di HTML5' } },
      { draft: { title: 'a < b & c' } },
    ]);
  });

  it('has one author in version 1.0', () => {
    const feed = { ...feedOf({ id: 'x', author: { name: 'Sari' } }), version: '1.0' };
    expect(itemsIn(feed)).toMatchObject([{ draft: { byline: 'Sari' } }]);
  });

  it('refuses items that are none, each by itself', () => {
    const items = itemsIn(feedOf(null, 'x', {}, { id: 'y' }, { title: ['a'] }, { id: { a: 1 } }));
    expect(items.map((item) => ('refusal' in item ? item.pointer : 'taken'))).toEqual([
      '/items/0',
      '/items/1',
      '/items/2',
      'taken',
      '/items/4',
      '/items/5',
    ]);
  });

  it('is told from other JSON by its version', () => {
    const recognises = (value: unknown) => jsonFeed.recognises({ kind: 'json', value });
    expect(recognises(feedOf())).toBe(true);
    expect(recognises({ version: 'https://jsonfeed.org/version/2', items: [] })).toBe(false);
    expect(recognises({ version: '1.1' })).toBe(false);
    expect(recognises({ items: [] })).toBe(false);
    expect(recognises([feedOf()])).toBe(false);
    expect(recognises(null)).toBe(false);
  });
});
