import fc from 'fast-check';
import { canonicalUrl } from './canonical-url.ts';

/** One page per group: every address of a group must become its first line. */
const pages: readonly (readonly string[])[] = [
  [
    'news.example/2026/11/harga-beras',
    'https://news.example/2026/11/harga-beras',
    'http://www.news.example/2026/11/harga-beras/',
    'https://m.news.example/2026/11/harga-beras?utm_source=wa&utm_medium=x',
    'https://amp.news.example/2026/11/harga-beras',
    'https://news.example/amp/2026/11/harga-beras',
    'https://news.example/2026/11/harga-beras/amp/',
    'https://news.example/2026/11/harga-beras.amp',
    'https://news.example/2026/11/harga-beras/page/2/',
    'https://news.example/2026/11/harga-beras?page=2',
    'https://news.example/2026/11/harga-beras?page=all#comments',
    'https://news.example:443/2026//11/harga-beras/index.html?fbclid=abc',
    'https://reader:secret@news.example/2026/11/harga-beras',
    'https://news-example.cdn.ampproject.org/c/s/news.example/2026/11/harga-beras?usqp=mq331',
    'https://www.google.co.id/amp/s/amp.news.example/2026/11/harga-beras',
  ],
  ['news.example/read.php?a=1&id=7', 'https://news.example/read.php?id=7&a=1&gclid=x'],
  ['news.example/story.html', 'https://www.news.example/story.amp.html'],
  ['news.example/?p=123', 'https://news.example/?p=123&utm_campaign=x'],
  ['news.example/app#!/story/7', 'https://news.example/app/#!/story/7'],
  ['news.example:8080/a', 'http://news.example:8080/a'],
  ['news.example/amp', 'https://news.example/amp'],
  ['m.example/a', 'https://m.example/a'],
  ['news.example/page/2', 'https://news.example/page/2'],
];

describe('the canonical address of a page', () => {
  it.each(pages.flatMap(([one = '', ...ways]) => ways.map((way) => [way, one])))(
    '%s is %s',
    (way, one) => expect(canonicalUrl(way)).toBe(one),
  );

  it('keeps apart what differs in path, identifying parameter, port, host or route', () => {
    const apart = pages.map(([one]) => one);
    expect(new Set(apart.map((one) => canonicalUrl(`https://${one}`))).size).toBe(apart.length);
  });

  it.each(['https://news.example/', 'http://www.news.example?utm_source=x', 'no address'])(
    'is none for %s, which names no page of its own',
    (url) => expect(canonicalUrl(url)).toBeUndefined(),
  );

  it('is reached in one step, for any address', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'amp',
        'm',
        'page',
        '2',
        'index.html',
        'a.amp',
        '.amp',
        'a.amp.html',
        'c',
        's',
      ),
      fc.constantFrom('www.google.com', 'x.cdn.ampproject.org', 'news.example', '%61mp', '..', ''),
      fc.webSegment(),
    );
    const host = fc
      .array(fc.constantFrom('www', 'm', 'amp', 'news', 'cdn', 'ampproject', 'google', 'org', ''), {
        minLength: 1,
        maxLength: 6,
      })
      .map((labels) => labels.join('.'));
    const parameter = fc.constantFrom(
      'page=2',
      'p=3',
      'id=1',
      'utm_x=1',
      '?',
      'ref=a',
      'amp',
      'b=&',
    );
    const url = fc
      .record({
        host,
        path: fc.array(piece, { maxLength: 8 }),
        query: fc.array(parameter, { maxLength: 4 }),
        hash: fc.constantFrom('', '#a', '#!/r', '#/', '#!'),
      })
      .map(({ host: at, path, query, hash }) => {
        return `https://${at}/${path.join('/')}${query.length > 0 ? '?' : ''}${query.join('&')}${hash}`;
      });
    let named = 0;
    fc.assert(
      fc.property(fc.oneof(url, fc.webUrl({ withQueryParameters: true })), (given) => {
        const once = canonicalUrl(given);
        if (once === undefined) return;
        named += 1;
        expect(canonicalUrl(`https://${once}`)).toBe(once);
      }),
      { numRuns: 2_000, seed: 5 },
    );
    expect(named).toBeGreaterThan(500);
  });
});
