import { PushArticle } from '@warta/contracts';
import { allFormats } from '@warta/formats';
import { isOwnJson } from './own-json.ts';

const isOwn = (text: string, contentType = 'application/json', headers = {}) =>
  isOwnJson({ bytes: Buffer.from(text), contentType, headers });

const article = { id: '1', title: 'Judul', bodyHtml: '<p>Teks', extras: { '@context': 'x' } };
const one = JSON.stringify(article);

describe('what is read on the event loop', () => {
  it.each([
    ['an article', one, 'application/json'],
    ['an article in UTF-8', one, 'application/json; charset="UTF-8"'],
    ['several', `[${one},${one}]`, 'application/json'],
    ['lines of them', `${one}\n\n${one}\r\n`, 'application/x-ndjson'],
    ['lines that say they are one', `${one}\n${one}`, 'application/json'],
  ])('is %s in our own JSON', (_name, text, type) => {
    expect(isOwn(text, type)).toBe(true);
  });

  const page = { specversion: '1.0', id: '1', datacontenttype: 'text/html', data: '<div>' };
  it.each([
    ['a CloudEvent around a page', JSON.stringify(page)],
    ['one among articles', `[${one},${JSON.stringify(page)}]`],
    ['one among lines of articles', `${one}\n${JSON.stringify(page)}`],
    ['a ninjs document', JSON.stringify({ uri: 'x', body_xhtml: '<div>' })],
    ['JSON-LD', JSON.stringify({ '@context': 'https://schema.org', articleBody: '<div>' })],
    ['a JSON Feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [] })],
    ['an array within an array', `[[${one}]]`],
    ['no object', '"<div>"'],
    ['no JSON', `${one.slice(0, -1)}`],
  ])('is not %s', (_name, text) => {
    expect(isOwn(text)).toBe(false);
  });

  it('is nothing whose headers or charset say that it is more than its bytes show', () => {
    expect(isOwn(one, 'application/json', { 'ce-specversion': '1.0' })).toBe(false);
    expect(isOwn(one, 'application/json', { 'ce-type': 'x' })).toBe(false);
    expect(isOwn(one, 'application/json; charset=utf-16')).toBe(false);
    expect(isOwn(one, 'application/cloudevents+json')).toBe(false);
    expect(isOwn(one, 'text/html')).toBe(false);
  });

  it('is taken by no other format for its own, whatever all our fields say', () => {
    const values = ['https://jsonfeed.org/version/1.1', 'NewsArticle', '1.0', [{}], { uri: 'x' }];
    for (const said of values) {
      const names = Object.keys(PushArticle.shape);
      const value = Object.fromEntries(names.map((name) => [name, said]));
      const takers = allFormats.filter((format) => format.recognises({ kind: 'json', value }));
      expect([said, takers.map(({ name }) => name)]).toEqual([said, ['warta-json']]);
    }
  });
});
