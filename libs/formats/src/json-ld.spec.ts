import { DocumentError } from './draft.ts';
import type { Item } from './draft.ts';
import { jsonLd } from './json-ld.ts';
import { readDocument } from './read-document.ts';

const context = {
  timeZone: 'Asia/Jakarta',
  headers: {},
  baseUrl: 'https://contoh.example/berita/beras',
};
const read = (value: unknown, contentType = 'application/ld+json'): Item[] =>
  readDocument({ bytes: Buffer.from(JSON.stringify(value)), contentType }, context).items;

function draftOf(value: unknown) {
  const [item, ...more] = read(value);
  expect(more).toEqual([]);
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
}

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  url: 'https://contoh.example/berita/beras',
  headline: 'Harga beras turun',
  articleBody: 'Jakarta — Harga beras turun.',
};
const plain = {
  url: 'https://contoh.example/berita/beras',
  title: 'Harga beras turun',
  body: 'Jakarta — Harga beras turun.',
};

describe('where an article of JSON-LD stands', () => {
  const { '@context': vocabulary, ...node } = article;
  const reference = { '@id': 'https://contoh.example/#artikel' };
  it.each([
    ['alone', article, ''],
    ['under the old address', { ...article, '@context': 'http://schema.org/' }, ''],
    ['without a context', node, ''],
    [
      'with a context of its own',
      { ...article, '@context': { '@vocab': 'http://schema.org/' } },
      '',
    ],
    ['of two types', { ...article, '@type': ['Thing', 'ReportageNewsArticle'] }, ''],
    ['of a type in full', { ...article, '@type': 'http://schema.org/BlogPosting' }, ''],
    ['in an array', [{ '@context': vocabulary, '@type': 'WebSite' }, article], '/1'],
    [
      'in a graph',
      { '@context': vocabulary, '@graph': [{ '@type': 'Person' }, node] },
      '/@graph/1',
    ],
    [
      'as the main entity',
      { '@context': vocabulary, '@type': 'WebPage', mainEntity: node },
      '/mainEntity',
    ],
    [
      'behind a reference',
      {
        '@context': vocabulary,
        '@graph': [
          { '@type': 'WebPage', mainEntity: reference },
          { ...node, ...reference },
        ],
      },
      '/@graph/0/mainEntity',
    ],
    [
      'in a list',
      {
        '@context': vocabulary,
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', position: 1, item: node }],
      },
      '/itemListElement/0/item',
    ],
    ['in a blog', { '@context': vocabulary, '@type': 'Blog', blogPost: [node] }, '/blogPost/0'],
    [
      'with keys of its vocabulary',
      {
        '@context': { schema: 'http://schema.org/' },
        '@type': 'schema:NewsArticle',
        'schema:url': node.url,
        'schema:headline': { '@value': node.headline, '@language': 'id' },
        'schema:articleBody': node.articleBody,
      },
      '',
    ],
  ])('is found %s', (_name, value, pointer) => {
    const items = read(value);
    expect(items).toEqual([{ pointer, draft: expect.objectContaining(plain) }]);
  });

  it('is found by its content when sent as plain JSON', () => {
    expect(read(article, 'application/json')).toEqual(read(article));
  });

  it('is not where another article only refers to it', () => {
    const cited = { '@type': 'NewsArticle', headline: 'Lain', url: 'https://lain.example/' };
    expect(read({ ...article, citation: cited, hasPart: [cited], isPartOf: cited })).toHaveLength(
      1,
    );
  });

  it('is taken once however often it is referred to, and circles end', () => {
    const root = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@id': '#page',
          '@type': 'WebPage',
          mainEntity: { '@id': '#a' },
          hasPart: { '@id': '#page' },
        },
        { ...article, '@id': '#a', author: { '@id': '#p' } },
        { '@id': '#p', '@type': 'Person', name: 'Nama Penulis', url: { '@id': '#a' } },
      ],
    };
    expect(draftOf(root)).toMatchObject({ ...plain, byline: 'Nama Penulis' });
  });

  it.each([
    ['a recipe', { '@context': 'https://schema.org', '@type': 'Recipe', name: 'Rendang' }],
    ['a list of addresses', { '@context': 'https://schema.org', '@type': 'ItemList' }],
    ['nothing', {}],
  ])('is missed in %s by an error that says what is needed', (_name, value) => {
    expect(() => read(value)).toThrow(DocumentError);
    expect(() => read(value)).toThrow(/NewsArticle/);
  });
});

describe('what an article of JSON-LD says', () => {
  it('is known by its identifier, else by its URL', () => {
    const { url: _, ...noUrl } = article;
    expect(draftOf({ ...article, identifier: 77 })).toMatchObject({ id: '77', url: article.url });
    const value = { '@type': 'PropertyValue', propertyID: 'cms', value: 'b-77' };
    expect(draftOf({ ...noUrl, identifier: [value] }).id).toBe('b-77');
    expect(draftOf({ ...noUrl, '@id': 'urn:uuid:1' })).toMatchObject({ id: 'urn:uuid:1' });
    expect(draftOf({ ...noUrl, '@id': '#article' })).not.toHaveProperty('id');
    const page = { '@type': 'WebPage', '@id': 'https://contoh.example/x' };
    expect(draftOf({ ...noUrl, mainEntityOfPage: page }).url).toBe('https://contoh.example/x');
    expect(draftOf({ ...noUrl, url: '/y' }).url).toBe('https://contoh.example/y');
  });

  it.each([
    'True',
    '#article',
    '/',
    'https://contoh.example',
    'https://contoh.example/#article',
    'https://google.com/article',
  ])('is not known by %s, which would make many articles one', (address) => {
    const draft = draftOf({ ...article, url: address, mainEntityOfPage: address, '@id': address });
    expect(draft).not.toHaveProperty('url');
    expect(draft).not.toHaveProperty('id');
  });

  it('has its text as HTML, in the updates of a live blog, or at least described', () => {
    expect(draftOf({ ...article, articleBody: '<p>Satu &amp; dua</p><p>Tiga</p>' }).body).toBe(
      'Satu & dua\n\nTiga',
    );
    expect(draftOf({ ...article, articleBody: '&quot;Satu&quot;\n\ndua &amp;ndash;' }).body).toBe(
      '"Satu"\n\ndua –',
    );
    const { articleBody: _, ...bodiless } = article;
    const live = {
      ...bodiless,
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: 'Gol!', articleBody: 'Satu nol.' },
        { '@type': 'BlogPosting', articleBody: 'Turun minum.' },
      ],
    };
    expect(draftOf(live).body).toBe('Gol!\n\nSatu nol.\n\nTurun minum.');
    expect(draftOf({ ...bodiless, description: 'Ringkasan.' }).body).toBe('Ringkasan.');
  });

  it('is dated with the zone of the feed when it has none', () => {
    const dates = { datePublished: '2026-11-23T08:55:00', dateModified: '2026-11-23T03:00:00Z' };
    expect(draftOf({ ...article, ...dates })).toMatchObject({
      publishedAt: '2026-11-23T08:55:00+07:00',
      updatedAt: '2026-11-23T03:00:00Z',
    });
  });

  it.each([
    ['"Nama Penulis"', 'Nama Penulis', 'Nama Penulis'],
    ['a list', ['Satu', { '@type': 'Person', name: 'Dua' }], 'Satu, Dua'],
    [
      'a role',
      { '@type': 'Role', roleName: 'reporter', author: { '@type': 'Person', name: 'Tiga' } },
      undefined,
    ],
    ['a list of JSON-LD', { '@list': [{ name: 'Empat' }] }, 'Empat'],
    ['nobody', [null, '', {}], undefined],
  ])('is by %s', (_name, author, byline) => {
    expect(draftOf({ ...article, author }).byline).toBe(byline);
  });

  it('is withheld while its publisher calls it a draft, or no more stands by it', () => {
    expect(draftOf({ ...article, creativeWorkStatus: 'Draft' }).status).toBe('withheld');
    expect(draftOf({ ...article, creativeWorkStatus: { name: 'Retracted' } }).status).toBe(
      'withheld',
    );
    expect(draftOf({ ...article, creativeWorkStatus: 'Published' }).status).toBeUndefined();
  });

  it('keeps who, what and where beside the text', () => {
    const extras = draftOf({
      ...article,
      keywords: 'beras, pangan; harga,beras',
      author: {
        '@type': 'Person',
        name: 'Nama',
        url: '/penulis/nama',
        email: 'mailto:n@x.example',
      },
      editor: 'Penyunting',
      image: ['/foto.jpg', { '@type': 'ImageObject', url: { '@id': '/b.jpg' }, width: '800px' }],
      video: { contentUrl: '/c.mp4', duration: 'PT1M30S', encodingFormat: 'video/mp4' },
      publisher: { '@type': 'Organization', name: 'Harian Contoh', url: '/' },
      contentLocation: {
        name: 'Jakarta',
        geo: { latitude: '-6.2', longitude: 106.8 },
        sameAs: 'https://www.wikidata.org/wiki/Q3630',
      },
      about: [{ '@type': 'Thing', name: 'Beras' }, 'Pangan'],
      isAccessibleForFree: 'False',
      copyrightHolder: { name: 'Harian Contoh' },
      copyrightYear: 2026,
      license: 'https://contoh.example/lisensi',
      relatedLink: ['/lain', 'javascript:alert(1)'],
    }).extras;
    expect(extras).toEqual({
      keywords: ['beras', 'pangan', 'harga'],
      authors: [
        { name: 'Nama', uri: 'https://contoh.example/penulis/nama', email: 'n@x.example' },
        { name: 'Penyunting', role: 'editor' },
      ],
      media: [
        { url: 'https://contoh.example/foto.jpg' },
        { url: 'https://contoh.example/b.jpg', width: 800 },
        { url: 'https://contoh.example/c.mp4', type: 'video/mp4', seconds: 90 },
      ],
      source: { name: 'Harian Contoh', url: 'https://contoh.example/' },
      places: [
        {
          name: 'Jakarta',
          code: 'https://www.wikidata.org/wiki/Q3630',
          latitude: -6.2,
          longitude: 106.8,
        },
      ],
      subjects: [{ name: 'Beras' }, { name: 'Pangan' }],
      isAccessibleForFree: false,
      rights: '© 2026 Harian Contoh · https://contoh.example/lisensi',
      links: [{ url: 'https://contoh.example/lain', rel: 'related' }],
    });
  });
});

describe('every property that docs/formats.md names for JSON-LD', () => {
  const values: Readonly<Record<string, unknown>> = {
    publishedAt: '2026-11-23T08:55:00+07:00',
    updatedAt: '2026-11-23T08:55:00+07:00',
    version: 7,
    language: 'id',
    status: 'Draft',
    'extras.sections': ['Ekonomi', 'Pangan'],
    'extras.isAccessibleForFree': true,
  };
  const rows = jsonLd.fields.flatMap(({ field, from }) =>
    from.filter((name) => /^[a-z][A-Za-z]+$/.test(name)).map((name) => [name, field] as const),
  );

  it.each(rows)('%s fills %s', (property, field) => {
    const value = values[field] ?? 'https://contoh.example/nilai';
    const node = { '@context': 'https://schema.org', '@type': 'Article', [property]: value };
    const isUpdate = property === 'liveBlogUpdate';
    const draft = draftOf(isUpdate ? { ...node, [property]: { articleBody: 'Gol.' } } : node);
    const found = field.startsWith('extras.')
      ? draft.extras?.[field.slice('extras.'.length)]
      : draft[field as keyof typeof draft];
    expect(found).toBeDefined();
  });
});

/** Milliseconds when alone; the rest is for a machine with much else to do. */
const HOSTILE_MS_MAX = 1_000;

describe('hostile JSON-LD', () => {
  const many = (count: number, of: (at: number) => unknown) =>
    Array.from({ length: count }, (_, at) => of(at));
  const graph = (nodes: unknown[]) => ({ '@context': 'https://schema.org', '@graph': nodes });
  it.each([
    ['a long list of nothing', graph(many(200_000, () => 0))],
    ['many nodes', graph(many(50_000, (at) => ({ '@id': `#${at}`, '@type': 'Thing' })))],
    [
      'many references to one text',
      graph([
        { '@id': '#t', '@value': 'x'.repeat(500_000), name: 'x'.repeat(500_000) },
        ...many(900, (at) => ({
          '@type': 'NewsArticle',
          url: `https://x.example/${at}`,
          articleBody: { '@id': '#t' },
          author: many(50, () => ({ '@id': '#t' })),
          liveBlogUpdate: many(50, () => ({ '@id': '#t' })),
        })),
      ]),
    ],
    ['many values', { ...article, image: many(100_000, (at) => `https://x.example/${at}`) }],
    ['many types', { ...article, '@type': many(100_000, () => 'NewsArticle') }],
  ])('is read or refused quickly: %s', (_name, value) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const started = process.cpuUsage();
    try {
      readDocument({ bytes, contentType: 'application/ld+json' }, context);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX);
  });

  it('with more objects than documents have is refused by name, before they are looked through', () => {
    const nodes = graph(many(100_000, (at) => ({ '@id': `#${at}`, '@type': 'Thing' })));
    const bytes = Buffer.from(JSON.stringify(nodes));
    const started = process.cpuUsage();
    const reading = () => readDocument({ bytes, contentType: 'application/ld+json' }, context);
    expect(reading).toThrow('The JSON-LD has more than 40000 objects and lists');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(HOSTILE_MS_MAX / 2);
  });
});
