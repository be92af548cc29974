import { LINE_LENGTH_MAX, PushArticle } from '@warta/contracts';
import fc from 'fast-check';
import { cleanItem } from './clean-draft.ts';
import type { Item } from './draft.ts';
import { nitf } from './nitf.ts';
import { parseXml } from './xml-document.ts';

const read = (xml: string): Item[] => {
  const document = { kind: 'xml' as const, root: parseXml(xml) };
  expect(nitf.recognises(document)).toBe(true);
  return nitf.read(document, { timeZone: 'Asia/Jakarta', headers: {} });
};

const article = (docdata: string, attributes = '', body = '<p>Air naik.</p>') => `
  <nitf><head><docdata ${attributes}><doc-id id-string="KB-1"/>${docdata}</docdata></head>
    <body><body.head><hedline><hl1>Banjir</hl1></hedline></body.head>
      <body.content>${body}</body.content></body></nitf>`;

const draftOf = (xml: string) => {
  const [item] = read(xml);
  if (item === undefined || !('draft' in item)) throw new Error(JSON.stringify(item));
  return item.draft;
};

describe('NITF', () => {
  it('keeps what it says under the names that all formats share', () => {
    const draft = draftOf(`
      <nitf baselang="id">
        <head>
          <title>Judul dokumen</title>
          <meta name="slug" content="banjir"/>
          <tobject tobject.type="news">
            <tobject.property tobject.property.type="Current"/>
            <tobject.subject tobject.subject.refnum="20000148" tobject.subject.type="Bencana"
              tobject.subject.matter="Banjir"/>
          </tobject>
          <docdata>
            <doc-id id-string="KB-1" regsrc="KB"/>
            <evloc city="Semarang" iso-cc="ID"/>
            <urgency ed-urg="2"/>
            <fixture fix-id="nusantara"/>
            <date.issue norm="20260301T080000+0700"/>
            <date.expire norm="20260401T000000Z"/>
            <ed-msg info="Tambah korban."/>
            <du-key key="banjir-1" version="3"/>
            <series series.name="Banjir" series.part="1" series.totalpart="2"/>
            <doc.copyright holder="Kantor" year="2026"/>
            <key-list><keyword key="banjir"/><keyword key="Semarang"/></key-list>
            <identified-content><person>Joko Widodo</person>
              <org idsrc="idx" value="BNPB">BNPB</org>
              <location location-code="SRG">Semarang</location></identified-content>
          </docdata>
          <pubdata position.section="Nusantara" ex-ref="https://kb.id/1"/>
          <revision-history name="Sari" norm="20260301T093000+0700" comment="korban"/>
          <revision-history name="Budi" norm="20260301T083000+0700"/>
        </head>
        <body>
          <body.head>
            <hedline><hl1>Banjir di <location>Semarang</location></hl1><hl2>Air naik</hl2></hedline>
            <byline>Oleh <person>Sari Dewi</person>, <byttl>Reporter</byttl></byline>
            <distributor>Kantor Berita</distributor>
            <dateline><location>Semarang</location><story.date>1 Maret</story.date></dateline>
            <abstract><p>Ringkasan.</p></abstract>
          </body.head>
          <body.content>
            <media media-type="image">
              <media-reference source="https://kb.id/1.jpg" mime-type="image/jpeg" width="800"/>
              <media-caption>Warga &amp; perahu</media-caption><media-producer>Budi</media-producer>
            </media>
            <p>Air <em>naik</em> &lt; 1 m di <chron norm="20260301">Minggu</chron>.</p>
            <hl2>Korban</hl2>
            <ul><li>Satu</li></ul>
            <table><tr><td>a</td><td>b</td></tr></table>
          </body.content>
          <body.end><tagline>Laporan Budi.</tagline></body.end>
        </body>
      </nitf>`);
    expect(draft.bodyHtml?.replace(/>\s+</g, '><')).toBe(
      '<p>Air <em>naik</em> &lt; 1 m di Minggu.</p><h2>Korban</h2><ul><li>Satu</li></ul>' +
        '<table><tr><td>a</td><td>b</td></tr></table><p>Laporan Budi.</p>',
    );
    expect(draft).toMatchObject({
      id: 'KB-1',
      url: 'https://kb.id/1',
      title: 'Banjir di Semarang',
      publishedAt: '2026-03-01T08:00:00+07:00',
      updatedAt: '2026-03-01T09:30:00+07:00',
      version: 3,
      language: 'id',
      byline: 'Oleh Sari Dewi, Reporter',
      section: 'Nusantara',
    });
    expect(draft.extras).toEqual({
      duKey: { key: 'banjir-1', version: '3' },
      summary: 'Ringkasan.',
      keywords: ['banjir', 'Semarang'],
      subjects: [{ code: '20000148', name: 'Bencana / Banjir' }],
      authors: [{ name: 'Sari Dewi', role: 'Reporter' }],
      media: [
        {
          url: 'https://kb.id/1.jpg',
          type: 'image/jpeg',
          caption: 'Warga & perahu',
          credit: 'Budi',
          width: 800,
        },
      ],
      rights: 'Kantor 2026',
      dateline: 'Semarang 1 Maret',
      slug: 'banjir',
      genre: 'Current',
      editorialNote: 'Tambah korban.',
      priority: 2,
      source: { name: 'Kantor Berita' },
      places: [
        { name: 'Semarang', code: 'ID' },
        { name: 'Semarang', code: 'SRG' },
      ],
      people: [{ name: 'Joko Widodo' }],
      organisations: [{ code: 'BNPB', name: 'BNPB', scheme: 'idx' }],
      expires: '20260401T000000Z',
      series: { name: 'Banjir', part: '1', of: '2' },
      registeredBy: 'KB',
      revisions: [
        { name: 'Sari', at: '20260301T093000+0700', comment: 'korban' },
        { name: 'Budi', at: '20260301T083000+0700' },
      ],
      publications: [{ 'position.section': 'Nusantara', 'ex-ref': 'https://kb.id/1' }],
      subheadlines: ['Air naik'],
    });
  });

  it('a correction is the same doc-id with a higher version of its du-key', () => {
    const correction = '<correction info="Nama salah." id-string="KB-1"/>';
    const first = draftOf(article('<du-key key="k" version="1"/>'));
    const second = draftOf(article(`<du-key key="k" version="2"/>${correction}`));
    expect([first.id, first.version]).toEqual(['KB-1', 1]);
    expect([second.id, second.version]).toEqual(['KB-1', 2]);
    expect(second.extras).toMatchObject({ editorialNote: 'Nama salah.', corrects: 'KB-1' });
  });

  it('versions under other doc-ids are other articles, told to be one story by their du-key', () => {
    const key = '<du-key key="k" version="2" generation="1" part="b"/>';
    const later = article(key).replace('KB-1', 'KB-2');
    expect(draftOf(later)).toMatchObject({
      id: 'KB-2',
      extras: { duKey: { key: 'k', version: '2', generation: '1', part: 'b' } },
    });
    const alone = later.replace('<doc-id id-string="KB-2"/>', '');
    expect(draftOf(alone)).toMatchObject({ id: 'k', version: 2 });
  });

  it.each([
    ['withheld', 'withheld'],
    ['canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['usable', 'usable'],
    ['embargoed', 'withheld'],
  ])('a management status %s makes it %s', (said, status) => {
    expect(draftOf(article('', `management-status="${said}"`)).status).toBe(status);
  });

  it('a release after the issue is an embargo, one at the issue is none', () => {
    const issued = '<date.issue norm="20260301T080000+0700"/>';
    const draft = draftOf(article(`${issued}<date.release norm="20260302T050000+0700"/>`));
    expect(draft.embargoUntil).toBe('2026-03-02T05:00:00+07:00');
    const open = draftOf(article(`${issued}<date.release norm="20260301T080000+0700"/>`));
    expect(open).not.toHaveProperty('embargoUntil');
    expect(draftOf(article('<date.release norm="besok"/>')).status).toBe('withheld');
  });

  it('takes back the document that it cancels, and is no article when it says nothing else', () => {
    const order = 'management-doc-idref="KB-0" management-idref-status="canceled"';
    expect(read(article('', order))).toMatchObject([
      { pointer: '/nitf', draft: { id: 'KB-1' } },
      { withdrawal: { id: 'KB-0' } },
    ]);
    const bare = `<nitf><head><docdata ${order}><doc-id id-string="KB-2"/>
      <ed-msg info="Isi keliru"/></docdata></head></nitf>`;
    expect(read(bare)).toEqual([
      {
        pointer: '/nitf/head/docdata/@management-doc-idref',
        withdrawal: { id: 'KB-0', reason: 'Isi keliru' },
      },
    ]);
    expect(read(bare.replace('"canceled"', '"withheld"'))).toMatchObject([
      { draft: { id: 'KB-0', status: 'withheld', extras: { editorialNote: 'Isi keliru' } } },
    ]);
    const long = read(article(`<ed-msg info="${'x'.repeat(2_000)}"/>`, order))[1];
    expect(long).toMatchObject({ withdrawal: { reason: `${'x'.repeat(LINE_LENGTH_MAX - 1)}…` } });
  });

  it('a kill without any text is a push', () => {
    const killed = article('<ed-msg info="Salah lokasi"/>', 'management-status="canceled"', '');
    expect(PushArticle.safeParse(draftOf(killed)).success).toBe(true);
    expect(draftOf(killed).extras).toMatchObject({ editorialNote: 'Salah lokasi' });
  });

  it('takes any tree of its elements without throwing', () => {
    const names = ['head', 'docdata', 'doc-id', 'body', 'body.head', 'body.content', 'p', 'media'];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom('', 'teks', '&lt;script&gt;', '<media-reference source="x" time="9"/>'),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 3 }))
          .map(([name, inner]) => `<${name} norm="2026" width="x">${inner.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (inner) => {
        for (const item of read(`<nitf>${inner}</nitf>`)) {
          const clean = cleanItem(item);
          if ('draft' in clean) expect(clean.draft.body ?? '').not.toContain('<media');
        }
      }),
    );
  });
});
