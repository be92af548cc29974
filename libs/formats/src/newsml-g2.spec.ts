import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PushArticle } from '@warta/contracts';
import { cleanItem } from './clean-draft.ts';
import type { Item } from './draft.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { parseXml } from './xml-document.ts';

const suite = resolve('../shared/suites/newsml-g2');
const context = { timeZone: 'Asia/Jakarta', headers: {} };

const read = (xml: string): Item[] => {
  const document = { kind: 'xml' as const, root: parseXml(xml) };
  expect(newsmlG2.recognises(document)).toBe(true);
  return newsmlG2.read(document, context);
};

interface Parts {
  meta?: string;
  content?: string;
  set?: string;
  rest?: string;
  version?: number;
}

const newsItem = ({ meta = '', content = '', set = '', rest = '', version = 3 }: Parts) => `
  <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:warta.id:1"
      version="${version}" standard="NewsML-G2" xml:lang="id">
    ${rest}
    <itemMeta>
      <itemClass qcode="ninat:text"/>
      <provider qcode="nprov:KB"><name>Kantor Berita</name></provider>
      <versionCreated>2026-03-01T09:30:00+07:00</versionCreated>
      ${meta}
    </itemMeta>
    <contentMeta>${content}</contentMeta>
    <contentSet>${set}</contentSet>
  </newsItem>`;

const draftOf = (parts: Parts) => {
  const [item] = read(newsItem(parts));
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};

const xhtml = (body: string) =>
  `<inlineXML contenttype="application/xhtml+xml">
     <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>${body}</html>
   </inlineXML>`;

describe('NewsML-G2', () => {
  it('keeps what it says under the names that all formats share', () => {
    const draft = draftOf({
      rest: `<rightsInfo><copyrightNotice>© Kantor</copyrightNotice>
          <usageTerms>Untuk pelanggan</usageTerms></rightsInfo>
        <assert qcode="kota:1"><name>Semarang</name><geoAreaDetails>
          <position latitude="-6.97" longitude="110.4"/></geoAreaDetails></assert>`,
      meta: `<firstCreated>2026-03-01T08:00:00+07:00</firstCreated>
        <pubStatus qcode="stat:usable"/><edNote>Tambah korban.</edNote>
        <signal qcode="sig:update"/><link rel="irel:seeAlso" href="https://x.id/2"/>`,
      content: `<urgency>2</urgency><located qcode="kota:1"/><language tag="id-ID"/>
        <creator><name>Sari Dewi</name></creator><infoSource uri="https://bnpb.go.id">
          <name>BNPB</name></infoSource>
        <genre qcode="genre:Current"><name>Current</name></genre><keyword>banjir</keyword>
        <subject qcode="medtop:20000148"><name>flood</name></subject>
        <subject type="cpnat:person" qcode="o:1"><name>Joko Widodo</name></subject>
        <slugline>BANJIR-SEMARANG</slugline><headline>Banjir di Semarang</headline>
        <by>Oleh Sari Dewi</by><dateline>Semarang, 1/3</dateline>
        <description role="drol:summary">Ringkasan</description>`,
      set: `${xhtml('<body><p>Air <b>naik</b>.</p><img src="https://x.id/1.jpg" alt="Warga"/></body>')}
        <remoteContent href="https://x.id/2.mp4" contenttype="video/mp4" size="9" duration="69"/>`,
    });
    expect(draft).toEqual({
      id: 'urn:newsml:warta.id:1',
      title: 'Banjir di Semarang',
      bodyHtml: '<p>Air <b>naik</b>.</p>',
      publishedAt: '2026-03-01T08:00:00+07:00',
      updatedAt: '2026-03-01T09:30:00+07:00',
      version: 3,
      status: 'usable',
      language: 'id-ID',
      byline: 'Oleh Sari Dewi',
      extras: {
        itemClass: { code: 'ninat:text' },
        signal: { code: 'sig:update' },
        summary: 'Ringkasan',
        keywords: ['banjir'],
        subjects: [{ code: '20000148', name: 'flood', scheme: 'medtop' }],
        people: [{ code: '1', name: 'Joko Widodo', scheme: 'o' }],
        places: [{ name: 'Semarang', code: '1', latitude: -6.97, longitude: 110.4 }],
        authors: [{ name: 'Sari Dewi' }],
        media: [
          {
            url: 'https://x.id/2.mp4',
            type: 'video/mp4',
            caption: 'Ringkasan',
            bytes: 9,
            seconds: 69,
          },
          { url: 'https://x.id/1.jpg', caption: 'Warga' },
        ],
        links: [{ url: 'https://x.id/2', rel: 'irel:seeAlso' }],
        rights: '© Kantor\nUntuk pelanggan',
        dateline: 'Semarang, 1/3',
        slug: 'BANJIR-SEMARANG',
        genre: 'Current',
        editorialNote: 'Tambah korban.',
        priority: 2,
        source: { name: 'BNPB', url: 'https://bnpb.go.id' },
        provider: { name: 'Kantor Berita' },
      },
    });
  });

  it.each([
    ['text', '<inlineData contenttype="text/plain">Air naik.</inlineData>', { body: 'Air naik.' }],
    [
      'base64',
      '<inlineData contenttype="text/plain" encoding="encd:base64">QWlyIG5haWsu</inlineData>',
      { body: 'Air naik.' },
    ],
    [
      'NITF',
      `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
         <body><body.head><hedline><hl1>Judul</hl1></hedline></body.head>
         <body.content><p>Air <location>naik</location>.</p></body.content></body></nitf></inlineXML>`,
      { title: 'Judul', bodyHtml: '<p>Air naik.</p>' },
    ],
    ['empty, where only a picture is', '<remoteContent href="https://x.id/1.jpg"/>', { body: '' }],
  ])('takes a body that is %s', (_, set, expected) => {
    expect(draftOf({ set })).toMatchObject(expected);
  });

  it('a correction is the same guid with a higher version and a later versionCreated', () => {
    const [first, second] = [draftOf({ version: 1 }), draftOf({ version: 2 })];
    expect(second.id).toBe(first.id);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second.updatedAt).toBe('2026-03-01T09:30:00+07:00');
  });

  it.each([
    ['<pubStatus qcode="stat:withheld"/>', 'withheld'],
    ['<pubStatus qcode="stat:canceled"/>', 'canceled'],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', 'canceled'],
    ['<pubStatus qcode="x:cancelled"/>', 'canceled'],
    ['<embargoed/>', 'withheld'],
    ['<embargoed/><pubStatus qcode="stat:canceled"/>', 'canceled'],
  ])('%s makes it %s, without any text needed', (meta, status) => {
    const draft = draftOf({ meta });
    expect(draft.status).toBe(status);
    expect(PushArticle.safeParse(draft).success).toBe(true);
  });

  it('keeps of what has no common name every attribute and what is related, and both times of making', () => {
    const { extras, publishedAt } = draftOf({
      meta: `<firstCreated>2026-03-01T08:00:00+07:00</firstCreated>
        <signal qcode="sig:update" severity="sev:minor"/>
        <itemMetaExtProperty rel="x:situs"><related rel="x:kanal" value="7"/></itemMetaExtProperty>`,
      content: `<contentCreated>2026-02-28T21:00:00+07:00</contentCreated>
        <userInteraction interactions="5" interactiontype="act:suka"/>`,
    });
    expect(publishedAt).toBe('2026-03-01T08:00:00+07:00');
    expect(extras).toMatchObject({
      contentCreated: '2026-02-28T21:00:00+07:00',
      signal: { code: 'sig:update', severity: 'sev:minor' },
      itemMetaExtProperty: { rel: 'x:situs', related: [{ rel: 'x:kanal', value: '7' }] },
      userInteraction: { interactions: '5', interactiontype: 'act:suka' },
    });
  });

  it('an embargo is until its time', () => {
    const meta = '<embargoed>2026-03-02T05:00:00+07:00</embargoed>';
    expect(draftOf({ meta }).embargoUntil).toBe('2026-03-02T05:00:00+07:00');
  });

  it('refuses a publishing status that it does not know', () => {
    const [item] = read(newsItem({ meta: '<pubStatus qcode="stat:commissioned"/>' }));
    expect(item).toMatchObject({ refusal: [{ pointer: '/newsItem/itemMeta/pubStatus' }] });
  });

  it('answers for every item of a message, in order and by its place', () => {
    const inner = [newsItem({}), '<conceptItem guid="c"/>', newsItem({ version: 4 })].join('');
    const items = read(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>
         <itemSet>${inner}</itemSet></newsMessage>`,
    );
    expect(items.map(({ pointer }) => pointer)).toEqual([
      '/newsMessage/itemSet/newsItem[1]',
      '/newsMessage/itemSet/conceptItem[1]',
      '/newsMessage/itemSet/newsItem[2]',
    ]);
    expect(items[1]).toMatchObject({
      refusal: [{ detail: expect.stringContaining('is a conceptItem') }],
    });
  });
});

/** Their faults are in parts that are not read: what an article needs is sound. */
const faultsNotRead: Readonly<Record<string, string>> = {
  'xsany-on-hasinstrument.xml': 'an undeclared element in the details of an asserted organisation',
  '2.29_affiliation_org_org.xml': 'an affiliation of an organisation before it was allowed',
  '002_newsitem_with_no_catalog.xml': 'no catalog: codes are kept as they are, not resolved',
  'CR00212_02_residrefformaturi_badly_formatted.xml': 'the format of a reference is no URI',
  'CR00218_too_many_nested_related.xml': 'relations of an asserted concept nested too deep',
};

const here = existsSync(suite) ? describe : describe.skip;
if (!existsSync(suite)) process.stderr.write('newsml-g2: left out: ../shared/suites/newsml-g2\n');

function documentsIn(folder: string) {
  return readdirSync(join(suite, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ({
      name,
      items: read(readFileSync(join(suite, folder, name), 'utf8')).map(cleanItem),
    }));
}

const isRefused = (item: Item) => 'refusal' in item;
const detailsOf = (items: readonly Item[]) =>
  items.flatMap((item) => ('refusal' in item ? item.refusal.map(({ detail }) => detail) : []));

here('the NewsML-G2 suite', () => {
  it('reads every example, or refuses it by its name', () => {
    const documents = documentsIn('examples');
    const items = documents.flatMap((document) => document.items);
    process.stderr.write(
      `newsml-g2: ${documents.length} examples: ${items.filter((item) => !isRefused(item)).length} ` +
        `articles, ${items.filter(isRefused).length} refused by name\n`,
    );
    expect(documents.length).toBeGreaterThan(30);
    for (const item of items) {
      if ('draft' in item) expect(PushArticle.safeParse(item.draft).error).toBeUndefined();
    }
    const expected =
      /^is (?:a (?:concept|knowledge|planning|catalog)Item: only|a part of an item)|^is needed$/;
    for (const detail of detailsOf(items)) expect(detail).toMatch(expected);
    const needed = documents.filter(({ items: read }) => detailsOf(read).includes('is needed'));
    // Its items are abridged to dots.
    expect(needed.map(({ name }) => name)).toEqual([
      'LISTING_24_News_Message_conveying_a_complete_News_Package.xml',
    ]);
  });

  it('reads the NITF of listing 22, and the fragment of listing 25 inside an item', () => {
    const example = (number: number) => {
      const name = readdirSync(join(suite, 'examples')).find((file) =>
        file.startsWith(`LISTING_${number}_`),
      );
      return readFileSync(join(suite, 'examples', name ?? ''), 'utf8');
    };
    const fragment = /<inlineXML[\s\S]*<\/inlineXML>/.exec(example(25))?.[0] ?? '';
    const [sports] = read(example(22)).map(cleanItem);
    const [preview] = read(newsItem({ set: fragment })).map(cleanItem);
    if (!sports || !preview || !('draft' in sports) || !('draft' in preview)) throw new Error();
    expect(sports.draft).toMatchObject({
      id: 'tag:xmlteam.com,2016:xt.5932656-preview',
      byline: 'Sports Network',
      body: expect.stringMatching(/^\(Sports Network\) - A pair of teams/),
    });
    expect(sports.draft.body?.split('\n\n')).toHaveLength(6);
    expect(preview.draft).toMatchObject({
      title: expect.stringMatching(/^Arizona Diamondbacks \(29-23\) at Philadelphia Phillies/),
      body: expect.stringMatching(/clash of the Titans\.$/),
      extras: { summary: expect.stringMatching(/^A pair of teams/) },
    });
  });

  it('reads every unit document that should pass, or refuses it by its name', () => {
    const documents = documentsIn('tests/unit_test_files').filter(({ name }) =>
      name.includes('should_pass'),
    );
    const items = documents.flatMap((document) => document.items);
    process.stderr.write(
      `newsml-g2: ${documents.length} unit documents that should pass: ` +
        `${items.filter((item) => !isRefused(item)).length} articles, ` +
        `${items.filter(isRefused).length} refused by name\n`,
    );
    expect(documents.length).toBeGreaterThan(140);
    for (const item of items) {
      if ('draft' in item) expect(PushArticle.safeParse(item.draft).error).toBeUndefined();
    }
    for (const detail of detailsOf(items)) expect(detail).toMatch(/^is a (?:\w+Item:|part of)/);
  });

  it('refuses every unit document that should fail for something that is read', () => {
    const documents = documentsIn('tests/unit_test_files').filter(({ name }) =>
      name.includes('should_fail'),
    );
    const read = documents.filter(({ items }) => !items.some(isRefused));
    process.stderr.write(
      `newsml-g2: ${documents.length - read.length} of ${documents.length} unit documents that ` +
        `should fail refused; the faults of the others are in parts that are not read\n`,
    );
    expect(documents.length).toBe(10);
    const names = read.map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
    expect(names.toSorted()).toEqual(Object.keys(faultsNotRead).toSorted());
  });
});
