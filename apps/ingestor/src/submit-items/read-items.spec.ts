import { ArticleSubmitted, ArticleSubmittedV1, PushArticle } from '@warta/contracts';
import { allFormats } from '@warta/formats';
import fc from 'fast-check';
import { readItems } from './read-items.ts';
import type { SubmittedDocument } from './read-items.ts';
import { takenMediaTypes } from './taken-media-types.ts';

const submission = {
  feed: 'harian-contoh',
  receivedAt: new Date('2026-11-23T08:00:00Z'),
  submittedBy: 'k7f2m9x4',
};
const document = (
  text: string | Uint8Array,
  contentType: string | undefined,
): SubmittedDocument => ({
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  contentType,
  headers: {},
  submission,
  rules: undefined,
});

/** Items that were read are right: events that the log takes, or reasons. */
function check(read: ReturnType<typeof readItems>): void {
  if ('refused' in read) {
    expect(read.refused.detail).not.toBe('');
    return;
  }
  for (const item of read.items) {
    if ('event' in item)
      expect(ArticleSubmitted.schema.safeParse(item.event).error).toBeUndefined();
    else expect(item.errors.length).toBeGreaterThan(0);
  }
}

describe('reading the items of a document', () => {
  it('never throws, and makes no event that the log refuses, of any bytes of any type', () => {
    const type = fc.option(fc.constantFrom(...takenMediaTypes, 'text/plain', 'a/b;c=d', ''), {
      nil: undefined,
    });
    const pieces = fc.array(
      fc.constantFrom(
        ...['<rss version="2.0"><channel>', '<item>', '<guid>1</guid>', '<title>a &amp; b</title>'],
        ...['<description>&lt;p&gt;x&#0;&#xD800;', '</description>', '</item>', '</channel></rss>'],
        ...[
          '<feed xmlns="http://www.w3.org/2005/Atom">',
          '<entry>',
          '<id>x</id>',
          '</entry></feed>',
        ],
        ...[
          '{"id":"1","body":"',
          '\\u0000',
          '\\ud800',
          '"}',
          '\n',
          '[',
          ',',
          ']',
          '{"uri":"urn:a"',
        ],
        ...['<html><body><p>', '<!DOCTYPE html>', '<?xml version="1.0"?>', '\ufeff', 'teks'],
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, type, (parts, contentType) => {
        check(readItems(document(parts.join(''), contentType)));
      }),
      { numRuns: 1_500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), type, (bytes, contentType) => {
        check(readItems(document(bytes, contentType)));
      }),
      { numRuns: 500 },
    );
  });

  it('makes of our own JSON the event that the same push makes alone', () => {
    const push = { id: '1', title: 'Judul', bodyHtml: '<p>Teks</p>', extras: { a: 1 } };
    const read = readItems(document(JSON.stringify([push]), 'application/json'));
    expect(read).toMatchObject({
      format: 'warta-json',
      items: [{ pointer: '/0', event: { sourceId: '1', content: { body: 'Teks' } } }],
    });
    expect(PushArticle.safeParse(push).success).toBe(true);
  });

  it('names formats as events may', () => {
    const { shape } = ArticleSubmittedV1.options[0];
    for (const { name } of allFormats) expect(shape.format.safeParse(name).error).toBeUndefined();
    for (const name of ['json', 'json-lines']) expect(shape.format.parse(name)).toBe(name);
  });
});

describe('a kill inside a document', () => {
  const killed = (text: string) => {
    const read = readItems(document(text, 'application/xml'));
    return 'items' in read && read.items[0] && 'event' in read.items[0] && read.items[0].event;
  };
  const nitf = (message: string) =>
    '<nitf><head><docdata management-status="canceled"><doc-id id-string="1"/>' +
    `<ed-msg info="${message}"/></docdata></head></nitf>`;

  it('says why, and is taken however long that is', () => {
    expect(killed(nitf('Salah lokasi'))).toMatchObject({
      kind: 'takedown',
      reason: 'Salah lokasi',
    });
    expect(killed(nitf('Salah '.repeat(500)))).toMatchObject({
      kind: 'takedown',
      reason: expect.stringMatching(/^Salah .*…$/),
    });
    const tombstone = (comment: string) =>
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">' +
      '<at:deleted-entry ref="tag:x,2026:1" when="2026-11-23T08:00:00Z">' +
      `<at:comment>${comment}</at:comment></at:deleted-entry></feed>`;
    expect(killed(tombstone('Salah '.repeat(500)))).toMatchObject({
      kind: 'takedown',
      sourceId: 'tag:x,2026:1',
      reason: expect.stringMatching(/^Salah .*…$/),
    });
  });
});

describe('why an item is refused', () => {
  const long = 'k'.repeat(300_000);
  const deep = { '@context': 'https://schema.org', [long]: { [long]: { '@type': 'NewsArticle' } } };
  it.each([
    ['an unknown field', [{ id: '1', body: '', [long]: 1 }], 'application/json'],
    ['an id', [{ id: long, body: '' }], 'application/json'],
    [
      'a field of extras',
      [{ id: '1', body: '', extras: { [long]: '\u0000' } }],
      'application/json',
    ],
    ['an attribute of an event', [{ specversion: '1.0', [`${long}-`]: 1 }], 'application/json'],
    ['a node around it', [deep], 'application/ld+json'],
    ['another document', deep, 'application/json'],
    ['a media type', {}, `a/${long}`],
  ])('is told without all of what %s says', (_name, value, type) => {
    const read = readItems(document(JSON.stringify(value), type));
    expect(JSON.stringify(read).length).toBeLessThan(5_000);
    check(read);
    expect('refused' in read || read.items.some((item) => 'errors' in item)).toBe(true);
  });
});
