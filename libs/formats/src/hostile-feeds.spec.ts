import fc from 'fast-check';
import { DocumentError } from './draft.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };
const read = (document: string) =>
  readDocument({ bytes: Buffer.from(document), contentType: 'application/xml' }, context).items;

const one = (inner: string) => `<rss><channel><item><guid>1</guid>${inner}</item></channel></rss>`;
const entry = (inner: string) => `<feed><entry><id>1</id>${inner}</entry></feed>`;

/** Each costs a tenth of this here; without limits on what an article has, many times as much. */
const CPU_MS_MAX = 2_000;

describe('a feed made to cost', () => {
  it.each([
    ['categories', one('<category>&lt;b&gt;x&lt;/b&gt;</category>'.repeat(15_000))],
    ['authors', one('<author>a@b.c (&lt;b&gt;x)</author>'.repeat(15_000))],
    ['elements of its own', one('<own>&lt;b&gt;x</own>'.repeat(15_000))],
    ['media in groups', one('<media:group><media:content url="x"/></media:group>'.repeat(15_000))],
    ['links', entry('<link href="http://a.test/x"/>'.repeat(15_000))],
    [
      'titles of tags',
      `<rss><channel>${'<item><guid>1</guid><title>'
        .concat('&lt;p&gt;&lt;b&gt;'.repeat(1_000), '</title></item>')
        .repeat(150)}</channel></rss>`,
    ],
    [
      'dates',
      `<rss><channel>${`<item><guid>1</guid>${'<pubDate>Senin 5/6/7 jam x</pubDate>'.repeat(40)}</item>`.repeat(900)}</channel></rss>`,
    ],
    ['bodies without end', one(`<description>${'&lt;a '.repeat(300_000)}</description>`)],
    ['names of authors', one(`<author>${'x@'.repeat(500_000)}</author>`)],
  ])('is read in bounded time: %s', (_, document) => {
    const since = process.cpuUsage();
    try {
      expect(read(document).length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
    const { user, system } = process.cpuUsage(since);
    expect((user + system) / 1_000).toBeLessThan(CPU_MS_MAX);
  });

  it('of whatever elements in whatever order gives items or a named refusal', () => {
    const name = fc.constantFrom(
      ...['item', 'entry', 'channel', 'title', 'link', 'guid', 'id', 'description', 'content'],
      ...['author', 'name', 'source', 'category', 'pubDate', 'updated', 'media:group', 'image'],
      ...['media:content', 'enclosure', 'georss:point', 'dc:date', '__proto__', 'constructor'],
    );
    const value = fc.constantFrom(
      ...[
        '',
        'x',
        '1',
        'http://a.test/',
        '//b',
        'javascript:x',
        '&lt;b&gt;',
        '2023-06-12',
        '-6 106',
      ],
    );
    const treeOf = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc.tuple(name, value, fc.array(inner, { maxLength: 4 })).map(([tag, text, within]) => {
        const attributes = `url="${text}" href="${text}" type="${text}" rel="${tag}" xml:base="${text}"`;
        return `<${tag} ${attributes}>${text}${within.join('')}</${tag}>`;
      });
    const tree = treeOf(treeOf(treeOf(treeOf(value))));
    const root = fc.constantFrom('rss', 'feed', 'rdf:RDF', 'channel', 'entry');
    fc.assert(
      fc.property(root, fc.array(tree, { maxLength: 4 }), (tag, inner) => {
        const document = `<${tag}>${inner.join('')}</${tag}>`;
        for (const around of [document, `<rss><channel>${document}</channel></rss>`]) {
          try {
            for (const item of read(around)) expect(item.pointer).toMatch(/^\//);
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError);
          }
        }
      }),
      { seed: 5, numRuns: 400 },
    );
    expect(({} as Record<string, unknown>)['url']).toBeUndefined();
  });
});
