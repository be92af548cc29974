import fc from 'fast-check';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };
const read = (text: string, contentType?: string) =>
  readDocument({ bytes: new TextEncoder().encode(text), contentType }, context);

const nitf = `<nitf><head><docdata><doc-id id-string="KB-1"/></docdata></head>
  <body><body.content><p>Air naik.</p></body.content></body></nitf>`;
const g2 = (inner: string) => `
  <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta>
    <versionCreated>2026-03-01T09:30:00+07:00</versionCreated></itemMeta>${inner}</newsItem>`;
const newsml = (inner: string) => `
  <NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId></NewsIdentifier>
    </Identification><NewsComponent>${inner}</NewsComponent></NewsItem></NewsML>`;

/** Alone they take 0.3 s at most, with time that grows with the square 10 s and more. */
const READING_MS_MAX = 5_000;

describe('documents of agencies', () => {
  it.each([
    ['ninjs', '{"uri":"urn:1","headline":"Banjir","body_text":"Air naik."}'],
    ['nitf', nitf],
    ['newsml-g2', g2('')],
    ['newsml-1', newsml('<ContentItem><DataContent>Air naik.</DataContent></ContentItem>')],
  ])('%s is told from its content, whatever it is sent as', (format, text) => {
    const general = text.startsWith('{') ? 'application/json' : 'application/xml';
    for (const contentType of [undefined, general, 'application/octet-stream']) {
      const document = read(text, contentType);
      expect(document.format).toBe(format);
      expect(document.items).toMatchObject([{ draft: { id: expect.any(String) } }]);
    }
  });

  it.each([
    ['nitf', 'text/vnd.IPTC.NITF', nitf],
    ['newsml-g2', 'application/vnd.iptc.g2.newsitem+xml', g2('')],
    ['newsml-1', 'text/vnd.IPTC.NewsML', newsml('<ContentItem/>')],
  ])('%s is told by its media type %s', (format, contentType, text) => {
    expect(read(text, contentType).format).toBe(format);
  });

  it('ninjs comes in arrays and line by line too, and one bad item costs no other', () => {
    const good = '{"uri":"urn:1","headline":"Banjir"}';
    const bad = '{"uri":"urn:2","pubstatus":"cancelled"}';
    for (const text of [`[${good},${bad},${good}]`, [good, bad, good].join('\n')]) {
      expect(read(text).items).toMatchObject([
        { draft: { id: 'urn:1' } },
        { refusal: [{ pointer: expect.stringMatching(/1?\/pubstatus$/) }] },
        { draft: { id: 'urn:1' } },
      ]);
    }
  });

  it.each([
    ['nitf', '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">', nitf],
    ['nitf', '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN"\n "nitf-3-4.dtd">', nitf],
    ['newsml-1', '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">', newsml('<ContentItem/>')],
    [
      'rss',
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">',
      '<rss version="0.91"><channel><item><title>Caf&eacute;</title><link>https://a.test/1</link></item></channel></rss>',
    ],
  ])('%s with %s is told what to do, and taken when that is done', (format, doctype, text) => {
    const document = `<?xml version="1.0"?>\n${doctype}${text}`;
    expect(() => read(document)).toThrow(
      'The XML has a DOCTYPE (line 2): none is taken, whatever it says. Delete it, from <!DOCTYPE to its end, ' +
        'and send the rest as it is: names of characters such as &eacute; are known without it',
    );
    const done = read(document.replace(/<!DOCTYPE[^>]*>/, ''));
    expect(done.format).toBe(format);
    expect(done.items).toMatchObject([{ draft: {} }]);
    if (format === 'rss') expect(done.items).toMatchObject([{ draft: { title: 'Café' } }]);
  });

  const many = 40_000;
  it.each([
    ['subjects', g2(`<contentMeta>${'<subject qcode="a:1"/>'.repeat(many)}</contentMeta>`)],
    [
      'kinds of metadata',
      g2(
        `<contentMeta>${Array.from({ length: many }, (_, at) => `<z${at}/>`).join('')}</contentMeta>`,
      ),
    ],
    [
      'captions and pictures',
      newsml(
        '<NewsComponent><Role FormalName="caption"/></NewsComponent>'.repeat(many / 4) +
          '<ContentItem Href="a"/>'.repeat(many / 2),
      ),
    ],
    [
      'fields of a sender’s own',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Kantor',
        items: [
          {
            id: '1',
            content_text: 'Air naik.',
            ...Object.fromEntries(Array.from({ length: many }, (_, at) => [`_k${at}`, 'teks'])),
          },
        ],
      }),
    ],
    [
      'wrong associations',
      JSON.stringify({ uri: '1', associations: Array.from({ length: many }, () => ({ x: 1 })) }),
    ],
  ])('very many %s cost no more than reading them', (_, text) => {
    const before = process.cpuUsage();
    const { items } = read(text);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(READING_MS_MAX);
    expect(items).toHaveLength(1);
  });

  const treeOf = (names: readonly string[], attributes: readonly string[]) =>
    fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 9 },
        fc.constantFrom('', 'teks', '20260301', 'QQ==', '&lt;b&gt;'),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.subarray([...attributes]),
            fc.constantFrom('a:b', '1', 'Usable', 'base64', '2026-03-01'),
            fc.array(tie('tree'), { maxLength: 3 }),
          )
          .map(([name, given, value, inner]) => {
            const said = given.map((attribute) => ` ${attribute}="${value}"`).join('');
            return `<${name}${said}>${inner.join('')}</${name}>`;
          }),
      ),
    })).tree;

  it.each([
    [
      'NewsML-G2',
      g2,
      ['contentMeta', 'contentSet', 'inlineXML', 'inlineData', 'groupSet', 'itemRef', 'subject'],
      ['qcode', 'href', 'encoding', 'duration', 'contenttype'],
    ],
    [
      'NewsML 1',
      newsml,
      ['NewsComponent', 'ContentItem', 'DataContent', 'Encoding', 'NewsLines', 'HeadLine', 'nitf'],
      ['FormalName', 'Href', 'Notation'],
    ],
  ])('any tree of elements of %s is read or refused', (_, around, names, attributes) => {
    fc.assert(
      fc.property(treeOf([...names, 'name', 'Role', 'body'], attributes), (tree) => {
        expect(read(around(tree)).items.length).toBeGreaterThan(0);
      }),
    );
  });

  it('any object with names of ninjs is read or refused', () => {
    const names = ['headlines', 'body_html', 'places', 'renditions', 'associations', 'embargoed'];
    const more = ['pubstatus', 'standard', '$standard', 'altids', 'version', 'language', 'value'];
    const name = fc.constantFrom(...names, ...more, 'geojson', 'coordinates', 'role', 'type');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>(null, 1, '', 'teks', 'Point', '2026-03-01', '<p>x', 1e300),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 8 }), (item) => {
        expect(read(JSON.stringify({ ...item, uri: 'urn:1' })).format).toBe('ninjs');
      }),
      { numRuns: 500 },
    );
  });
});
