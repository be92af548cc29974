import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decodeText } from './decode-text.ts';
import { DocumentError } from './draft.ts';
import { readDocument } from './read-document.ts';

const suite = path.resolve(
  import.meta.dirname,
  '../../../../shared/suites/miniflux/internal/reader',
);
const has = existsSync(suite);

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
};

/** Words that stand in each file, as a reader of its language writes them. */
const miniflux: readonly [file: string, words: string][] = [
  ['encoding/testdata/invalid-prolog.xml', '테스트 피드'],
  ['encoding/testdata/iso-8859-1-meta-after-1024.html', 'Frédéric'],
  ['encoding/testdata/iso-8859-1.html', 'Frédéric'],
  ['encoding/testdata/iso-8859-1.xml', 'Présentation'],
  ['encoding/testdata/koi8r.xml', 'Пример RSS ленты'],
  ['encoding/testdata/utf8-incorrect-prolog.xml', 'Café'],
  ['encoding/testdata/utf8-meta-after-1024.html', 'Frédéric'],
  ['encoding/testdata/utf8.html', 'Café'],
  ['encoding/testdata/utf8.xml', '테스트 피드'],
  ['encoding/testdata/windows-1252-incorrect-prolog.xml', 'Euro €'],
  ['encoding/testdata/windows-1252.xml', 'Euro €'],
  ['xml/testdata/iso88591.xml', 'Anaïs'],
  ['xml/testdata/iso88591_utf8_mismatch.xml', 'Jürgen'],
  ['xml/testdata/koi8r.xml', 'Пример RSS ленты'],
  ['parser/testdata/encoding_ISO-8859-1.xml', 'wünschen sich eine PC'],
  ['parser/testdata/encoding_WINDOWS-1251.xml', 'Новый цитатник Рунета'],
  ['parser/testdata/large_atom.xml', '…'],
  ['parser/testdata/large_rss.xml', '…'],
  ['parser/testdata/no_encoding_ISO-8859-1.xml', 'études montrent'],
  ['parser/testdata/rdf_UTF8.xml', 'maßnahmen'],
  ['parser/testdata/small_atom.xml', '…'],
  ['parser/testdata/urdu_UTF8.xml', 'اردو'],
];

(has ? describe : describe.skip)('the documents of miniflux', () => {
  if (!has) process.stderr.write('left out: miniflux, ../shared/suites is not there\n');

  it('have their characters, whatever they declare', () => {
    const wrong = miniflux.filter(([file, words]) => {
      const { text } = decodeText(readFileSync(path.join(suite, file)));
      return !text.includes(words) || text.includes('\uFFFD');
    });
    process.stderr.write(
      `miniflux: ${miniflux.length - wrong.length} of ${miniflux.length} encodings right\n`,
    );
    expect(wrong).toEqual([]);
  });

  it('become articles where they are feeds with items', () => {
    const feeds = miniflux.filter(([file]) => file.startsWith('parser/'));
    const read = feeds.map(([file]) => {
      const bytes = readFileSync(path.join(suite, file));
      const context = { timeZone: 'UTC', headers: {} };
      const { items } = readDocument({ bytes, contentType: 'application/xml' }, context);
      const drafts = items.filter((item) => 'draft' in item);
      const refusals = items.flatMap((item) => ('refusal' in item ? item.refusal : []));
      const why = refusals.map(({ detail }) => detail).join();
      return { items: items.length, drafts: drafts.length, why };
    });
    const there = feeds.map(([file]) => {
      const { text } = decodeText(readFileSync(path.join(suite, file)));
      return text.match(/<(?:item|entry)[\s>]/g)?.length;
    });
    process.stderr.write(
      `miniflux: ${read.map(({ drafts }) => drafts).join(' + ')} articles in ${feeds.length} feeds\n`,
    );
    expect(read.map(({ items }) => items)).toEqual(there);
    expect(read.filter(({ items, drafts }) => items > drafts)).toEqual([
      // The fields of its fourth item are all empty.
      { items: 10, drafts: 9, why: expect.stringContaining('neither an id nor a link') as string },
    ]);
  });
});

describe('characters', () => {
  it.each([
    ['UTF-8 with a mark', utf8('\uFEFF<a>é</a>'), undefined, 'utf-8', 'bom'],
    ['UTF-16 with a mark', utf16('\uFEFF<a>é</a>', true), 'utf-8', 'utf-16le', 'bom'],
    ['UTF-16 the other way round', utf16('\uFEFF<a>é</a>', false), undefined, 'utf-16be', 'bom'],
    ['UTF-16 without a mark', utf16('<a>é</a>', true), undefined, 'utf-16le', 'bytes'],
    ['UTF-16 in network order', utf16('<a>é</a>', false), undefined, 'utf-16be', 'bytes'],
    ['what the transport says', latin1('<a>\xe9</a>'), 'ISO-8859-1', 'windows-1252', 'transport'],
    ['the bytes when the transport is wrong', utf8('<a>é</a>'), 'latin1', 'utf-8', 'bytes'],
    [
      'the document when the transport wrongly says UTF-8',
      latin1('<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>'),
      'utf-8',
      'windows-1252',
      'declaration',
    ],
    [
      'an 8-bit document that says it is UTF-16',
      utf8('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'),
      undefined,
      'utf-8',
      'declaration',
    ],
  ])('are told by %s', (_, bytes, transport, charset, toldBy) => {
    const decoded = decodeText(bytes, transport);
    expect(decoded).toMatchObject({ charset, toldBy });
    expect(decoded.text).toContain('<a>é</a>');
  });

  it('of Japanese mail text are read though its bytes are ASCII', () => {
    const bytes = latin1('<?xml version="1.0" encoding="iso-2022-jp"?><a>\x1b$B%F%9%H\x1b(B</a>');
    expect(decodeText(bytes).text).toContain('<a>テスト</a>');
  });

  it('of Russian are detected where nothing is declared', () => {
    const words = '<p>Правительство утвердило бюджет на следующий год, сообщили в министерстве</p>';
    const koi8 = new Map<string, number>();
    const decoder = new TextDecoder('koi8-r');
    for (let byte = 0x80; byte < 0x100; byte += 1)
      koi8.set(decoder.decode(Uint8Array.of(byte)), byte);
    const bytes = Uint8Array.from(words, (one) => koi8.get(one) ?? one.charCodeAt(0));
    expect(decodeText(bytes)).toEqual({ text: words, charset: 'koi8-r', toldBy: 'detection' });
  });

  it('of a document cut within one stay readable', () => {
    const bytes = utf8('<a>Harga “beras” naik é</a>').slice(0, -5);
    const { text, charset } = decodeText(bytes);
    expect({ charset, text }).toEqual({ charset: 'utf-8', text: '<a>Harga “beras” naik \uFFFD' });
  });

  it('in UTF-32 are refused by name', () => {
    expect(() => decodeText(Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0))).toThrow(DocumentError);
    expect(() => decodeText(Uint8Array.of(0, 0, 0, 0x3c))).toThrow('send it as UTF-8');
  });

  it('come back as they were sent in UTF-8 and UTF-16, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = `<a>${text.toWellFormed()}</a>`;
        expect(decodeText(utf8(document)).text).toBe(document);
        expect(decodeText(utf16(`\uFEFF${document}`, true)).text).toBe(document);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('of any bytes are some text or a named refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(typeof decodeText(bytes).text).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
