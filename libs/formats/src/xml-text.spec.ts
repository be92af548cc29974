import { cleanItem } from './clean-draft.ts';
import { readDocument } from './read-document.ts';

const context = { timeZone: 'Asia/Jakarta', headers: {} };
const lines = ['Alinea satu saja', 'Alinea dua'];
const [one = '', two = ''] = lines;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const g2 = (set: string) => `
  <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:warta.id:1" version="1">
    <itemMeta><versionCreated>2026-03-01T09:30:00+07:00</versionCreated></itemMeta>
    <contentMeta><headline>Banjir</headline></contentMeta><contentSet>${set}</contentSet>
  </newsItem>`;

const newsml1 = (item: string) => `
  <NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>kb.id</ProviderId>
    <DateId>20260301</DateId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification>
    <NewsComponent><ContentItem>${item}</ContentItem></NewsComponent></NewsItem></NewsML>`;

function itemOf(document: string) {
  const { items } = readDocument({ bytes: Buffer.from(document) }, context);
  const [item] = items;
  if (item === undefined) throw new Error('nothing was read');
  return cleanItem(item);
}

function bodyOf(document: string) {
  const item = itemOf(document);
  return 'draft' in item ? item.draft.body : item;
}

/** What houses put where markup may stand, each with the same two paragraphs. */
const markups: Record<string, string> = {
  'paragraphs alone': `<p>${one}</p><p>${two}</p>`,
  'a div': `<div><p>${one}</p><p>${two}</p></div>`,
  XHTML: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${one}</p><p>${two}</p></body></html>`,
  'XHTML without a body': `<html><p>${one}</p><p>${two}</p></html>`,
  'an article': `<article><h1>${one}</h1><section>${two}</section></article>`,
  NITF: `<nitf><head><title>x</title></head><body><body.head/><body.content><p>${one}</p><p>${two}</p></body.content></body></nitf>`,
  'NITF without a body.content': `<nitf><body><body.head><hedline><hl1>x</hl1></hedline></body.head><p>${one}</p><p>${two}</p></body></nitf>`,
  'NITF’s body': `<body><body.head/><body.content><p>${one}</p><p>${two}</p></body.content></body>`,
  'NITF’s body.content': `<body.content><p>${one}</p><p>${two}</p></body.content>`,
  'NITF’s block': `<block><p>${one}</p><p>${two}</p></block>`,
  'a house’s own': `<story xmlns="urn:house"><para>${one}</para><para>${two}</para></story>`,
  'a house’s own in names of HTML’s head': `<story><title>${one}</title><object>${two}</object></story>`,
  'a house’s own, mixed': `<story><para>Alinea <tempat>satu</tempat> <kata>saja</kata></para><para>${two}</para></story>`,
};
const types = [
  '',
  'text/xml',
  'application/xml',
  'application/xhtml+xml',
  'text/html',
  'application/nitf+xml',
  'application/vnd.house+xml',
];

describe.each(Object.entries(markups))('text in %s', (_, markup) => {
  it.each(types)('is the body in NewsML-G2, called "%s"', (type) => {
    const said = type === '' ? '' : ` contenttype="${type}"`;
    expect(bodyOf(g2(`<inlineXML${said}>${markup}</inlineXML>`))).toBe(lines.join('\n\n'));
  });

  it('is the body in NewsML 1, as it is and escaped', () => {
    for (const data of [markup, escaped(markup)]) {
      expect(bodyOf(newsml1(`<DataContent>${data}</DataContent>`))).toBe(lines.join('\n\n'));
    }
  });

  it('is the body in NewsML-G2 where it is escaped or encoded', () => {
    const base64 = Buffer.from(`<?xml version="1.0"?>${markup}`).toString('base64');
    for (const set of [
      `<inlineXML>${escaped(markup)}</inlineXML>`,
      `<inlineData contenttype="application/xml">${escaped(markup)}</inlineData>`,
      `<inlineData contenttype="text/xml" encoding="enc:base64">${base64}</inlineData>`,
    ]) {
      expect(bodyOf(g2(set))).toBe(lines.join('\n\n'));
    }
  });

  it('is the body in ninjs', () => {
    const body = { uri: 'urn:1', headline: 'Banjir', body_nitf: markup };
    expect(bodyOf(JSON.stringify(body))).toBe(lines.join('\n\n'));
  });
});

it('NITF of a headline alone gives its title, and leaves the body to the content beside it', () => {
  const flash =
    '<nitf><body><body.head><hedline><hl1>Kilat</hl1></hedline></body.head></body></nitf>';
  const untitled = (set: string) => g2(set).replace(/<headline>.*<\/headline>/, '');
  expect(itemOf(untitled(`<inlineXML>${flash}</inlineXML>`))).toMatchObject({
    draft: { title: 'Kilat', body: '' },
  });
  const beside = `<inlineXML>${flash}</inlineXML><inlineXML><p>${one}</p></inlineXML>`;
  expect(bodyOf(g2(beside))).toBe(one);
});

describe('an item whose content cannot be read', () => {
  const pdf = '<inlineData contenttype="application/pdf" encoding="base64">JVBERg==</inlineData>';

  it('is refused by the name of its content rather than taken without a text', () => {
    for (const type of ['application/pdf', 'text/rtf', 'application/octet-stream']) {
      const item = itemOf(g2(pdf.replace('application/pdf', type)));
      expect(item).toMatchObject({ refusal: [{ pointer: '/newsItem/contentSet/inlineData' }] });
      expect(JSON.stringify(item)).toContain(`is ${type}, of which no text can be read`);
    }
  });

  it('is refused in NewsML 1, too', () => {
    const type = '<Format FormalName="application/pdf"/>';
    const data = '<Encoding Notation="Base64"><DataContent>JVBERg==</DataContent></Encoding>';
    expect(JSON.stringify(itemOf(newsml1(type + data)))).toContain(
      'has application/pdf alone, of which no text can be read',
    );
    const kill = '<NewsManagement><Status FormalName="Canceled"/></NewsManagement><NewsComponent>';
    expect(itemOf(newsml1(type + data).replace('<NewsComponent>', kill))).toMatchObject({
      draft: { status: 'canceled' },
    });
    expect(
      itemOf(g2(pdf).replace('</itemMeta>', '<pubStatus qcode="stat:canceled"/></itemMeta>')),
    ).toMatchObject({
      draft: { status: 'canceled' },
    });
    const beside = `${type}${data}</ContentItem><ContentItem><DataContent>${one}</DataContent>`;
    expect(bodyOf(newsml1(beside))).toBe(one);
  });

  it('is taken with the text that is there beside it', () => {
    expect(bodyOf(g2(`${pdf}<inlineXML><p>${one}</p></inlineXML>`))).toBe(one);
    const caption = `<description>${two}</description></contentMeta>`;
    expect(bodyOf(g2(pdf).replace('</contentMeta>', caption))).toBe(two);
  });

  it('is taken as it is when it is a picture, or has none', () => {
    const picture = '<inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData>';
    expect([picture, '<inlineData/>', ''].map((set) => bodyOf(g2(set)))).toEqual(['', '', '']);
  });
});
