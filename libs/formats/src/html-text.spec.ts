import { absoluteUrl } from './absolute-url.ts';
import { bodyOf } from './feed-fields.ts';
import { decodedText, htmlLine, isHtml } from './html-text.ts';

describe('a title', () => {
  it.each([
    ['Harga &amp; upah', 'Harga & upah'],
    ['Harga &amp;amp; upah', 'Harga & upah'],
    ['<b>Harga</b>  naik\n', 'Harga naik'],
    ['&lt;b&gt;Harga&lt;/b&gt; naik', 'Harga naik'],
    ['&#8220;Harga&#8221;&nbsp;naik', '“Harga” naik'],
    ['AT&T, 3 < 4 > 2', 'AT&T, 3 < 4 > 2'],
    ['Harga naik <3', 'Harga naik <3'],
    ['<h1>harga</h1><script>alert(1)</script>', 'harga'],
    ['', ''],
  ])('%j is %j', (html, line) => expect(htmlLine(html)).toBe(line));

  it.each([
    ['of nothing but tags', '<p><b>'.repeat(300_000)],
    ['of a wide table', '<table><tr><td colspan=1000000>x'.repeat(100)],
    ['of unfinished tags', '<a '.repeat(300_000)],
    ['of names', '&amp;lt;b&amp;gt;'.repeat(100_000)],
  ])('costs little even when made %s', (_, html) => {
    const since = process.cpuUsage();
    htmlLine(html);
    isHtml(html);
    const { user, system } = process.cpuUsage(since);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});

describe('a text that may be HTML', () => {
  it.each([
    ['Satu\ndua\n\ntiga & empat < lima', 'Satu\ndua\n\ntiga & empat < lima'],
    ['Satu\ndua\n\ntiga&nbsp;&quot;empat&quot;', 'Satu\ndua\n\ntiga\u00A0"empat"'],
    ['Satu &amp;ndash; dua\n\n&amp;#8220;tiga&amp;rdquo;', 'Satu – dua\n\n“tiga”'],
    ['Tag &lt;video&gt; di HTML5 &lpar;baru&rpar;', 'Tag <video> di HTML5 (baru)'],
    ['a <? b &amp; c <! d', 'a <? b & c <! d'],
  ])('keeps the lines of %j, which has no tag', (text, body) => {
    expect(bodyOf(text)).toEqual({ body });
  });

  it.each([
    ['<p>Satu &amp;ndash; dua', '<p>Satu &amp;ndash; dua'],
    ['&lt;p&gt;Satu &amp;amp; dua&lt;/p&gt;\n', '<p>Satu &amp; dua</p>\n'],
  ])('is HTML in %j', (text, bodyHtml) => expect(bodyOf(text)).toEqual({ bodyHtml }));

  it.each([
    ['names', '&amp;lt;'.repeat(400_000)],
    ['lines', '&nbsp;\n'.repeat(400_000)],
    ['empty lines', '\n'.repeat(4_000_000)],
    ['spaces behind a line', `\n${' '.repeat(4_000_000)}&amp;`],
    ['beginnings of tags', '<a '.repeat(1_000_000)],
    ['names of nothing', '&a1b2;'.repeat(400_000)],
  ])('costs little even when made of %s', (_, text) => {
    const since = process.cpuUsage();
    decodedText(text);
    bodyOf(text);
    const { user, system } = process.cpuUsage(since);
    expect((user + system) / 1_000).toBeLessThan(4_000);
  });
});

describe('an address', () => {
  const base = 'https://a.test/x/y?z';

  it.each([
    ['http://b.test', 'http://b.test'],
    [' https://b.test/ä?a=1&b#c ', 'https://b.test/ä?a=1&b#c'],
    ['http://b.test/?a=1&amp;b=2&#038;c=3', 'http://b.test/?a=1&b=2&c=3'],
    ['?a=1&#x26;b', 'https://a.test/x/y?a=1&b'],
    ['http://b.test/?a&amplitude=1#38', 'http://b.test/?a&amplitude=1#38'],
    ['z', 'https://a.test/x/z'],
    ['/z', 'https://a.test/z'],
    ['//b.test/z', 'https://b.test/z'],
    ['?q', 'https://a.test/x/y?q'],
    ['http://b.test/a b', 'http://b.test/a%20b'],
    ['http:\\\\b.test', 'http://b.test/'],
  ])('%j is %j', (reference, url) => expect(absoluteUrl(reference, base)).toBe(url));

  it.each(['', ' ', 'javascript:alert(1)', 'mailto:a@b.c', 'at://did:plc:x', 'http://', undefined])(
    '%j is none',
    (reference) => expect(absoluteUrl(reference, base)).toBeUndefined(),
  );

  it('that is relative to nothing is none', () => {
    expect(absoluteUrl('/z')).toBeUndefined();
    expect(absoluteUrl('//b.test/z')).toBeUndefined();
  });
});
