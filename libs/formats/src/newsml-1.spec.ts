import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PushArticle } from '@warta/contracts';
import { cleanItem } from './clean-draft.ts';
import type { Item } from './draft.ts';
import { newsml1 } from './newsml-1.ts';
import { parseXml } from './xml-document.ts';

const suite = resolve('../shared/suites/ninjs/examples/NewsML');

const read = (xml: string): Item[] => {
  const document = { kind: 'xml' as const, root: parseXml(xml.trim()) };
  expect(newsml1.recognises(document)).toBe(true);
  return newsml1.read(document, { timeZone: 'Asia/Jakarta', headers: {} });
};

interface Parts {
  revision?: number;
  management?: string;
  component?: string;
}

const text = '<ContentItem><DataContent>Air naik.</DataContent></ContentItem>';

const newsItem = ({ revision = 1, management = '', component = text }: Parts) => `
  <NewsItem>
    <Identification><NewsIdentifier>
      <ProviderId>kb.id</ProviderId><DateId>20260301</DateId><NewsItemId>banjir</NewsItemId>
      <RevisionId PreviousRevision="${revision - 1}" Update="N">${revision}</RevisionId>
      <PublicIdentifier>urn:newsml:kb.id:20260301:banjir:${revision}N</PublicIdentifier>
    </NewsIdentifier></Identification>
    <NewsManagement>
      <NewsItemType FormalName="News"/><FirstCreated>20260301T080000+0700</FirstCreated>
      <ThisRevisionCreated>20260301T093000+0700</ThisRevisionCreated>${management}
    </NewsManagement>
    ${component === '' ? '' : `<NewsComponent>${component}</NewsComponent>`}
  </NewsItem>`;

const message = (...items: string[]) =>
  `<NewsML Version="1.2"><NewsEnvelope><SentFrom><Party FormalName="Kantor"/></SentFrom>
     <Priority FormalName="3"/></NewsEnvelope>${items.join('')}</NewsML>`;

const draftOf = (parts: Parts) => {
  const [item] = read(message(newsItem(parts)));
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};

describe('NewsML 1', () => {
  it('keeps what it says under the names that all formats share', () => {
    const draft = draftOf({
      management: `<Status FormalName="Usable"/><Urgency FormalName="2"/>
        <Instruction FormalName="Update"/><DerivedFrom NewsItem="urn:0"/>`,
      component: `
        <NewsLines><HeadLine>Banjir di Semarang</HeadLine><SubHeadLine>Air naik</SubHeadLine>
          <ByLine>Oleh Sari</ByLine><DateLine>Semarang</DateLine>
          <CopyrightLine>© Kantor</CopyrightLine><SlugLine>BANJIR</SlugLine>
          <KeywordLine>hujan</KeywordLine></NewsLines>
        <AdministrativeMetadata><Creator><Party FormalName="Sari Dewi"/></Creator>
          <Source><Party FormalName="BNPB"/></Source></AdministrativeMetadata>
        <DescriptiveMetadata><Language FormalName="id"/><Genre FormalName="Current"/>
          <SubjectCode><Subject FormalName="03000000"/></SubjectCode>
          <Location><Property FormalName="City" Value="Semarang"/></Location>
        </DescriptiveMetadata>
        <NewsComponent><Role FormalName="Abstract"/>
          <ContentItem><DataContent>Ringkasan.</DataContent></ContentItem></NewsComponent>
        <NewsComponent><Role FormalName="Photo"/>
          <NewsLines><CreditLine>Budi</CreditLine></NewsLines>
          <NewsComponent><Role FormalName="Caption"/>
            <ContentItem><DataContent>Warga</DataContent></ContentItem></NewsComponent>
          <ContentItem Href="https://kb.id/1.jpg"><MimeType FormalName="image/jpeg"/>
            <Characteristics><SizeInBytes>99</SizeInBytes><Property FormalName="Width" Value="8"/>
            </Characteristics></ContentItem></NewsComponent>
        <NewsComponent><Role FormalName="Main"/><ContentItem><Format FormalName="XHTML"/>
          <DataContent><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Air naik.</p></body>
          </html></DataContent></ContentItem></NewsComponent>`,
    });
    expect(draft).toEqual({
      id: 'urn:newsml:kb.id:20260301:banjir',
      title: 'Banjir di Semarang',
      bodyHtml: '<p>Air naik.</p>',
      publishedAt: '2026-03-01T08:00:00+07:00',
      updatedAt: '2026-03-01T09:30:00+07:00',
      version: 1,
      status: 'usable',
      language: 'id',
      byline: 'Oleh Sari',
      extras: {
        summary: 'Ringkasan.',
        keywords: ['hujan'],
        subjects: [{ code: '03000000' }],
        authors: [{ name: 'Sari Dewi', role: 'creator' }],
        media: [
          {
            url: 'https://kb.id/1.jpg',
            type: 'image/jpeg',
            caption: 'Warga',
            credit: 'Budi',
            width: 8,
            bytes: 99,
          },
        ],
        links: [{ url: 'urn:0', rel: 'DerivedFrom' }],
        rights: '© Kantor',
        dateline: 'Semarang',
        slug: 'BANJIR',
        genre: 'Current',
        editorialNote: 'Update',
        priority: 2,
        source: { name: 'BNPB' },
        places: [{ name: 'Semarang' }],
        subheadlines: ['Air naik'],
        newsItemType: 'News',
      },
    });
  });

  it('takes plain text, base64, and NITF with what it says beside', () => {
    const data = (inner: string) => `<ContentItem>${inner}</ContentItem>`;
    expect(draftOf({}).body).toBe('Air naik.');
    const encoded = `<Encoding Notation="Base64"><DataContent>QWlyIG5haWsu</DataContent></Encoding>`;
    expect(draftOf({ component: data(encoded) }).body).toBe('Air naik.');
    const inner = `<DataContent><nitf><body><body.head><hedline><hl1>Judul</hl1></hedline>
      <byline>Oleh Budi</byline></body.head><body.content><p>Air naik.</p></body.content></body>
      </nitf></DataContent>`;
    expect(draftOf({ component: data(inner) })).toMatchObject({
      title: 'Judul',
      byline: 'Oleh Budi',
      bodyHtml: '<p>Air naik.</p>',
      extras: { priority: 3, source: { name: 'Kantor' } },
    });
  });

  it('a correction is the same item with a higher revision', () => {
    const [first, second] = [draftOf({ revision: 1 }), draftOf({ revision: 12 })];
    expect(second.id).toBe(first.id);
    expect([first.version, second.version]).toEqual([1, 12]);
  });

  const change = `<StatusWillChange><FutureStatus FormalName="Usable"/>
    <DateAndTime>20260302T050000+0700</DateAndTime></StatusWillChange>`;
  it.each([
    ['<Status FormalName="Withheld"/>', { status: 'withheld' }],
    ['<Status FormalName="Canceled"/>', { status: 'canceled' }],
    ['<Status FormalName="Usable"/><Instruction FormalName="Kill"/>', { status: 'canceled' }],
    ['<Status FormalName="Embargoed"/>', { status: 'withheld' }],
    [`<Status FormalName="Embargoed"/>${change}`, { embargoUntil: '2026-03-02T05:00:00+07:00' }],
  ])('%s keeps it back', (management, expected) => {
    expect(draftOf({ management })).toMatchObject(expected);
  });

  it.each([
    ['urn:newsml:kb.id:20260301:111', 'urn:newsml:kb.id:20260301:111'],
    ['urn:newsml:kb.id:20260301:111N', 'urn:newsml:kb.id:20260301:111N'],
    ['urn:newsml:kb.id:20260301:111:2', 'urn:newsml:kb.id:20260301:111'],
    ['urn:newsml:kb.id:20260301:111:2U', 'urn:newsml:kb.id:20260301:111'],
    ['urn:newsml:kb.id:20260301:banjir:12', 'urn:newsml:kb.id:20260301:banjir'],
    ['kb:banjir:5N', 'kb:banjir'],
    ['kb:5N', 'kb:5N'],
    ['kb:banjir:5', 'kb:banjir:5'],
  ])('a public identifier alone, %s, is the item %s of any revision', (identifier, id) => {
    const alone = newsItem({}).replace(
      /<NewsIdentifier>.*<\/NewsIdentifier>/s,
      `<NewsIdentifier><PublicIdentifier>${identifier}</PublicIdentifier></NewsIdentifier>`,
    );
    expect(read(message(alone))).toMatchObject([{ draft: { id } }]);
  });

  it('says why it was killed', () => {
    const reason = '<Instruction FormalName="Kill">Lokasi keliru.</Instruction>';
    const killed = draftOf({ management: `<Status FormalName="Canceled"/>${reason}` });
    expect(killed).toMatchObject({
      status: 'canceled',
      extras: { editorialNote: 'Kill Lokasi keliru.' },
    });
  });

  it('what NITF inside says of embargoes and statuses holds where NewsML says nothing', () => {
    const inner = (
      docdata: string,
    ) => `<ContentItem><DataContent><nitf><head>${docdata}</head><body>
      <body.content><p>Rahasia.</p></body.content></body></nitf></DataContent></ContentItem>`;
    const withheld = inner('<docdata management-status="withheld"/>');
    expect(draftOf({ component: withheld }).status).toBe('withheld');
    const embargoed = inner('<docdata><date.release norm="20260302T050000+0700"/></docdata>');
    const draft = draftOf({ component: embargoed, management: '<Status FormalName="Usable"/>' });
    expect(draft).toMatchObject({ status: 'usable', embargoUntil: '2026-03-02T05:00:00+07:00' });
  });

  it('a kill needs no component; any other item does, and a patch is refused', () => {
    const killed = draftOf({ management: '<Status FormalName="Canceled"/>', component: '' });
    expect(PushArticle.safeParse(killed).success).toBe(true);
    const [bare] = read(message(newsItem({ component: '' })));
    expect(bare).toMatchObject({ refusal: [{ pointer: '/NewsML/NewsItem[1]' }] });
    const patch = newsItem({}).replace('</NewsItem>', '<Update/></NewsItem>');
    expect(read(message(newsItem({}), patch))).toMatchObject([
      { draft: {} },
      { refusal: [{ detail: expect.stringContaining('send the whole revision') }] },
    ]);
  });
});

const here = existsSync(suite) ? describe : describe.skip;
if (!existsSync(suite)) process.stderr.write('newsml-1: left out: ../shared/suites/ninjs\n');

here('the NewsML 1.2 examples of the ninjs suite', () => {
  it('become one whole article each', () => {
    const names = readdirSync(suite);
    const items = names.flatMap((name) => read(readFileSync(join(suite, name), 'utf8')));
    process.stderr.write(`newsml-1: ${items.length} items of ${names.length} examples read\n`);
    expect(items).toHaveLength(4);
    for (const item of items.map(cleanItem)) {
      if (!('draft' in item)) throw new Error(JSON.stringify(item));
      const { draft } = item;
      expect(PushArticle.safeParse(draft).error).toBeUndefined();
      expect(draft.title?.length).toBeGreaterThan(10);
      expect(draft.body?.length).toBeGreaterThan(1_000);
      expect(draft.extras).toMatchObject({
        keywords: expect.any(Array),
        media: expect.any(Array),
        dateline: expect.any(String),
        rights: 'Copyright Business Wire 2013',
      });
    }
  });
});
