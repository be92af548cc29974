import { PushArticle } from '@warta/contracts';
import type { Item } from './draft.ts';
import { readDocument } from './read-document.ts';
import { rss } from './rss.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {}, baseUrl: 'https://kirim.test/feed' };

const itemsIn = (document: string, contentType = 'application/rss+xml'): Item[] =>
  readDocument({ bytes: new TextEncoder().encode(document), contentType }, context).items;

const draftIn = (inner: string, channel = '') => {
  const [item] = itemsIn(
    `<rss version="2.0"><channel>${channel}<item><guid>1</guid>${inner}</item></channel></rss>`,
  );
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};

const full = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:m="http://search.yahoo.com/mrss/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel>
  <title>Contoh</title><link>https://contoh.test/</link><language>id-ID</language>
  <copyright>© Contoh</copyright>
  <item>
    <title>Harga &amp;amp; &lt;b&gt;beras&lt;/b&gt; naik</title>
    <link>/berita/1?a=1&b=2</link>
    <guid isPermaLink="false">contoh-1</guid>
    <pubDate>Senin, 12 Juni 2023 10:30 WIB</pubDate>
    <atom:updated>2023-06-12T11:00:00+07:00</atom:updated>
    <author>sari@contoh.test (Sari Dewi)</author><dc:creator>Sari Dewi</dc:creator>
    <dc:creator>Budi Hartono</dc:creator><dc:contributor>Tono</dc:contributor>
    <category>Ekonomi</category><category domain="https://contoh.test/tema">Pangan</category>
    <atom:category term="p1" label="Pasar" scheme="https://contoh.test/s"/>
    <itunes:keywords>beras, pasar</itunes:keywords>
    <prism:section>Ekonomi &amp; Bisnis</prism:section>
    <description>Ringkasan &lt;i&gt;pendek&lt;/i&gt;.</description>
    <content:encoded><![CDATA[<p>Isi &nbsp;penuh.</p>]]></content:encoded>
    <enclosure url="/suara.mp3" type="audio/mpeg" length="12345"/>
    <itunes:duration>1:02:03</itunes:duration>
    <m:group><m:content url="/foto.jpg" type="image/jpeg" width="640" height="480" fileSize="99">
      <m:description>Pasar &amp;amp; beras</m:description><m:credit>Antara</m:credit>
    </m:content></m:group>
    <comments>/berita/1#komentar</comments>
    <atom:link rel="related" href="/berita/0" title="Sebelumnya" type="text/html"/>
    <source url="https://asal.test/feed">Asal</source>
    <georss:point>-6.2 106.8</georss:point><georss:featurename>Jakarta</georss:featurename>
    <slash:comments>7</slash:comments>
  </item>
</channel></rss>`;

describe('RSS', () => {
  it('takes a link that was escaped twice as it was meant', () => {
    expect(draftIn('<link>https://a.test/?x=1&amp;amp;y=2</link>').url).toBe(
      'https://a.test/?x=1&y=2',
    );
  });

  it('keeps the lines of a description without tags, whatever characters it writes by name', () => {
    const { body } = draftIn(
      '<description>Baris satu\nbaris dua\n\nbaris &amp;quot;tiga&amp;quot;</description>',
    );
    expect(body).toBe('Baris satu\nbaris dua\n\nbaris "tiga"');
  });

  it('keeps everything that it says of an article and Warta has a place for', () => {
    expect(itemsIn(full)).toEqual([
      {
        pointer: '/rss/channel/item[1]',
        draft: {
          id: 'contoh-1',
          url: 'https://contoh.test/berita/1?a=1&b=2',
          title: 'Harga & beras naik',
          body: 'Isi  penuh.'.replace('  ', ' \u00A0'),
          publishedAt: '2023-06-12T10:30:00+07:00',
          updatedAt: '2023-06-12T11:00:00+07:00',
          language: 'id-ID',
          byline: 'Sari Dewi, Budi Hartono',
          section: 'Ekonomi & Bisnis',
          extras: {
            'slash:comments': '7',
            summary: 'Ringkasan pendek.',
            keywords: ['Ekonomi', 'beras', 'pasar'],
            subjects: [
              { name: 'Pangan', scheme: 'https://contoh.test/tema' },
              { code: 'p1', name: 'Pasar', scheme: 'https://contoh.test/s' },
            ],
            authors: [
              { name: 'Sari Dewi', email: 'sari@contoh.test' },
              { name: 'Budi Hartono' },
              { name: 'Tono', role: 'contributor' },
            ],
            media: [
              {
                url: 'https://contoh.test/suara.mp3',
                type: 'audio/mpeg',
                bytes: 12_345,
                seconds: 3_723,
              },
              {
                url: 'https://contoh.test/foto.jpg',
                type: 'image/jpeg',
                width: 640,
                height: 480,
                bytes: 99,
                caption: 'Pasar & beras',
                credit: 'Antara',
              },
            ],
            links: [
              {
                url: 'https://contoh.test/berita/0',
                rel: 'related',
                title: 'Sebelumnya',
                type: 'text/html',
              },
              { url: 'https://contoh.test/berita/1#komentar', rel: 'replies' },
            ],
            rights: '© Contoh',
            source: { name: 'Asal', url: 'https://asal.test/feed' },
            places: [{ latitude: -6.2, longitude: 106.8, name: 'Jakarta' }],
          },
        },
      },
    ]);
  });

  it('says in its table where each of these fields comes from', () => {
    const [item] = itemsIn(full);
    const draft = item !== undefined && 'draft' in item ? item.draft : {};
    const { extras = {}, ...fields } = draft;
    const named = [...Object.keys(fields), ...Object.keys(extras).map((name) => `extras.${name}`)];
    const rows = rss.fields.map(({ field }) => field);
    expect(named.filter((name) => !rows.includes(name))).toEqual(['extras.slash:comments']);
  });

  it('becomes what the API takes', () => {
    const [item] = itemsIn(full);
    const draft = item !== undefined && 'draft' in item ? item.draft : {};
    expect(PushArticle.safeParse(draft).error).toBeUndefined();
  });

  it('refuses an item that could never be corrected, and takes those around it', () => {
    const items = itemsIn(
      '<rss><channel><item><guid>1</guid></item><item><title>Tanpa</title></item><item><link>http://a.test/2</link></item></channel></rss>',
    );
    expect(
      items.map((item) => ('draft' in item ? (item.draft.id ?? item.draft.url) : item)),
    ).toEqual([
      '1',
      {
        pointer: '/rss/channel/item[2]',
        refusal: [
          {
            pointer: '/rss/channel/item[2]',
            detail: expect.stringMatching(/“Tanpa”.*neither an id nor a link/) as string,
          },
        ],
      },
      'http://a.test/2',
    ]);
  });

  it('has its items beside the channel in RSS 1.0 and 0.90', () => {
    const items = itemsIn(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="http://a.test/rdf"><link>http://a.test/</link><dc:language>ms</dc:language></channel>
      <item rdf:about="http://a.test/1"><title>Satu</title><link>1</link><dc:date>2023-06-12</dc:date></item>
      </rdf:RDF>`,
      'application/xml',
    );
    expect(items).toEqual([
      {
        pointer: '/RDF/item[1]',
        draft: {
          id: 'http://a.test/1',
          url: 'http://a.test/1',
          title: 'Satu',
          body: '',
          publishedAt: '2023-06-12T00:00:00+07:00',
          language: 'ms',
        },
      },
    ]);
  });

  it('takes a guid for the address unless it says that it is none', () => {
    const link = (guid: string) =>
      itemsIn(`<rss><channel><item>${guid}</item></channel></rss>`).map((item) =>
        'draft' in item ? item.draft.url : undefined,
      );
    expect(link('<guid>https://a.test/1</guid>')).toEqual(['https://a.test/1']);
    expect(link('<guid isPermaLink="false">https://a.test/1</guid>')).toEqual([undefined]);
    expect(link('<guid>a-1</guid>')).toEqual([undefined]);
  });

  it('resolves addresses against xml:base, the channel’s page, or where it was sent from', () => {
    const url = (inner: string, channel = '') => draftIn(`<link>b</link>${inner}`, channel).url;
    expect(url('')).toBe('https://kirim.test/b');
    expect(url('', '<link>http://a.test/x/</link>')).toBe('http://a.test/x/b');
    expect(
      itemsIn(
        '<rss xml:base="http://a.test/"><channel xml:base="x/"><link>http://c.test</link><item xml:base="y/"><link>b</link></item></channel></rss>',
      ),
    ).toMatchObject([{ draft: { url: 'http://a.test/x/y/b' } }]);
  });

  it('gives no address that is not http', () => {
    const draft = draftIn(
      '<link>javascript:alert(1)</link><enclosure url="file:///etc/passwd"/><comments>data:x</comments>',
    );
    expect(draft).toEqual({ id: '1', body: '' });
  });

  it('takes text as text and HTML as HTML, escaped or not', () => {
    const body = (written: string) => draftIn(`<description>${written}</description>`).body;
    expect(body('3 &lt; 4 &amp; 5')).toBe('3 < 4 & 5');
    expect(body('&lt;p&gt;satu&lt;/p&gt;&lt;p&gt;dua&lt;/p&gt;')).toBe('satu\n\ndua');
    expect(body('<p>satu</p><p>dua &lt;b&gt;</p>')).toBe('satu\n\ndua <b>');
    expect(body('<![CDATA[<p>Caf&eacute;</p>]]>')).toBe('Café');
    expect(body('<![CDATA[&lt;p&gt;satu&lt;/p&gt;&lt;p&gt;a &amp;amp; b&lt;/p&gt;]]>')).toBe(
      'satu\n\na & b',
    );
    expect(body('<![CDATA[<p>Tulis &lt;p&gt;</p>]]>')).toBe('Tulis <p>');
  });

  it.each([
    ['mail@a.test (Nama Orang)', { name: 'Nama Orang', email: 'mail@a.test' }],
    ['Nama Orang (mail@a.test)', { name: 'Nama Orang', email: 'mail@a.test' }],
    ['Nama Orang &lt;mail@a.test&gt;', { name: 'Nama Orang', email: 'mail@a.test' }],
    ['mail@a.test', { email: 'mail@a.test' }],
    ['Nama Orang', { name: 'Nama Orang' }],
  ])('knows the author in %s', (written, author) => {
    expect(draftIn(`<author>${written}</author>`).extras).toEqual({ authors: [author] });
  });

  it('reads a document whose elements are in the wrong namespace or the wrong case', () => {
    const items = itemsIn(
      '<RSS xmlns="http://www.w3.org/2005/Atom"><channel><item><GUID>1</GUID><pubdate>2023-06-12T00:00:00Z</pubdate></item></channel></RSS>',
      'application/xml',
    );
    expect(items).toMatchObject([{ draft: { id: '1', publishedAt: '2023-06-12T00:00:00Z' } }]);
  });

  it.each([
    ['in', 'id'],
    ['in_ID', 'id-ID'],
    ['Bahasa Indonesia', 'id'],
    ['en-us', 'en-us'],
  ])('says its language as %s and means %s', (said, tag) => {
    expect(draftIn('', `<language>${said}</language>`).language).toBe(tag);
  });

  it('keeps a date that nobody can read as it stands', () => {
    const { publishedAt, extras } = draftIn('<pubDate>05/06/2023</pubDate>');
    expect({ publishedAt, extras }).toEqual({ extras: { pubdate: '05/06/2023' } });
  });

  it('keeps the pictures of its HTML, whose text goes without them', () => {
    const html = `<p>Isi<img class="x" src='/a.jpg?b&amp;c' alt="Pasar &amp; beras" width=640>
      <IMG data-src=https://b.test/b.png src="data:image/gif;base64,R0"><img src="/hitung.gif" width="1" height="1">
      <img src="/a.jpg?b&amp;c"></p>`;
    const channel = '<link>https://contoh.test/</link>';
    const { body, extras } = draftIn(`<description><![CDATA[${html}]]></description>`, channel);
    expect(body).toBe('Isi');
    expect(extras?.['media']).toEqual([
      { url: 'https://contoh.test/a.jpg?b&c', caption: 'Pasar & beras', width: 640 },
      { url: 'https://b.test/b.png' },
    ]);
  });

  it('has as summary the first text that says something else, and keeps the others', () => {
    const { body, extras } = draftIn(
      `<description>Satu.</description><itunes:summary>Satu.</itunes:summary>
      <dc:description>Dua.</dc:description><media:description>Tiga.</media:description>`,
    );
    expect(body).toBe('Satu.');
    expect(extras).toEqual({ summary: 'Dua.', 'media:description': 'Tiga.' });
  });

  it('with too many items is refused before they are read', () => {
    const many = '<item><guid>1</guid></item>'.repeat(1_001);
    expect(() => itemsIn(`<rss><channel>${many}</channel></rss>`)).toThrow('more than 1000 items');
  });
});
