import fc from 'fast-check';
import { convert } from 'html-to-text';
import { DocumentError } from './draft.ts';
import { htmlEntities } from './html-entities.ts';
import { childElement, childElements, parseXml, textOf } from './xml-document.ts';

describe('what feeds commonly break in XML', () => {
  const text = (inner: string) => textOf(parseXml(`<a>${inner}</a>`));

  it.each([
    ['names of HTML', 'Caf&eacute;&nbsp;&ndash;&rsquo;', 'Café\u00A0–’'],
    ['a bare ampersand', 'Fish & Chips &amp; AT&T', 'Fish & Chips & AT&T'],
    ['an address in text', '?page=1&copy=2;mode=x &amp; done', '?page=1&copy=2;mode=x & done'],
    ['a name that is nobody’s', '&foo; &xxe;', '&foo; &xxe;'],
    ['a bare less-than sign', '3 < 4 and <3', '3 < 4 and <3'],
    ['numbers of Windows', '&#147;x&#x94;', '“x”'],
    ['numbers of no character', 'a&#0;b&#xD800;c&#x110000;d&#99999999;', 'abcd'],
    ['numbers with zeros before', '&#038;lt; &#0060;', '&lt; <'],
    ['control characters', 'a\u0001b\u000Bc\uFFFF', 'abc'],
    ['half a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
  ])('is mended: %s', (_, written, read) => expect(text(written)).toBe(read));

  it('knows the names that HTML knows, and no other meaning of them', () => {
    const wrong = [...htmlEntities].filter(
      ([name, character]) => convert(`x&${name};x`) !== convert(`x${character}x`),
    );
    expect(htmlEntities.size).toBe(248);
    expect(wrong).toEqual([]);
  });

  it('is left as it is where it is no markup', () => {
    expect(text('<![CDATA[&nbsp; & <b> <!DOCTYPE x>]]><!-- & -- < --><?php & ?>')).toBe(
      '&nbsp; & <b> <!DOCTYPE x>',
    );
  });

  it('is mended in attributes too', () => {
    const { attributes } = parseXml('<a href="?a=1&b=2&copy;&amp;" width=3 hidden></a>');
    expect(attributes.map(({ name, value }) => [name, value])).toEqual([
      ['href', '?a=1&b=2©&'],
      ['width', '3'],
      ['hidden', 'hidden'],
    ]);
  });

  it('is no reason to stop before the first tag', () => {
    const documents = [
      '\uFEFF\n \u200B<?xml version="1.0" encoding="nonsense" ?>\n<a/>',
      '<?xml encoding="utf-8" standalone="maybe" version="1.0"?><a/>',
      '<?xml version="1.1"?><a/>\u0000\n',
    ];
    for (const document of documents) expect(parseXml(document).name).toBe('a');
  });

  it('is a prefix that nobody declared: it means what it usually means', () => {
    const root = parseXml('<rss><media:content/><dc:creator/><own:thing/></rss>');
    expect(childElements(root).map(({ namespace }) => namespace)).toEqual([
      'http://search.yahoo.com/mrss/',
      'http://purl.org/dc/elements/1.1/',
      'urn:undeclared:own',
    ]);
    expect(childElement(root, 'thing')?.name).toBe('thing');
  });

  it('is refused with its place where it is the structure', () => {
    expect(() => parseXml('<a>\n<b></a>')).toThrow(/unexpected close tag\. \(line 2, column/);
    expect(() => parseXml('<a><b/>')).toThrow(/unclosed tag: a/);
    expect(() => parseXml('<a b="1" b="2"/>')).toThrow(/duplicate attribute/);
    expect(() => parseXml('')).toThrow(DocumentError);
  });
});

describe('any text', () => {
  it('is a tree or a named refusal, and never another error', () => {
    const piece = fc.constantFrom(
      ...['<a', '>', '</a>', '/>', '&', '&#', 'x26;', ';', '<!--', '-->', '<![CDATA[', ']]>', '<?'],
      ...[
        '?>',
        '<!DOCTYPE',
        ' b="',
        "'",
        '"',
        '=',
        'xmlns:',
        'xmlns="',
        ':',
        'é',
        '\uD800',
        '\u0000',
      ],
      ...['<rss>', '</rss>', ' ', '\n', '__proto__', 'constructor', '&constructor;'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const document of [text, `<a>${text}</a>`]) {
          try {
            expect(typeof textOf(parseXml(document))).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError);
          }
        }
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  it('escaped as XML is read back as it was', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(parseXml(`<a>${escaped(text)}</a>`))).toBe(text);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
