import { ITEMS_MAX } from '@warta/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError, UnknownFormatError } from './draft.ts';
import { allFormats, readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };
const read = (text: string, contentType?: string) =>
  readDocument({ bytes: Buffer.from(text), contentType }, context);

const article = { id: 'a1', title: 'Harga beras turun', body: 'Jakarta — Turun.' };
const [one, two] = [article, { ...article, id: 'a2' }].map((value) => JSON.stringify(value));

const eventOf = (data: object) =>
  JSON.stringify({ specversion: '1.0', id: 'e', source: '/cms', type: 't', data });
const ldOf = ({ id, title, body }: typeof article) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: id,
    headline: title,
    articleBody: body,
  });

const folder = join(import.meta.dirname, '..', 'samples');
const samples = readdirSync(folder).map((file) => {
  const { name } = allFormats
    .filter((format) => file.startsWith(format.name))
    .reduce((longest, format) => (format.name.length > longest.name.length ? format : longest));
  return [file, name, readFileSync(join(folder, file), 'utf8')] as const;
});
const saysNothing = [
  undefined,
  'text/plain',
  'application/octet-stream',
  'APPLICATION/X-WWW-FORM-URLENCODED',
];
const isWrong = [
  'application/json',
  'application/xml',
  'text/xml',
  'text/html',
  'application/x-ndjson',
];

describe('recognising a document', () => {
  it.each(samples)('knows %s as %s by its content, whatever it is sent as', (_file, name, text) => {
    const own = allFormats.find((format) => format.name === name)?.mediaTypes ?? [];
    for (const type of [...saysNothing, ...own, ...own.map((one) => `${one}; charset="UTF-8"`)]) {
      expect([type, read(text, type).format]).toEqual([type, name]);
      expect([type, read(`\uFEFF\n${text}`, type).format]).toEqual([type, name]);
    }
    for (const type of isWrong) {
      expect([type, read(text, type).format]).toEqual([type, name]);
    }
  });

  it('reads XHTML as a page, prolog or not', () => {
    const html = `<?xml version="1.0"?>
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Teks</p></body></html>`;
    for (const type of ['application/xhtml+xml', 'application/xml', 'text/html', undefined]) {
      expect(read(html, type).format).toBe('html-page');
      expect(read(html.slice(html.indexOf('<html')), type).format).toBe('html-page');
    }
  });

  it('reads a batch of several formats, and says it is one', () => {
    const ninjs = '{"uri":"urn:x:1","headline":"Harga","body_text":"Turun."}';
    const { format, items } = read(`${one}\n${ninjs}`, 'application/x-ndjson');
    expect(format).toBe('json-lines');
    expect(items).toMatchObject([{ draft: { id: 'a1' } }, { draft: { id: 'urn:x:1' } }]);
    expect(read(`[${one},${ninjs}]`).format).toBe('json');
    expect(read(`[${ninjs},${ninjs}]`).format).toBe('ninjs');
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/json',
    'text/plain',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    undefined,
  ])('reads one of our own articles sent as %s', (contentType) => {
    expect(read(` ${one}`, contentType)).toEqual({
      format: 'warta-json',
      items: [{ pointer: '', draft: article }],
    });
  });

  it('reads arrays and lines, each item at its place', () => {
    const items = [article, { ...article, id: 'a2' }];
    expect(read(`[${one},${two}]`, 'application/json')).toEqual({
      format: 'warta-json',
      items: items.map((draft, at) => ({ pointer: `/${at}`, draft })),
    });
    const asLines = {
      format: 'warta-json',
      items: items.map((draft, at) => ({ pointer: `line ${at + 1}`, draft })),
    };
    for (const type of ['application/x-ndjson', 'application/jsonl', 'application/json', undefined])
      expect(read(`${one}\r\n${two}\n\n`, type)).toEqual(asLines);
    expect(read(`\u001e${one}\n\u001e${two}\n`, 'application/json-seq')).toEqual(asLines);
  });

  it('refuses one bad line or element and reads the others', () => {
    expect(
      read(`${one}\n{"id":1,"id":2}\nnot json\n7\n${two}`, 'application/x-ndjson').items,
    ).toEqual([
      { pointer: 'line 1', draft: article },
      {
        pointer: 'line 2',
        refusal: [{ pointer: 'line 2/id', detail: 'must not be given twice' }],
      },
      {
        pointer: 'line 3',
        refusal: [{ pointer: 'line 3', detail: expect.stringMatching(/^is not JSON/) }],
      },
      { pointer: 'line 4', refusal: [{ pointer: 'line 4', detail: 'must be an object' }] },
      { pointer: 'line 5', draft: { ...article, id: 'a2' } },
    ]);
    expect(read(`[${one},"x"]`).items[1]).toEqual({
      pointer: '/1',
      refusal: [{ pointer: '/1', detail: 'must be an object' }],
    });
  });

  it.each([
    ['our own JSON', one, 'application/json', ''],
    ['CloudEvents', eventOf(article), 'application/cloudevents-batch+json', '/data'],
    ['CloudEvents of no certain type', eventOf(article), 'application/json', '/data'],
    ['JSON-LD', ldOf(article), 'application/ld+json', ''],
    ['JSON-LD of no certain type', ldOf(article), 'application/json', ''],
    ['ninjs', '{"uri":"urn:x:1","headline":"H","body_text":"T"}', 'application/json', ''],
  ])('refuses one ambiguous element of an array of %s and reads the others', (...given) => {
    const [, good = '', type, inner] = given;
    const items = read(`[{"a":[1,1e400],"b":1,"b":2},${good},{"__proto__":1},${good}]`, type).items;
    expect(items).toEqual([
      {
        pointer: '/0',
        refusal: [{ pointer: '/0/a/1', detail: 'must not be a number this large' }],
      },
      { pointer: `/1${inner}`, draft: expect.any(Object) },
      { pointer: '/2', refusal: [{ pointer: '/2/__proto__', detail: 'has a forbidden name' }] },
      { pointer: `/3${inner}`, draft: expect.any(Object) },
    ]);
    expect(read('[{"b":1,"b":2}]', type)).toEqual({
      format: 'json',
      items: [{ pointer: '/0', refusal: [{ pointer: '/0/b', detail: 'must not be given twice' }] }],
    });
  });

  it('says once where a document that is no array is ambiguous', () => {
    const reading = () => read('{"extras":{"id":1,"id":2}}', 'application/json');
    expect(reading).toThrow(new DocumentError('A part of the JSON must not be given twice'));
    expect(reading).toThrow(expect.objectContaining({ pointer: '/extras/id' }));
  });

  it.each([
    ['a picture', 'x', 'image/png'],
    ['a form', 'a=b', 'multipart/form-data; boundary=x'],
    ['prose', 'Harga beras turun di Cipinang.', 'text/plain'],
    ['nothing that is known', 'id=1', 'application/x-www-form-urlencoded'],
  ])('refuses %s and says what is taken', (_name, text, contentType) => {
    expect(() => read(text, contentType)).toThrow(UnknownFormatError);
    expect(() => read(text, contentType)).toThrow(/Warta’s own JSON/);
  });

  it.each([
    ['nothing', ' \n'],
    ['half a document', '{"id":'],
    ['a name twice', '{"id":"1","id":"2"}'],
    ['too many items', JSON.stringify(Array(ITEMS_MAX + 1).fill(article))],
    ['too many lines', `${one}\n`.repeat(ITEMS_MAX + 1)],
    ['many in each of many', JSON.stringify(Array(1_000).fill(Array(1_000).fill(1)))],
    ['two million lines', '{}\n'.repeat(2_000_000)],
  ])('refuses %s as a whole', (_name, text) => {
    expect(() => read(text, 'application/json')).toThrow(DocumentError);
    expect(() => read(text, 'application/json')).not.toThrow(UnknownFormatError);
  });
});
