import { PushArticle } from '@warta/contracts';
import { atom } from './atom.ts';
import type { Item } from './draft.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };

const itemsIn = (document: string): Item[] =>
  readDocument(
    { bytes: new TextEncoder().encode(document), contentType: 'application/atom+xml' },
    context,
  ).items;

const draftIn = (inner: string, feed = '') => {
  const [item] = itemsIn(
    `<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry><id>1</id>${inner}</entry></feed>`,
  );
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};

const full = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id" xml:base="https://contoh.test/">
  <author><name>Redaksi</name></author><rights>© Contoh</rights>
  <entry xml:lang="id-ID">
    <id>tag:contoh.test,2023:1</id>
    <title type="html">Harga &amp;amp; &lt;b&gt;beras&lt;/b&gt;</title>
    <link href="berita/1" hreflang="id" type="text/html"/><link rel="self" href="berita/1.atom"/>
    <link rel="related" href="berita/0" title="Sebelumnya"/>
    <link rel="enclosure" href="suara.mp3" type="audio/mpeg" length="12345"/>
    <published>2023-06-12T10:30:00+07:00</published><updated>2023-06-12T11:00:00+07:00</updated>
    <author><name>Sari Dewi</name><email>sari@contoh.test</email><uri>sari</uri></author>
    <contributor><name>Tono</name></contributor>
    <category term="Ekonomi"/><category term="p1" label="Pangan" scheme="https://contoh.test/s"/>
    <summary>Ringkasan.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Isi &amp; penuh.<img src="pasar.jpg" alt="Pasar" /></p></div></content>
    <source><title>Asal</title><link href="https://asal.test/"/></source>
    <media:thumbnail url="foto.jpg" width="64"/><georss:point>-6.2 106.8</georss:point>
    <prism:section>Bisnis</prism:section>
  </entry></feed>`;

describe('Atom', () => {
  it('keeps everything that it says of an article and Warta has a place for', () => {
    expect(itemsIn(full)).toEqual([
      {
        pointer: '/feed/entry[1]',
        draft: {
          id: 'tag:contoh.test,2023:1',
          url: 'https://contoh.test/berita/1',
          title: 'Harga & beras',
          body: 'Isi & penuh.',
          publishedAt: '2023-06-12T10:30:00+07:00',
          updatedAt: '2023-06-12T11:00:00+07:00',
          language: 'id-ID',
          byline: 'Sari Dewi',
          section: 'Bisnis',
          extras: {
            summary: 'Ringkasan.',
            keywords: ['Ekonomi'],
            subjects: [{ code: 'p1', name: 'Pangan', scheme: 'https://contoh.test/s' }],
            authors: [
              { name: 'Sari Dewi', email: 'sari@contoh.test', uri: 'https://contoh.test/sari' },
              { name: 'Tono', role: 'contributor' },
            ],
            media: [
              { url: 'https://contoh.test/suara.mp3', type: 'audio/mpeg', bytes: 12_345 },
              { url: 'https://contoh.test/foto.jpg', width: 64 },
              { url: 'https://contoh.test/pasar.jpg', caption: 'Pasar' },
            ],
            links: [{ url: 'https://contoh.test/berita/0', rel: 'related', title: 'Sebelumnya' }],
            rights: '© Contoh',
            source: { name: 'Asal', url: 'https://asal.test/' },
            places: [{ latitude: -6.2, longitude: 106.8 }],
          },
        },
      },
    ]);
  });

  it('says in its table where each of these fields comes from, and becomes what the API takes', () => {
    const [item] = itemsIn(full);
    const draft = item !== undefined && 'draft' in item ? item.draft : {};
    expect(PushArticle.safeParse(draft).error).toBeUndefined();
    const { extras = {}, ...fields } = draft;
    const rows = atom.fields.map(({ field }) => field);
    const named = [...Object.keys(fields), ...Object.keys(extras).map((name) => `extras.${name}`)];
    expect(named.filter((name) => !rows.includes(name))).toEqual([]);
  });

  it.each([
    ['text', '<content type="text">3 &lt; 4 &lt;b&gt;</content>', '3 < 4 <b>'],
    ['HTML', '<content type="html">&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</content>', 'a\n\nb'],
    ['HTML that is not escaped', '<content type="html"><p>a</p><p>b</p></content>', 'a\n\nb'],
    ['XHTML of escaped markup', '<content type="xhtml"><div>&lt;p&gt;a</div></content>', '<p>a'],
    ['without a type', '<content>&lt;p&gt;a&lt;/p&gt;</content>', 'a'],
    ['base64', '<content type="application/octet-stream">SXNpIHBlbnVo</content>', 'Isi penuh'],
    ['base64 of Atom 0.3', '<content mode="base64">PHA+SXNpPC9wPg==</content>', 'Isi'],
    ['elsewhere', '<content src="http://a.test/x"/><summary>Ringkas</summary>', 'Ringkas'],
    ['a film', '<content type="video/mp4">AAAA</content><summary>Ringkas</summary>', 'Ringkas'],
    ['nothing', '', ''],
  ])('has a body by its type: %s', (_, content, body) => {
    expect(draftIn(content).body).toBe(body);
  });

  it('gives an entry without authors those of its source, or else of the feed', () => {
    const feed = '<author><name>Redaksi</name></author>';
    expect(draftIn('<source><author><name>Asal</name></author></source>', feed).byline).toBe(
      'Asal',
    );
    expect(draftIn('', feed).byline).toBe('Redaksi');
  });

  it('of version 0.3 has its dates and its names', () => {
    const [item] = itemsIn(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id><issued>2004-01-01T10:00:00Z</issued><modified>2004-01-02T10:00:00Z</modified><copyright>c</copyright></entry></feed>',
    );
    expect(item).toMatchObject({
      draft: {
        publishedAt: '2004-01-01T10:00:00Z',
        updatedAt: '2004-01-02T10:00:00Z',
        extras: { rights: 'c' },
      },
    });
  });

  it('takes articles back by deleted entries', () => {
    const items = itemsIn(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <entry><id>1</id></entry>
      <at:deleted-entry ref="2" when="2023-06-12T10:00:00Z"><at:comment>Keliru</at:comment></at:deleted-entry>
      <at:deleted-entry when="2023-06-12T10:00:00Z"/></feed>`,
    );
    expect(items).toMatchObject([
      { draft: { id: '1' } },
      { pointer: '/feed/deleted-entry[1]', withdrawal: { id: '2', reason: 'Keliru' } },
      { pointer: '/feed/deleted-entry[2]', refusal: [{ detail: expect.stringContaining('ref') }] },
    ]);
  });

  it('is read as one entry alone, and without a namespace', () => {
    expect(itemsIn('<entry><id>1</id><title>Satu</title></entry>')).toMatchObject([
      { pointer: '/entry', draft: { id: '1', title: 'Satu' } },
    ]);
  });

  it.each([
    ['after', '2023-06-12T12:00:00+07:00', '2023-06-12T10:00:00+07:00', 0],
    ['in another zone after', '2023-06-12T12:00:00+07:00', '2023-06-12T04:59:59Z', 0],
    ['before', '2023-06-12T12:00:00+07:00', '2023-06-12T05:00:01Z', 1],
    ['at the time', '2023-06-12T12:00:00+07:00', '2023-06-12T05:00:00Z', 1],
    ['who knows whether after', '', '2023-06-12T10:00:00+07:00', 1],
    ['whenever, not before', '2023-06-12T12:00:00+07:00', '', 1],
  ])('leaves an entry that was updated %s it was deleted', (_name, updated, when, deletions) => {
    const items = itemsIn(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <entry><id>1</id><title>Lama</title><updated>2020-01-01T00:00:00Z</updated></entry>
      <entry><id>1</id><title>T</title><updated>${updated}</updated></entry>
      <at:deleted-entry ref="1" when="${when}"/></feed>`,
    );
    expect(items.filter((item) => 'withdrawal' in item)).toHaveLength(deletions);
  });
});
