import { ITEMS_MAX } from '@warta/contracts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {}, baseUrl: 'https://contoh.test/' };

interface Said {
  readonly id?: string;
  readonly link?: string;
  readonly title: string;
}

const rssItem = ({ id, link, title }: Said) =>
  `<item>${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${link ? `<link>${link}</link>` : ''}<title>${title}</title></item>`;
const atomEntry = ({ id, link, title }: Said) =>
  `<entry>${id ? `<id>${id}</id>` : ''}${link ? `<link href="${link}"/>` : ''}<title>${title}</title></entry>`;

/** The same feed, whose page is https://contoh.test/ekonomi, in each format. */
const feeds: readonly [string, (items: readonly Said[]) => string, (at: number) => string][] = [
  [
    'RSS 2.0',
    (items) =>
      `<rss version="2.0"><channel><link>https://contoh.test/ekonomi</link>${items.map(rssItem).join('')}</channel></rss>`,
    (at) => `/rss/channel/item[${at + 1}]`,
  ],
  [
    'RSS 0.90',
    (items) =>
      `<rdf:RDF xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><link>https://contoh.test/ekonomi</link></channel>${items.map(rssItem).join('')}</rdf:RDF>`,
    (at) => `/RDF/item[${at + 1}]`,
  ],
  [
    'Atom',
    (items) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="/ekonomi"/>${items.map(atomEntry).join('')}</feed>`,
    (at) => `/feed/entry[${at + 1}]`,
  ],
  [
    'JSON Feed',
    (items) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'https://contoh.test/ekonomi',
        items: items.map(({ id, link, title }) => ({ id, url: link, title })),
      }),
    (at) => `/items/${at}`,
  ],
];

/** Of each item: its name, or why it is refused. */
const readings = (document: string) =>
  readDocument({ bytes: Buffer.from(document) }, context).items.map((item) => {
    if ('draft' in item) return item.draft.id ?? item.draft.url;
    return 'refusal' in item ? `${item.refusal[0]?.pointer} ${item.refusal[0]?.detail}` : item;
  });

describe.each(feeds)('an item of %s without an id', (_, feedOf, pointerAt) => {
  const linked = (title: string, link: string): Said => ({ title, link });

  it.each([
    ['the front page of its site', 'https://contoh.test/'],
    ['the front page of its site', 'https://contoh.test?utm_source=rss'],
    ['the front page of its site', 'https://contoh.test/index.html#berita'],
    ['that of the feed itself', 'https://contoh.test/ekonomi'],
    ['that of the feed itself', 'http://www.contoh.test/ekonomi/#atas'],
  ])('whose link is %s is refused by name, and costs no other: %s', (what, link) => {
    const read = readings(feedOf([linked('Beras', link), linked('Gula', 'https://contoh.test/2')]));
    expect(read).toEqual([
      `${pointerAt(0)} the item (“Beras”) has no id, and its link ${link} is ${what}: ` +
        'it would overwrite other articles; give each an id or a link of its own',
      'https://contoh.test/2',
    ]);
  });

  it('whose link another one has too is refused with that one, by the place of the other', () => {
    const read = readings(
      feedOf([
        linked('Beras', 'https://contoh.test/langsung#1'),
        linked('Gula', 'https://contoh.test/gula'),
        linked('Garam', 'https://contoh.test/langsung#2'),
        { id: 'a', ...linked('Air', 'https://contoh.test/langsung#3') },
      ]),
    );
    expect(read).toEqual([
      expect.stringContaining(`langsung#1 is shared by ${pointerAt(2)}: it would overwrite`),
      'https://contoh.test/gula',
      expect.stringContaining(`langsung#2 is shared by ${pointerAt(0)}: it would overwrite`),
      'a',
    ]);
  });

  it('is taken with a link of its own, on the front page too when the address says which', () => {
    const links = ['https://contoh.test/?p=1', 'https://contoh.test/?p=2', 'https://x.test/#!/1'];
    expect(readings(feedOf(links.map((link) => linked(link, link))))).toEqual(links);
  });

  it('that stands in the feed twice, word for word, is taken: it overwrites nothing', () => {
    const same = linked('Beras', 'https://contoh.test/beras');
    expect(readings(feedOf([same, same]))).toEqual([same.link, same.link]);
  });
});

it.each(feeds)('an item of %s with an id may link to wherever it likes', (_, feedOf) => {
  const items = ['1', '2'].map((id) => ({ id, link: 'https://contoh.test/', title: id }));
  expect(readings(feedOf(items))).toEqual(['1', '2']);
});

it('a feed of as many items as there may be, all with one link, is judged in linear time', () => {
  const [, feedOf] = feeds[0] ?? [];
  const items = Array.from({ length: ITEMS_MAX }, (_, at) => ({
    link: 'https://contoh.test/x',
    title: `${at} ${'kata '.repeat(200)}`,
  }));
  const started = process.cpuUsage();
  const read = readings(feedOf?.(items) ?? '');
  const { user, system } = process.cpuUsage(started);
  expect(new Set(read).size).toBe(ITEMS_MAX);
  // A tenth of it here; comparing each with each would take many times as long.
  expect((user + system) / 1_000).toBeLessThan(2_000);
});
