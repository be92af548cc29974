import { randomUUID } from 'node:crypto';
import { EntityPairView, EntityView, QuotesAnswer, SearchQuotes } from '@warta/contracts';
import type { LiveArticle } from '@warta/contracts';
import fc from 'fast-check';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { Entities } from '../entity-book/entities.ts';
import { EntityBook } from '../entity-book/entity-book.ts';
import { searchQuotes } from '../search-quotes/search-quotes.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { canceled, dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { readEntityPair } from './read-entity-pair.ts';
import { readEntity, UnknownEntityError } from './read-entity.ts';
import { suggestEntities } from './suggest-entities.ts';

type Entity = ReturnType<typeof entity>;
type Quote = LiveArticle['annotation']['quotes'][number];

let index: ArticleIndex;
let entities: Entities;

const kim = entity('Kim Jong Un', ['Kim Jong Un', 'Kim'], {
  type: 'PERSON',
  wikidata: 'Q56226',
  role: 'Pemimpin Korea Utara',
});
const korea = entity('Korea Utara', ['Korut'], {
  wikidata: 'Q423',
  place: { latitude: 40, longitude: 127, country: 'KP' },
});
const russia = entity('Rusia', ['Rusia']);
const kimiko = entity('Kimiko', ['Kimiko'], { type: 'PERSON' });

/** A quote of the body where its words stand, and mentions where names stand. */
function article(
  day: string,
  body: string,
  found: readonly Entity[],
  said: readonly (Partial<Quote> & { text: string })[] = [],
  more: Partial<Omit<LiveArticle, 'status' | 'content' | 'annotation'>> = {},
) {
  return live({
    ...more,
    publishedAt: `${day}T10:00:00+07:00`,
    body,
    entities: found.map((one) => ({
      ...one,
      aliases: one.aliases.filter((name) => body.includes(name)),
      mentions: one.aliases.flatMap((name) =>
        [...body.matchAll(new RegExp(name, 'g'))].map(({ index: start }) => ({
          field: 'body' as const,
          start,
          end: start + name.length,
        })),
      ),
    })),
    quotes: said.map((quote) => {
      const start = body.indexOf(quote.text);
      const end = start + quote.text.length;
      return { field: 'body', start, end, cue: 'kata', direct: true, confidence: 1, ...quote };
    }),
  });
}

const byKim = { speakerEntityId: kim.id, speaker: 'Kim' };
const first = article(
  '2023-06-11',
  'Kim Jong Un memuji Rusia. "Kejayaan besar bagi Rusia," kata Kim.',
  [kim, russia],
  [{ text: 'Kejayaan besar bagi Rusia,', ...byKim }],
);
const copy = article(
  '2023-06-12',
  'Ulang: "Kejayaan besar bagi Rusia," kata Kim.',
  [kim, russia],
  [{ text: 'Kejayaan besar bagi Rusia,', ...byKim }],
  {
    feed: 'kawat-contoh',
    duplicateOf: { articleId: first.articleId, similarity: 0.9, kind: 'near' },
  },
);
const sayings = Array.from({ length: 30 }, (_, nth) => `Ucapan ke-${nth}.`);
const interview = article(
  '2023-06-13',
  `Wawancara Kim Jong Un di Korut: ${sayings.map((text) => `"${text}"`).join(' ')} <b>Kim</b>`,
  [kim, korea],
  sayings.map((text) => ({ text, ...byKim })),
);
const villager = article(
  '2023-06-14',
  'Warga bicara: "Kami kenal Kim sejak lama," kata Pak Lurah.',
  [{ ...kim, role: 'Pemimpin' }],
  [{ text: 'Kami kenal Kim sejak lama,', speaker: 'Pak Lurah' }],
);
const others = Array.from({ length: 6 }, (_, nth) =>
  article(`2023-07-0${nth + 1}`, `Rusia dan Kimiko, hari ke-${nth}.`, [russia, kimiko]),
);
const company = Array.from({ length: 3 }, (_, nth) =>
  article(`2023-05-0${nth + 1}`, 'Kim Jong Un di Korut, lagi. Tanpa Rusia? Rusia diam.', [
    kim,
    korea,
  ]),
);

beforeAll(async () => {
  index = await newIndex();
  await indexStates(
    index,
    first,
    copy,
    interview,
    villager,
    ...others,
    ...company,
    canceled(randomUUID(), 2),
  );
  entities = new Entities(index, new EntityBook());
});
afterAll(() => dropIndex(index));

const quotes = async (request: Partial<SearchQuotes>) =>
  QuotesAnswer.parse(await searchQuotes(entities, SearchQuotes.parse(request)));
const span = { timeZone: 'Asia/Jakarta' };

describe('entities by the beginning of a name', () => {
  const found = async (q: string, type?: 'PERSON' | 'LOCATION') =>
    (await suggestEntities(entities, { q, type, size: 10 })).data;

  it('are those in the most articles first, whatever case and accents', async () => {
    expect(await found('kIḿ')).toEqual([
      expect.objectContaining({ id: kim.id, name: 'Kim Jong Un', articles: 7, wikidata: 'Q56226' }),
      expect.objectContaining({ id: kimiko.id, name: 'Kimiko', articles: 6 }),
    ]);
  });

  it('are found by other words of a name in any order, and by an alias', async () => {
    expect((await found('un jong')).map(({ id }) => id)).toEqual([kim.id]);
    expect((await found('jong u')).map(({ matched }) => matched)).toEqual(['kim jong un']);
    expect((await found('korut')).map(({ name }) => name)).toEqual(['Korea Utara']);
  });

  it('can be of one type, and nothing typed is a pattern', async () => {
    expect((await found('k', 'LOCATION')).map(({ id }) => id)).toEqual([korea.id]);
    for (const q of ['k.*', 'k|', '[k', 'k~', '"k', 'k\\']) {
      const all = await found(q);
      expect(all.every(({ matched }) => matched.includes('k'))).toBe(true);
    }
    await expect(found('*?')).rejects.toThrow(/at least one letter/);
  });
});

describe('a beginning that very many articles have', () => {
  it('is told by a sample, the articles of what is found counted whole', async () => {
    const request = { q: 'k', size: 10 };
    const { data } = await suggestEntities(entities, request, 6);
    expect(data.map(({ id, articles }) => [id, articles])).toEqual([
      [kim.id, 7],
      [kimiko.id, 6],
      [korea.id, 4],
    ]);
  });
});

describe('whatever is typed', () => {
  it('is answered or refused by name, never a failure of Elasticsearch', async () => {
    const refused = (error: unknown) => expect(error).toBeInstanceOf(InvalidSearchError);
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'k"|.*?+(){}[]\\~<>@#&^-/ \u0000ﷺ'), maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => {
        await suggestEntities(entities, { q, size: 10 }).catch(refused);
        await searchQuotes(entities, SearchQuotes.parse({ q: q || 'x', size: 1 })).catch(refused);
        await searchQuotes(entities, SearchQuotes.parse({ speaker: q || 'x', size: 1 }));
      }),
      { seed: 6, numRuns: 12, examples: [['ﷺ'.repeat(200)], ['k'.repeat(200)], ['\\']] },
    );
  });
});

describe('one entity', () => {
  it('has its names, roles over time, days, neighbours and latest quotes', async () => {
    const view = EntityView.parse(await readEntity(entities, 'q56226', span));
    expect(view).toMatchObject({
      id: kim.id,
      name: 'Kim Jong Un',
      articles: 7,
      firstSeen: '2023-05-01T03:00:00.000Z',
      lastSeen: '2023-06-14T03:00:00.000Z',
      mergedFrom: [],
      partial: false,
    });
    expect(view.names).toEqual([
      { name: 'Kim', articles: 7 },
      { name: 'Kim Jong Un', articles: 5 },
    ]);
    expect(view.roles.map(({ role, articles }) => [role, articles])).toEqual([
      ['Pemimpin', 1],
      ['Pemimpin Korea Utara', 6],
    ]);
    expect(view.days.at(-1)).toEqual({ day: '2023-06-14', articles: 1 });
    expect(view.days).toHaveLength(7);
    expect(view.quotesBy).toHaveLength(5);
    expect(view.quotesAbout.map(({ speaker }) => speaker)).toEqual(['Pak Lurah']);
  });

  it('has those for neighbours who are with it more often than by chance, with the counts', async () => {
    const { neighbours } = await readEntity(entities, kim.id, span);
    expect(neighbours.map(({ id }) => id)).toEqual([korea.id]);
    const [strongest] = neighbours;
    expect(strongest).toMatchObject({ type: 'LOCATION', together: 4, articles: 4 });
    expect(strongest?.strength).toBeGreaterThan(0);
    expect(strongest?.evidence).toBeGreaterThan(0);
  });

  it('of a span is what the articles of that span say', async () => {
    const june = { ...span, from: '2023-06-01', to: '2023-06-13' };
    const view = await readEntity(entities, kim.id, june);
    expect([view.articles, view.days.length]).toEqual([2, 2]);
    expect((await readEntity(entities, kim.id, { ...span, from: '2024-01-01' })).articles).toBe(0);
  });

  it('of days is what was said on these days where the caller is, and so is a pair', async () => {
    const request = { timeZone: 'America/Los_Angeles', from: '2023-06-10', to: '2023-06-11' };
    const days = [{ day: '2023-06-10', articles: 1 }];
    const view = await readEntity(entities, kim.id, request);
    expect([view.articles, view.days, view.quotesBy.length]).toEqual([1, days, 1]);
    const pair = await readEntityPair(entities, [kim.id, russia.id], { ...request, size: 10 });
    expect([pair.together, pair.days, pair.quotes.length]).toEqual([1, days, 1]);
    expect((await quotes(request)).data).toHaveLength(1);
    expect((await quotes({ ...request, timeZone: 'UTC' })).data).toEqual([]);
  });

  it('has the same evidence on its page and with the other, whatever was taken down', async () => {
    const [neighbour] = (await readEntity(entities, kim.id, span)).neighbours;
    const pair = await readEntityPair(entities, [kim.id, korea.id], { ...span, size: 1 });
    expect(neighbour).toMatchObject({ evidence: pair.evidence, strength: pair.strength });
  });

  it('that many others were merged into is read like any other', async () => {
    const book = new EntityBook();
    const made = {
      at: '2026-11-23T02:00:00.000Z',
      by: { keyId: 'admin' as const, name: 'x' },
      reason: 'x',
    };
    for (let nth = 0; nth < 300; nth += 1) {
      const change = { kind: 'merge' as const, entityId: randomUUID(), intoId: kim.id };
      book.apply(
        { correctionId: randomUUID(), change, entityName: 'x', made },
        { offset: BigInt(nth) },
      );
    }
    const merge = { kind: 'merge' as const, entityId: kimiko.id, intoId: kim.id };
    book.apply(
      {
        correctionId: randomUUID(),
        change: merge,
        entityName: 'x',
        made: { ...made, at: '2026-11-22T02:00:00.000Z' },
      },
      { offset: 300n },
    );
    const view = await readEntity(new Entities(index, book), kimiko.id, span);
    expect(view).toMatchObject({ id: kim.id, name: 'Kim Jong Un', articles: 13 });
    expect(view.mergedFrom).toHaveLength(301);
    expect(view.names.map(({ name }) => name)).toEqual(['Kim', 'Kimiko', 'Kim Jong Un']);
  });

  it('has company that people merged counted once in each article', async () => {
    const [desa, muara, delta] = ['Desa', 'Muara', 'Delta'].map((name) =>
      entity(name, [name, 'Sana'], { role: name === 'Delta' ? 'Ibu Kota' : 'ibu kota' }),
    );
    const found = [
      [desa, muara, delta],
      [desa, muara, delta],
      [desa, muara, delta],
      [desa, muara],
      [delta],
    ];
    await indexStates(
      index,
      ...found.map((of) => live({ entities: of.flatMap((one) => one ?? []) })),
    );
    const book = new EntityBook();
    const ids = { entityId: delta?.id ?? '', intoId: muara?.id ?? '' };
    book.apply(
      {
        correctionId: randomUUID(),
        change: { kind: 'merge', ...ids },
        entityName: 'Delta',
        made: { at: '2026-11-23T02:00:00.000Z', by: { keyId: 'admin', name: 'x' }, reason: 'x' },
      },
      { offset: 0n },
    );
    const merged = new Entities(index, book);
    const [neighbour, ...more] = (await readEntity(merged, desa?.id ?? '', span)).neighbours;
    expect(more).toEqual([]);
    expect(neighbour).toMatchObject({ id: muara?.id, together: 4, articles: 5 });
    const pair = await readEntityPair(merged, [desa?.id ?? '', ids.entityId], { ...span, size: 1 });
    expect(neighbour).toMatchObject({ together: pair.together, evidence: pair.evidence });
    const { articles, names, roles } = await readEntity(merged, ids.intoId, span);
    expect([articles, new Map(names.map(({ name, articles: of }) => [name, of]))]).toEqual([
      5,
      new Map([
        ['Sana', 5],
        ['Muara', 4],
        ['Delta', 4],
      ]),
    ]);
    expect(roles).toMatchObject([{ articles: 5 }]);
  });

  it('that is a place lies where the articles say, and one that nobody mentions is told so', async () => {
    expect((await readEntity(entities, korea.id, span)).place).toEqual(korea.place);
    const nobody = '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a0ff';
    await expect(readEntity(entities, nobody, span)).rejects.toThrow(UnknownEntityError);
  });

  it('with another has the articles of both, the sentences that name both, and quotes', async () => {
    const view = EntityPairView.parse(
      await readEntityPair(entities, [kim.id, russia.id], { ...span, size: 10 }),
    );
    expect(view.together).toBe(2);
    expect(view.articles.map(({ id }) => id)).toEqual([copy.articleId]);
    const request = { ...span, to: '2023-06-12', size: 10 };
    const before = await readEntityPair(entities, [kim.id, russia.id], request);
    expect(before.articles.map(({ id }) => id)).toEqual([first.articleId]);
    expect(before.articles[0]?.sentences.map(({ text }) => text)).toEqual([
      'Kim Jong Un memuji Rusia.',
      '"Kejayaan besar bagi Rusia," kata Kim.',
    ]);
    expect(view.days.map(({ day }) => day)).toEqual(['2023-06-11', '2023-06-12']);
    expect(view.quotes.map(({ text }) => text)).toEqual(['Kejayaan besar bagi Rusia,']);
    expect(view.strength).toBeLessThan(0);
    const same = readEntityPair(entities, [kim.id, 'Q56226'], { ...span, size: 10 });
    await expect(same).rejects.toThrow(InvalidSearchError);
  });
});

describe('quotes', () => {
  it('are found by speaker, about whom and in which words at once, of one quote', async () => {
    const q = 'kejayaan "bagi rusia"';
    const { data } = await quotes({ speaker: 'Kim Jong Un', about: 'Rusia', q });
    expect(data).toEqual([
      expect.objectContaining({
        speakerId: kim.id,
        speakerName: 'Kim Jong Un',
        aboutIds: [russia.id],
        highlight: '<em>Kejayaan</em> besar <em>bagi Rusia</em>,',
        article: expect.objectContaining({ id: first.articleId, feed: 'harian-contoh' }),
      }),
    ]);
    expect((await quotes({ speaker: korea.id, q: 'kejayaan' })).data).toEqual([]);
  });

  it('of copies come once, from the first that told it unless it is not asked for', async () => {
    const groupOf = async (request: Partial<SearchQuotes>) =>
      (await quotes({ q: 'kejayaan', ...request })).data.map((quote) => quote.article.id);
    expect(await groupOf({})).toEqual([first.articleId]);
    expect(await groupOf({ collapse: 'none' })).toEqual([copy.articleId, first.articleId]);
    expect(await groupOf({ feed: 'kawat-contoh' })).toEqual([copy.articleId]);
  });

  it('of somebody who is no entity are found by the printed name', async () => {
    const { data } = await quotes({ speaker: 'pak lurah' });
    expect(data.map(({ speaker, speakerId }) => [speaker, speakerId])).toEqual([
      ['Pak Lurah', undefined],
    ]);
  });

  it.each([1, 7, 26, 100])('come whole and in order, %i to a page', async (size) => {
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 50; pages += 1) {
      const page: QuotesAnswer = await quotes({ size, ...(cursor && { cursor }) });
      expect(page.data.length).toBeLessThanOrEqual(size);
      seen.push(...page.data.map(({ text }) => text));
      cursor = page.next;
      if (cursor === undefined) break;
    }
    const [latest, earliest] = ['Kami kenal Kim sejak lama,', 'Kejayaan besar bagi Rusia,'];
    expect(seen).toEqual([latest, ...sayings, earliest]);
  });

  it('refuse a cursor of another search and words without a letter', async () => {
    const { next } = await quotes({ size: 1 });
    await expect(quotes({ size: 1, q: 'rusia', cursor: next })).rejects.toThrow(/not a `next`/);
    await expect(quotes({ q: '"?"' })).rejects.toThrow(/at least one letter/);
  });
});
