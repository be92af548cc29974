import fc from 'fast-check';
import { linksOfHeader, linksOfJson, linksOfMarkup } from './link-relations.ts';

const HUB = 'https://hub.example/';
const SELF = 'https://news.example/feed?a=1&b=2';

describe('Link headers', () => {
  it.each([
    [`<${HUB}>; rel="hub", <${SELF}>; rel="self"`],
    [`<${HUB}>;rel=hub,<${SELF}>;rel=self`],
    [`<${SELF}>; type="text/html"; rel=SELF, <${HUB}>; title="a, b; rel=self"; rel="hub"`],
    [`<https://other.example/>; rel="next", <${HUB}>; rel="hub", <${SELF}>; rel="self canonical"`],
  ])('are read: %s', (header) => {
    expect(linksOfHeader(header)).toEqual({ hubs: [HUB], self: SELF });
  });

  it('may name several hubs, in their order', () => {
    const hubs = linksOfHeader('<https://a.example>; rel=hub, <https://b.example>; rel=hub').hubs;
    expect(hubs).toEqual(['https://a.example', 'https://b.example']);
  });

  it.each(['', '<', '<>', 'rel=hub', `<${HUB}>; title="rel=hub"`, `<${HUB}>; xrel=hub`])(
    'that name none are no hub: %j',
    (header) => expect(linksOfHeader(header).hubs).toEqual([]),
  );
});

describe('documents', () => {
  const atom = (head: string, entry = '') =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}<entry>${entry}</entry></feed>`;

  it.each([
    [
      'HTML',
      `<!doctype html><html><head><title>a <link rel="hub" href="x"></title>
       <link rel=hub href=${HUB}><LINK HREF='https://news.example/feed?a=1&amp;b=2' REL='self'>`,
    ],
    [
      'Atom',
      atom(
        `<link rel="hub" href="${HUB}"/><link rel="self" href="${SELF.replace('&', '&#38;')}"/>`,
      ),
    ],
    [
      'RSS',
      `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://news.example</link>
       <atom:link href="${HUB}" rel="hub" /><item><link>https://news.example/1</link></item>
       <atom:link type="x" rel="self" href="${SELF.replace('&', '&amp;')}"></atom:link></channel></rss>`,
    ],
  ])('of %s name hub and self', (_format, text) => {
    expect(linksOfMarkup(text)).toEqual({ hubs: [HUB], self: SELF });
  });

  it.each([
    ['a comment', `<!-- <link rel="hub" href="x"> -->`],
    ['a script', `<script>"<link rel='hub' href='x'>"</script>`],
    ['a style that never ends', `<style><link rel="hub" href="x">`],
    ['another attribute', `<link title="' rel=hub '" href="x">`],
    ['a section', `<![CDATA[<link rel="hub" href="x">]]>`],
    ['an entry', atom('', `<link rel="hub" href="x"/>`)],
    ['the body', `<html><head></head><body><link rel="hub" href="x"></body>`],
    ['another element', `<linkx rel="hub" href="x">`],
  ])('have no hub in %s', (_where, text) => {
    expect(linksOfMarkup(text).hubs).toEqual([]);
  });

  it('of JSON Feed name their hubs of WebSub', () => {
    const hubs = [{ type: 'rssCloud', url: 'x' }, { type: 'WebSub', url: HUB }, null, 7];
    const text = JSON.stringify({ hubs, feed_url: SELF });
    expect(linksOfJson(text)).toEqual({ hubs: [HUB], self: SELF });
    for (const other of ['', 'null', '[]', '{"hubs":7}'])
      expect(linksOfJson(other).hubs).toEqual([]);
  });

  it('of any kind are read, in time that grows with their length alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        linksOfMarkup(text);
        linksOfHeader(text);
        linksOfJson(text);
      }),
    );
    for (const part of [
      '<',
      '<a ',
      '<link ',
      '<!--',
      '<link rel="',
      '<title>',
      `a='`,
      '</',
      ';a="',
    ]) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const before = process.cpuUsage();
      linksOfMarkup(text);
      linksOfMarkup(`<link ${text}`);
      linksOfHeader(text.slice(0, 16_384));
      // Of work, not of time: others use the machine too.
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(2_000);
    }
  });
});
