import { EXTRAS_LENGTH_MAX, LINE_LENGTH_MAX, PushArticle } from '@warta/contracts';
import fc from 'fast-check';
import { cleanItem, normalizeItem } from './clean-draft.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { ArticleDraft } from './draft.ts';

function cleaned(draft: ArticleDraft): ArticleDraft {
  const item = cleanItem({ pointer: '/0', draft });
  if (!('draft' in item)) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item.draft;
}

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

describe('cleaning a text', () => {
  it('leaves nothing that a store cannot hold, and cleans a clean text no further', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) => {
        const text = cleanText(String.fromCharCode(...units));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(
          /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
        );
        expect(cleanText(text)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
      }),
    );
  });

  it.each([
    ['lines of every system', 'satu\r\ndua\rtiga\u2028empat', 'satu\ndua\ntiga\nempat'],
    ['a name that reads backwards', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['colours of a terminal', '\u001b[31mmerah\u001b[0m', '[31mmerah[0m'],
    ['half a pair', 'a\ud83d b', 'a\ufffd b'],
    ['decomposed letters', 'Cafe\u0301', 'Café'],
  ])('repairs %s', (_name, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('puts a line on one line', () => {
    expect(cleanLine(' Harga\n  beras\tturun ')).toBe('Harga beras turun');
  });
});

describe('cleaning a draft', () => {
  it('never changes ids and URLs: they are the article’s identity', () => {
    fc.assert(
      fc.property(anyText, anyText, (id, url) => {
        expect(cleaned({ id, url, body: 'x' })).toEqual({ id, url, body: 'x' });
        const item = normalizeItem({ pointer: '', draft: { id, url } });
        expect(item).toEqual({ pointer: '', draft: { id, url } });
      }),
    );
  });

  it('turns HTML into text, and refuses one item when it cannot', () => {
    expect(cleaned({ id: '1', bodyHtml: '<p>Satu&#0;</p><p>D&#x202E;ua</p>' })).toEqual({
      id: '1',
      body: 'Satu\ufffd\n\nDua',
    });
    expect(
      cleanItem({ pointer: '/3', draft: { id: '1', bodyHtml: '<b>'.repeat(20_000) } }),
    ).toEqual({
      pointer: '/3',
      refusal: [{ pointer: '/3', detail: expect.stringMatching(/^the article’s HTML must not/) }],
    });
  });

  it('leaves out what says nothing and repairs what a publisher cannot know', () => {
    const draft = {
      id: '1',
      title: ' \n',
      body: '',
      language: 'in_ID',
      byline: 'Nama '.repeat(200),
      section: '',
      extras: {},
    };
    expect(cleaned(draft)).toEqual({
      id: '1',
      body: '',
      language: 'in-ID',
      byline: expect.stringMatching(/^Nama Nama .*…$/),
    });
    expect(cleaned(draft).byline?.length).toBe(LINE_LENGTH_MAX);
    expect(cleaned({ id: '1', body: '', language: 'Bahasa Indonesia' }).language).toBeUndefined();
  });

  it('keeps of too many extras what fits, says which were cut, and the draft is valid', () => {
    const media = Array.from({ length: 500 }, (_, at) => ({
      url: `https://example.org/foto/${at}.jpg`,
      caption: 'Pasar Induk Cipinang',
    }));
    const extras = { summary: '"'.repeat(30_000), media, keywords: ['beras'], priority: 3 };
    const draft = cleaned({ id: '1', body: 'x', extras: extras as ArticleDraft['extras'] });
    expect(JSON.stringify(draft.extras).length).toBeLessThanOrEqual(EXTRAS_LENGTH_MAX);
    expect(JSON.stringify(draft.extras).length).toBeGreaterThan(EXTRAS_LENGTH_MAX / 4);
    expect(draft.extras).toMatchObject({ keywords: ['beras'], priority: 3 });
    expect(draft.extras?.['shortened']).toEqual(expect.arrayContaining(['summary', 'media']));
    expect(PushArticle.safeParse(draft).success).toBe(true);
  });

  it('always leaves extras that are valid', () => {
    const names = fc.string({ unit: 'binary-ascii', maxLength: 20 });
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.dictionary(names, values, { maxKeys: 8 }), fc.nat(2_000), (some, count) => {
        const extras = { ...some, list: Array(count).fill('xxxxxxxxxxxxxxxxxxxx') };
        const draft = cleaned({ id: '1', body: 'x', extras: extras as ArticleDraft['extras'] });
        expect(PushArticle.safeParse(draft).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an article in our own JSON', () => {
  it('gets its texts in NFC and is else as it came, whatever it holds', () => {
    const draft = {
      id: 'e\u0301',
      title: ' Cafe\u0301\u0000',
      extras: { a: ['e\u0301', 1, null] },
    };
    expect(normalizeItem({ pointer: '', draft: draft as ArticleDraft })).toEqual({
      pointer: '',
      draft: { id: 'e\u0301', title: ' Café\u0000', extras: { a: ['é', 1, null] } },
    });
    const wrong = { title: 7, body: null, extras: 'x', more: {} } as unknown as ArticleDraft;
    expect(normalizeItem({ pointer: '', draft: wrong })).toEqual({ pointer: '', draft: wrong });
  });
});
