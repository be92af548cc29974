import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PushArticle } from '@warta/contracts';
import { cleanItem } from './clean-draft.ts';
import type { Item } from './draft.ts';
import { ninjs, ninjsProblems } from './ninjs.ts';
import type { NinjsVersion } from './ninjs-versions.ts';

const suite = resolve('../shared/suites/ninjs');
const context = { timeZone: 'Asia/Jakarta', headers: {} };

const read = (value: unknown): Item => {
  const [item] = ninjs.read({ kind: 'json', value }, context);
  if (item === undefined) throw new Error('nothing was read');
  return item;
};
const draftOf = (value: unknown) => {
  const item = read(value);
  if (!('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

describe('ninjs', () => {
  it('keeps what it says under the names that all formats share', () => {
    expect(
      draftOf({
        uri: 'urn:warta:1',
        standard: { schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
        version: '4',
        firstCreated: '2026-03-01T08:00:00+07:00',
        versionCreated: '2026-03-01T09:30:00+07:00',
        pubStatus: 'usable',
        language: 'id',
        by: 'Sari Dewi',
        located: 'Semarang',
        slugline: 'banjir-semarang',
        edNote: 'Tambah korban.',
        urgency: 2,
        usageTerms: 'Untuk pelanggan.',
        copyrightNotice: '© Kantor',
        headlines: [
          { role: 'short', value: 'Banjir' },
          { role: 'main', value: 'Banjir di Semarang' },
        ],
        bodies: [
          { contentType: 'text/plain', value: 'Air naik.' },
          { contentType: 'text/html', value: '<p>Air naik.</p>' },
        ],
        descriptions: [{ role: 'summary', value: 'Ringkasan' }],
        genres: [{ name: 'Current' }],
        subjects: [{ name: 'flood', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000148' }],
        places: [{ name: 'Semarang', geoJSON: { type: 'Point', coordinates: [110.4, -6.97] } }],
        infoSources: [{ name: 'BNPB', uri: 'https://bnpb.go.id' }],
        people: [{ name: 'Sari Dewi', rel: 'author' }],
        altIds: [{ role: 'desk', value: 'A1' }],
        expires: '2026-04-01T00:00:00Z',
        associations: [
          {
            name: 'foto',
            uri: 'urn:foto',
            type: 'picture',
            by: 'Budi',
            descriptions: [{ role: 'caption', value: 'Warga di perahu' }],
            renditions: [
              { name: 'web', href: 'https://x.id/1.jpg', contentType: 'image/jpeg', width: 800 },
            ],
          },
          { name: 'latar', uri: 'https://x.id/latar', title: 'Latar belakang' },
        ],
      }),
    ).toEqual({
      id: 'urn:warta:1',
      title: 'Banjir di Semarang',
      bodyHtml: '<p>Air naik.</p>',
      publishedAt: '2026-03-01T08:00:00+07:00',
      updatedAt: '2026-03-01T09:30:00+07:00',
      version: 4,
      status: 'usable',
      language: 'id',
      byline: 'Sari Dewi',
      extras: {
        summary: 'Ringkasan',
        subjects: [{ name: 'flood', code: 'http://cv.iptc.org/newscodes/mediatopic/20000148' }],
        places: [{ name: 'Semarang', latitude: -6.97, longitude: 110.4 }],
        media: [
          {
            url: 'https://x.id/1.jpg',
            type: 'image/jpeg',
            caption: 'Warga di perahu',
            credit: 'Budi',
            width: 800,
          },
        ],
        links: [{ url: 'https://x.id/latar', rel: 'latar', title: 'Latar belakang' }],
        rights: '© Kantor\nUntuk pelanggan.',
        dateline: 'Semarang',
        slug: 'banjir-semarang',
        genre: 'Current',
        editorialNote: 'Tambah korban.',
        priority: 2,
        source: { name: 'BNPB', url: 'https://bnpb.go.id' },
        people: [{ name: 'Sari Dewi', rel: 'author' }],
        altIds: { desk: 'A1' },
        headlines: [{ role: 'short', text: 'Banjir' }],
        expires: '2026-04-01T00:00:00Z',
      },
    });
  });

  it('reads generation 1 by its own names', () => {
    const draft = draftOf({
      uri: 'urn:1',
      headline: 'Judul',
      headline_short: 'J',
      byline: 'Oleh Sari',
      body_text: 'Isi.',
      person: [
        { name: 'Joko Widodo', scheme: 'http://www.wikidata.org/entity/', code: 'Q3318231' },
      ],
      place: [{ name: 'Solo', geometry_geojson: { type: 'Point', coordinates: [110.8, -7.57] } }],
      renditions: { web: { href: 'https://x.id/1.jpg', mimetype: 'image/jpeg' } },
    });
    expect(draft).toMatchObject({ title: 'Judul', byline: 'Oleh Sari', body: 'Isi.' });
    expect(draft.extras).toMatchObject({
      people: [
        { name: 'Joko Widodo', scheme: 'http://www.wikidata.org/entity/', code: 'Q3318231' },
      ],
      places: [{ name: 'Solo', latitude: -7.57, longitude: 110.8 }],
      media: [{ url: 'https://x.id/1.jpg', type: 'image/jpeg' }],
      headlines: [{ role: 'short', text: 'J' }],
    });
  });

  it.each(['withheld', 'canceled'])('a %s version needs no text', (pubstatus) => {
    const draft = draftOf({ uri: 'urn:1', version: '3', pubstatus });
    expect(draft).toEqual({ id: 'urn:1', version: 3, status: pubstatus, extras: {} });
    expect(PushArticle.safeParse(draft).success).toBe(true);
  });

  it.each([
    ['an instant', '2026-03-02T05:00:00+07:00', '2026-03-02T05:00:00+07:00'],
    ['a date: its first moment where the feed is', '2026-03-02', '2026-03-02T00:00:00+07:00'],
    ['no offset: the time where the feed is', '2026-03-02T05:00:00', '2026-03-02T05:00:00+07:00'],
  ])('an embargo is until %s', (_, embargoed, embargoUntil) => {
    expect(draftOf({ uri: 'urn:1', headline: 'J', embargoed }).embargoUntil).toBe(embargoUntil);
    const draft = draftOf({ uri: 'urn:1', headlines: [], embargoedUntil: embargoed });
    expect(draft.embargoUntil).toBe(embargoUntil);
  });

  it.each([
    [
      'generation 1',
      { headline: 'Banjir, 3 korban', body_text: 'Tiga korban.' },
      { headline: 'Banjir, 4 korban', body_text: 'Empat korban.', ednote: 'CORRECTION: jumlah' },
      ['firstcreated', 'versioncreated'],
    ],
    [
      'generation 3',
      { headlines: [{ value: 'Banjir, 3 korban' }], bodies: [{ value: 'Tiga korban.' }] },
      {
        headlines: [{ value: 'Banjir, 4 korban' }],
        bodies: [{ value: 'Empat korban.' }],
        edNote: 'CORRECTION: jumlah',
      },
      ['firstCreated', 'versionCreated'],
    ],
  ])('a correction of %s is the same article in a higher version', (_, before, after, names) => {
    const [first = '', created = ''] = names;
    const item = { uri: 'urn:warta:7', [first]: '2026-03-01T08:00:00+07:00' };
    const versions = [
      { ...item, version: '9', [created]: '2026-03-01T08:00:00+07:00', ...before },
      { ...item, version: '10', [created]: '2026-03-01T09:30:00+07:00', ...after },
    ].map(draftOf);
    expect(versions).toMatchObject([
      { id: 'urn:warta:7', version: 9, title: 'Banjir, 3 korban', body: 'Tiga korban.' },
      {
        id: 'urn:warta:7',
        // A number, not the text of the format: as texts 10 is before 9.
        version: 10,
        publishedAt: '2026-03-01T08:00:00+07:00',
        updatedAt: '2026-03-01T09:30:00+07:00',
        title: 'Banjir, 4 korban',
        body: 'Empat korban.',
        extras: { editorialNote: 'CORRECTION: jumlah' },
      },
    ]);
    for (const draft of versions) PushArticle.parse({ ...draft, feed: 'kantor' });
  });

  it('an embargo that cannot be read keeps the article back rather than letting it out', () => {
    const draft = draftOf({ uri: 'urn:1', body_text: 'Rahasia', embargoed: 'Senin depan' });
    expect(draft).toMatchObject({ status: 'withheld', extras: { embargoed: 'Senin depan' } });
  });

  it('refuses a version that it does not know, and takes a provider’s own fields', () => {
    const standard = (schema: string) => ({ uri: 'urn:1', standard: { schema }, mood: 'good' });
    const unknown = read(standard('http://www.iptc.org/std/ninjs/ninjs-schema_9.0.json'));
    expect(unknown).toMatchObject({ refusal: [{ pointer: '/standard' }] });
    expect(draftOf(standard('https://agency.example/ninjs-schema_2.1.json')).extras).toEqual({
      mood: 'good',
    });
  });

  it('is told from other JSON with an address', () => {
    const recognised = (value: unknown) => ninjs.recognises({ kind: 'json', value });
    expect(recognised({ uri: 'urn:1' })).toBe(true);
    expect(recognised({ id: '1', title: 'x' })).toBe(false);
    expect(recognised({ '@context': 'https://schema.org', uri: 'x' })).toBe(false);
    expect(recognised([{ uri: 'urn:1' }])).toBe(false);
  });
});

const folders: Record<string, NinjsVersion> = { '1.x_dev': '1.5-dev', '2.x_dev': '2.1-dev' };

function casesOf(kind: 'should_pass' | 'should_fail') {
  const root = join(suite, 'validation/test_suite');
  return readdirSync(root).flatMap((folder) => {
    const within = join(root, folder, kind);
    if (!existsSync(within)) return [];
    return readdirSync(within).map((name) => ({
      name: `${folder}/${kind}/${name}`,
      version: folders[folder] ?? (folder as NinjsVersion),
      value: parsed(readFileSync(join(within, name), 'utf8')),
    }));
  });
}

const here = existsSync(suite) ? describe : describe.skip;
if (!existsSync(suite)) process.stderr.write('ninjs: left out: ../shared/suites/ninjs\n');

here('the ninjs suite', () => {
  it('accepts every item that should pass, by its schema and as a push', () => {
    const cases = casesOf('should_pass');
    const refused = cases.filter(({ value, version }) => ninjsProblems(value, version).length > 0);
    const pushes = cases.map(({ name, value }) => ({ name, item: cleanItem(read(value)) }));
    const unfit = pushes.filter(
      ({ item }) => !('draft' in item) || !PushArticle.safeParse(item.draft).success,
    );
    process.stderr.write(
      `ninjs: ${cases.length - refused.length} of ${cases.length} should_pass accepted, ` +
        `${cases.length - unfit.length} as pushes\n`,
    );
    expect(cases.length).toBeGreaterThan(100);
    expect(
      refused.map(({ name, value, version }) => [name, ninjsProblems(value, version)]),
    ).toEqual([]);
    expect(unfit).toEqual([]);
  });

  it('refuses every item that should fail, naming the field', () => {
    const cases = casesOf('should_fail');
    const broken = cases.filter(({ value }) => value === undefined);
    const valid = cases.filter(({ value }) => value !== undefined);
    const accepted = valid.filter(
      ({ value, version }) => ninjsProblems(value, version).length === 0,
    );
    const unnamed = valid.filter(({ value, version }) =>
      ninjsProblems(value, version).some(({ pointer }) => pointer === ''),
    );
    process.stderr.write(
      `ninjs: ${cases.length - accepted.length} of ${cases.length} should_fail refused ` +
        `(${broken.length} of them are no JSON)\n`,
    );
    expect(cases.length).toBeGreaterThan(50);
    expect(accepted.map(({ name }) => name)).toEqual([]);
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('reads every example as an article, but those that are no item of their version', () => {
    const files = readdirSync(join(suite, 'examples'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .filter((name) => !name.endsWith('extension-schema.json'));
    const items = files.flatMap((name) => {
      const value = parsed(readFileSync(join(suite, 'examples', name), 'utf8'));
      return (Array.isArray(value) ? value : [value]).map((one) => ({
        name,
        item: cleanItem(read(one)),
      }));
    });
    const refused = items.filter(({ item }) => 'refusal' in item);
    const unfit = items.filter(
      ({ item }) => 'draft' in item && !PushArticle.safeParse(item.draft).success,
    );
    const bare = items.filter(
      ({ item }) => 'draft' in item && (item.draft.title === undefined || item.draft.body === ''),
    );
    process.stderr.write(
      `ninjs: ${items.length - refused.length} of ${items.length} items of ${files.length} examples read\n`,
    );
    expect(files.length).toBeGreaterThan(30);
    expect(unfit).toEqual([]);
    expect(bare.map(({ name }) => name)).toEqual([]);
    // A timeline written before the schema was: its dates and events are not those of 3.0.
    expect(new Set(refused.map(({ name }) => name))).toEqual(
      new Set(['3.0/collection/20231016-event-timeline-sample.json']),
    );
  });
});
