import { readDocument } from './read-document.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An item of each format with a title, as plain text, and a picture. */
const documents: Record<string, (title: string, picture: string) => string> = {
  'newsml-g2': (title, picture) => `
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1">
      <itemMeta><versionCreated>2026-03-01T09:30:00+07:00</versionCreated></itemMeta>
      <contentMeta><headline>${escaped(title)}</headline><by>${escaped(title)}</by></contentMeta>
      <contentSet><remoteContent href="${escaped(picture)}"/></contentSet>
    </newsItem>`,
  'newsml-1': (title, picture) => `
    <NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId></NewsIdentifier>
      </Identification><NewsComponent>
      <NewsLines><HeadLine>${escaped(title)}</HeadLine><ByLine>${escaped(title)}</ByLine></NewsLines>
      <ContentItem Href="${escaped(picture)}"/></NewsComponent></NewsItem></NewsML>`,
  nitf: (title, picture) => `
    <nitf><head><docdata><doc-id id-string="1"/></docdata></head><body><body.head>
      <hedline><hl1>${escaped(title)}</hl1></hedline><byline>${escaped(title)}</byline></body.head>
      <body.content><media><media-reference source="${escaped(picture)}"/></media></body.content>
    </body></nitf>`,
  ninjs: (title, picture) =>
    JSON.stringify({
      uri: 'urn:1',
      headline: title,
      byline: title,
      renditions: { utama: { href: picture } },
    }),
};

describe.each(Object.entries(documents))('an item of %s', (format, documentOf) => {
  const draftOf = (title: string, picture = 'https://kb.id/1.jpg', baseUrl?: string) => {
    const { format: read, items } = readDocument(
      { bytes: Buffer.from(documentOf(title, picture)) },
      { timeZone: 'Asia/Jakarta', headers: {}, ...(baseUrl !== undefined && { baseUrl }) },
    );
    expect(read).toBe(format);
    const [item] = items;
    if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
    return item.draft;
  };

  it.each([
    ['Judul A & B', 'Judul A & B'],
    ['Judul A &amp; B', 'Judul A & B'],
    ['Judul A &amp;amp; B', 'Judul A & B'],
    ['Kata &quot;ya&quot; &#8211; lagi', 'Kata "ya" – lagi'],
    ['<b>Banjir</b> di <i class="x">Semarang</i>', 'Banjir di Semarang'],
    ['&lt;strong&gt;Banjir&lt;/strong&gt; surut', 'Banjir surut'],
    ['Tag <video> di HTML5', 'Tag <video> di HTML5'],
    ['3 < 5 dan R&D; tetap', '3 < 5 dan R&D; tetap'],
  ])('called %s has the title and byline %s', (said, title) => {
    expect(draftOf(said)).toMatchObject({ title, byline: title });
  });

  it.each([
    ['/foto/1.jpg?a=1&b=2', 'https://kb.id/foto/1.jpg?a=1&b=2'],
    ['1.jpg', 'https://kb.id/berita/1.jpg'],
    ['//cdn.kb.id/1.jpg', 'https://cdn.kb.id/1.jpg'],
    ['https://lain.id/1.jpg', 'https://lain.id/1.jpg'],
    ['tag:kb.id,2026:1', 'tag:kb.id,2026:1'],
  ])('with a picture at %s has it at %s', (reference, url) => {
    const media = draftOf('x', reference, 'https://kb.id/berita/').extras?.['media'];
    expect(media).toMatchObject([{ url }]);
  });

  it('keeps the address of a picture that is relative to nothing', () => {
    expect(draftOf('x', '/1.jpg').extras?.['media']).toMatchObject([{ url: '/1.jpg' }]);
  });
});
