import { DocumentError } from './draft.ts';
import { readDocument } from './read-document.ts';

/** The largest body that is taken, inflated. */
const BODY = 4 * 1_024 * 1_024;
const CPU_MS_MAX = 200;
/** Above what the document itself takes as a string and once more mended. */
const HEAP_BYTES_MAX = 64 * 1_024 * 1_024;

const filled = (before: string, piece: string, after: string, length = BODY) =>
  before + piece.repeat(Math.floor((length - before.length - after.length) / piece.length)) + after;

const counted = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

const item = '<item><guid>1</guid><title>x</title><description>&x;</description></item>';
const rssOf = (inner: string) => `<rss version="2.0"><channel>${inner}</channel></rss>`;
const doctypeOf = (inner: string) => `<?xml version="1.0"?><!DOCTYPE rss ${inner}>${rssOf(item)}`;
const wide = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');

const levels = counted(10, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);

/** Each made here, none from anywhere; all are valid enough for a parser to be harmed by. */
const payloads: readonly [name: string, bytes: Uint8Array, says: RegExp][] = [
  ['entities that multiply', doctypeOf(`[<!ENTITY l0 "lol">${levels}]`), /DOCTYPE/],
  [
    'one long entity used often',
    `<!DOCTYPE rss [<!ENTITY x "${'x'.repeat(100_000)}">]>${rssOf('&x;'.repeat(100_000))}`,
    /DOCTYPE/,
  ],
  ['an external entity', doctypeOf('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), /DOCTYPE/],
  [
    'a parameter entity that fetches',
    doctypeOf('[<!ENTITY % p SYSTEM "http://169.254.169.254/">%p;]'),
    /DOCTYPE/,
  ],
  ['an external definition', doctypeOf('SYSTEM "http://127.0.0.1:9/x.dtd"'), /DOCTYPE/],
  ['a definition that never ends', filled('<!DOCTYPE rss [', '<!ENTITY a "b">', ''), /DOCTYPE/],
  ['a definition in small letters', '<!doctype rss><rss/>', /DOCTYPE/],
  ['a definition behind a comment', `<!-- ${'x'.repeat(9_000)} --><!DOCTYPE rss><rss/>`, /DOCTYPE/],
  ['a definition inside the feed', rssOf('<!DOCTYPE x [<!ENTITY x "y">]>'), /DOCTYPE/],
  ['a flood of numbered characters', filled('<rss>', '&#65;', '</rss>'), /character references/],
  ['a flood of ampersands', filled('<rss>', '&', '</rss>'), /unescaped/],
  ['a flood of less-than signs', filled('<rss>', '<', '</rss>'), /unescaped/],
  ['elements 60,000 deep', '<a>'.repeat(60_000), /deeper than 100/],
  ['a million elements', filled('<rss>', '<b/>', '</rss>'), /more than 60000 elements/],
  [
    'a flood of attributes',
    `<rss ${counted(300_000, (at) => `a${at}="" `)}/>`,
    /more than 100 attributes/,
  ],
  ['a huge attribute', filled('<rss a="', 'x', '"/>'), /attribute that is too long/],
  ['a huge name', filled('<', 'a', '/>'), /name that is too long/],
  ['a huge name of an attribute', filled('<rss ', 'a', '=""/>'), /name that is too long/],
  ['a huge text', filled('<rss>', 'x', '</rss>'), /more than 2000000 characters/],
  ['a huge CDATA section', filled('<rss><![CDATA[', ']x', ']]></rss>'), /more than 2000000/],
  [
    'a flood of namespaces',
    filled('<rss>', '<b xmlns="u" xmlns:c="v" c:d="1"></b>'.padEnd(90), '</rss>'),
    /more than 5000 namespaces/,
  ],
  [
    'namespaces on one element',
    `<rss ${counted(100_000, (at) => `xmlns:n${at}="u" `)}/>`,
    /more than 100 attributes/,
  ],
  ['comments that never end', filled('<rss>', '<!--', ''), /more than 2000000 characters|comment/],
  ['instructions that never end', filled('<rss>', '<?', ''), /more than 2000000 characters/],
  [
    'comments full of hyphens',
    filled('<rss><!--', '-- ', '--></rss>', BODY / 3),
    /malformed comment/,
  ],
  ['a feed cut off', rssOf(item).slice(0, -12).replace('&x;', 'x'), /unclosed tag|unexpected end/],
  ['end tags without beginning', filled('<rss>', '</b>', '</rss>'), /unexpected close tag/],
  ['UTF-16 that hides a definition', wide(doctypeOf('[]'), '\uFEFF'), /DOCTYPE/],
  ['UTF-16 without a mark', wide(doctypeOf('[]'), ''), /DOCTYPE/],
  ['UTF-16 in another order', wide(doctypeOf('[]'), '\uFEFF').swap16(), /DOCTYPE/],
  ['zero bytes within the word', doctypeOf('[]').replace('DOCTYPE', 'DOC\u0000TYPE'), /DOCTYPE/],
  [
    'UTF-7 that hides a definition',
    '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE rss+AD4APA-rss/+AD4-',
    /text data outside/,
  ],
  [
    'an escape of Japanese mail within the word',
    `<?xml version="1.0" encoding="iso-2022-jp"?><!DOC\u001B(BTYPE rss []>${rssOf(item)}`,
    /DOCTYPE/,
  ],
].map(([name, document, says]) => [
  name as string,
  typeof document === 'string' ? Buffer.from(document) : (document as Uint8Array),
  says as RegExp,
]);

const context = { timeZone: 'UTC', headers: {} };
const cpuMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

/** What one reading says, costs and keeps. */
function reading(bytes: Uint8Array) {
  const heapBefore = process.memoryUsage().heapUsed;
  const since = process.cpuUsage();
  let refusal: unknown;
  try {
    readDocument({ bytes, contentType: 'application/xml' }, context);
  } catch (error) {
    refusal = error;
  }
  return { refusal, ms: cpuMs(since), heap: process.memoryUsage().heapUsed - heapBefore };
}

/** Again when it was slow: the first of a kind is compiled, and the collector works when it likes. */
function measured(bytes: Uint8Array) {
  const first = reading(bytes);
  return first.ms < CPU_MS_MAX && first.heap < HEAP_BYTES_MAX ? first : reading(bytes);
}

describe('XML made to harm', () => {
  const worst = { ms: 0, name: '' };

  afterAll(() => {
    process.stderr.write(
      `hostile XML: ${payloads.length} documents, at most ${worst.ms.toFixed(0)} ms of CPU (${worst.name})\n`,
    );
  });

  it.each(payloads)('is refused by name, at once and in little memory: %s', (name, bytes, says) => {
    const { refusal, ms, heap } = measured(bytes);
    if (ms > worst.ms) Object.assign(worst, { ms, name });
    expect(refusal).toBeInstanceOf(DocumentError);
    expect((refusal as DocumentError).message).toMatch(says);
    expect((refusal as DocumentError).message.length).toBeLessThan(400);
    expect(ms).toBeLessThan(CPU_MS_MAX);
    expect(heap).toBeLessThan(HEAP_BYTES_MAX);
  });

  it.each([
    ['a text of many sections', filled('<a>', '<![CDATA[x]]>', '</a>')],
    ['many comments', filled('<a>', 'x<!---->', '</a>')],
    ['many lines', filled('<a>', '\r\n<b/>\r\n'.padEnd(100), '</a>')],
  ])('but strange is read in time linear in its length: %s', (_, document) => {
    const since = process.cpuUsage();
    expect(() =>
      readDocument({ bytes: Buffer.from(document), contentType: 'application/xml' }, context),
    ).toThrow('of no known format');
    // A tenth of it here; copied once more for each piece, such a text would take a minute.
    expect(cpuMs(since)).toBeLessThan(3_000);
  });
});
