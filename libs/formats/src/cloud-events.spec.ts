import { ITEMS_MAX, PushArticle } from '@warta/contracts';
import { DocumentError, TooManyItemsError } from './draft.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };
const attributes = {
  specversion: '1.0',
  id: '1234-1234-1234',
  source: '/mycontext/subcontext',
  type: 'com.example.someevent',
  time: '2018-04-05T03:56:24Z',
};
const article = { id: 'a1', title: 'Harga beras turun', body: 'Jakarta — Turun.' };
const draft = { ...article, updatedAt: attributes.time };

const read = (text: string, contentType: string | undefined, headers = {}) =>
  readDocument({ bytes: Buffer.from(text), contentType }, { ...context, headers });
const readEvent = (event: unknown, contentType = 'application/cloudevents+json') =>
  read(JSON.stringify(event), contentType);

const ceHeaders = Object.fromEntries(
  Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]),
);

// The scenarios of the CloudEvents conformance features, with an article for data.
describe('the HTTP binding of CloudEvents', () => {
  it.each(['application/json', 'application/json; charset=utf-8'])(
    'reads an event in binary mode with %s',
    (contentType) => {
      expect(read(JSON.stringify(article), contentType, ceHeaders)).toEqual({
        format: 'cloudevents',
        items: [{ pointer: '', draft }],
      });
    },
  );

  it.each([
    'application/cloudevents+json',
    'application/cloudevents+json; charset=utf-8',
    'application/json',
  ])('reads a structured event sent as %s', (contentType) => {
    const event = { ...attributes, datacontenttype: 'application/json', data: article };
    expect(readEvent(event, contentType)).toEqual({
      format: 'cloudevents',
      items: [{ pointer: '/data', draft }],
    });
  });

  it('reads a batch, and one bad event costs no other', () => {
    const bad = { ...attributes, specversion: '0.9', data: article };
    const batch = [{ ...attributes, data: article }, bad, 'not an object'];
    expect(readEvent(batch, 'application/cloudevents-batch+json')).toEqual({
      format: 'cloudevents',
      items: [
        { pointer: '/0/data', draft },
        { pointer: '/1', refusal: [{ pointer: '/1/specversion', detail: 'must be 1.0' }] },
        { pointer: '/2', refusal: [{ pointer: '/2', detail: 'must be a CloudEvent' }] },
      ],
    });
    expect(readEvent([], 'application/cloudevents-batch+json').items).toEqual([]);
    const many = Array(ITEMS_MAX + 1).fill({ ...attributes, data: article });
    expect(() => readEvent(many, 'application/cloudevents-batch+json')).toThrow(TooManyItemsError);
  });

  it('refuses a wrong event in binary mode by its header', () => {
    const { 'ce-id': _, ...noId } = ceHeaders;
    const body = JSON.stringify(article);
    expect(() => read(body, 'application/json', noId)).toThrow(/ce-id must be/);
    expect(() => read(body, 'application/json', { ...ceHeaders, 'ce-specversion': '0.3' })).toThrow(
      DocumentError,
    );
  });
});

describe('the JSON format of CloudEvents', () => {
  it.each([
    ['only what is needed', { time: undefined }],
    [
      'null for what is optional',
      { datacontenttype: null, dataschema: null, subject: null, time: null },
    ],
    ['nanoseconds', { time: '2018-04-05T17:31:00.000000000Z' }],
    ['an offset', { time: '2018-04-05T16:31:00-01:00' }],
    ['a source that is a fragment', { source: '#fragment' }],
    ['extensions of every type', { extinteger: 10, extboolean: true, extbinary: 'TWE=' }],
    ['a schema', { dataschema: 'https://example.org/schema' }],
  ])('takes an event with %s', (_name, more) => {
    const [item] = readEvent({ ...attributes, data: article, ...more }).items;
    expect(item).toMatchObject({ draft: article });
  });

  it.each([
    ['no version', 'specversion', undefined],
    ['no id', 'id', undefined],
    ['no type', 'type', undefined],
    ['no source', 'source', undefined],
    ['an empty id', 'id', ''],
    ['an empty type', 'type', ''],
    ['an empty source', 'source', ''],
    ['an empty version', 'specversion', ''],
    ['an unknown version', 'specversion', '0.9'],
    ['a number for an id', 'id', 25],
    ['an object for an id', 'id', { xyz: 'abc' }],
    ['no time at all for a time', 'time', 'lunchtime'],
    ['a time without seconds', 'time', '2018-04-05T18:31Z'],
    ['an unknown offset', 'time', '2018-04-05T18:31:00X'],
    ['an offset beyond a day', 'time', '2018-04-05T18:31:00+25:00'],
    ['an offset in letters', 'time', '2018-04-05T18:31:00+xx:00'],
    ['an offset in hours', 'time', '2018-04-05T18:31:00+05'],
    ['no media type', 'datacontenttype', 'xyz'],
    ['an empty media type', 'datacontenttype', ''],
    ['an empty schema', 'dataschema', ''],
    ['an empty subject', 'subject', ''],
    ['a capital in an extension', 'MyExtension', 'bad'],
    ['a point in an extension', 'my.extension', 'bad'],
    ['data twice', 'data_base64', 'eyAieHl6IjogMTIzIH0='],
    ['no Base64', 'data_base64', '*'],
  ])('refuses an event with %s', (_name, name, value) => {
    const [item] = readEvent({ ...attributes, data: article, [name]: value }).items;
    expect(item).toMatchObject({ refusal: expect.any(Array) });
  });

  it('reads data as text, as Base64 and as JSON in a text', () => {
    const text = JSON.stringify(article);
    const base64 = Buffer.from(text).toString('base64');
    const type = { datacontenttype: 'application/json' };
    expect(readEvent({ ...attributes, ...type, data_base64: base64 }).items).toEqual([
      { pointer: '/data_base64', draft },
    ]);
    expect(readEvent({ ...attributes, ...type, data: text }).items).toEqual([
      { pointer: '/data', draft },
    ]);
    const lines = { ...attributes, datacontenttype: 'application/x-ndjson', data: `${text}\n7` };
    expect(readEvent(lines).items).toEqual([
      { pointer: '/data line 1', draft },
      {
        pointer: '/data line 2',
        refusal: [{ pointer: '/data line 2', detail: 'must be an object' }],
      },
    ]);
  });

  it('holds documents of any format', () => {
    const html = '<html><head><link rel=canonical href=/a></head><body><p>Teks.</p></body></html>';
    const rss =
      '<rss version="2.0"><channel><item><guid>g</guid><title>T</title></item></channel></rss>';
    const from = { ...attributes, source: 'https://contoh.example/cms/' };
    expect(readEvent({ ...from, datacontenttype: 'text/html', data: html }).items).toMatchObject([
      { pointer: '/data/html', draft: { url: 'https://contoh.example/a', body: 'Teks.' } },
    ]);
    expect(readEvent({ ...from, datacontenttype: 'text/xml', data: rss }).items).toMatchObject([
      { pointer: expect.stringMatching(/^\/data\/rss/), draft: { id: 'g', title: 'T' } },
    ]);
  });

  it.each([
    ['no data', {}],
    ['data of no known format', { datacontenttype: 'text/plain', data: 'Simple text' }],
    ['a picture', { datacontenttype: 'image/png', data_base64: 'TWE=' }],
    ['broken data', { datacontenttype: 'application/xml', data: '<rss>' }],
  ])('refuses %s', (_name, more) => {
    const [item] = readEvent({ ...attributes, ...more }).items;
    expect(item).toMatchObject({ refusal: expect.any(Array) });
  });

  it('does not open an event in an event: what is in it is no article', () => {
    const [item] = readEvent({ ...attributes, data: { ...attributes, data: article } }).items;
    expect(PushArticle.safeParse((item as { draft?: unknown }).draft).success).toBe(false);
  });
});

describe('an article in an event', () => {
  const { id: _, ...nameless } = article;
  const drafts = (event: object) =>
    readEvent({ ...attributes, ...event }).items.map((item) =>
      'draft' in item ? item.draft : item,
    );

  it('keeps its own id, URL, version and time', () => {
    for (const own of [{ id: '9' }, { url: 'https://example.org/x' }]) {
      expect(drafts({ data: { ...nameless, ...own } })).toEqual([
        { ...nameless, ...own, updatedAt: attributes.time },
      ]);
    }
    expect(drafts({ data: { ...article, version: 3 } })).toEqual([{ ...article, version: 3 }]);
    const updatedAt = '2019-01-01T00:00:00Z';
    expect(drafts({ data: { ...article, updatedAt } })).toEqual([{ ...article, updatedAt }]);
  });

  it('is known by the event’s subject, else its id, only when it names itself in no way', () => {
    expect(drafts({ data: nameless })).toEqual([
      { ...draft, id: '/mycontext/subcontext 1234-1234-1234' },
    ]);
    expect(drafts({ data: nameless, subject: 'berita/7' })).toEqual([
      { ...draft, id: '/mycontext/subcontext berita/7' },
    ]);
  });

  const ld = (headline: string) => ({ '@type': 'NewsArticle', headline, articleBody: 'Teks.' });
  it.each([
    ['Warta’s own JSON', { data: [nameless, { ...nameless, title: 'B' }, article] }],
    ['lines', { data: [nameless, nameless].map((one) => JSON.stringify(one)).join('\n') }],
    ['JSON-LD', { data: { '@context': 'https://schema.org', '@graph': [ld('A'), ld('B')] } }],
  ])('lends its name to none of several in %s: one would overwrite the other', (_name, event) => {
    const items = readEvent({ ...attributes, subject: 'berita/7', ...event }).items;
    const unnamed = items.slice(0, 2);
    expect(unnamed).toHaveLength(2);
    for (const item of unnamed) {
      expect(item).toMatchObject({
        pointer: expect.stringMatching(/^\/data./),
        refusal: [{ pointer: item.pointer, detail: expect.stringContaining('id or a URL') }],
      });
    }
    expect(items.filter((item) => 'draft' in item).map(({ pointer }) => pointer)).toEqual(
      items.length === 3 ? ['/data/2'] : [],
    );
  });
});
