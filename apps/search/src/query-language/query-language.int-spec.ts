import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  EntityCorrectionV1,
  ExplainQuery,
  ExportArticles,
  QueryClause,
  QueryExplanation,
  SearchAnswer,
  SearchArticles,
} from '@warta/contracts';
import { annotate } from '@warta/nlp';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { EntityBook } from '../entity-book/entity-book.ts';
import { exportArticles } from '../export-articles/export-articles.ts';
import { writeCursor } from '../search-articles/cursor.ts';
import { searchArticles } from '../search-articles/search-articles.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { dropIndex, indexStates, live, newIndex } from '../testing.ts';
import { compileQuery } from './compile-query.ts';
import { clauseText } from './clause-names.ts';
import { explainQuery } from '../explain-query/explain-query.ts';
import { readQuery } from './read-query.ts';

const folder = new URL('../../../../../shared/golden/', import.meta.url);
const isPresent = existsSync(new URL('kim-putin.txt', folder));
if (!isPresent) process.stderr.write('left out: the golden article, ../shared/golden is absent\n');

/** The models are read from disk. */
const ANNOTATING_MS = 120_000;

/** Articles as the enricher would annotate them. */
async function annotated(title: string, body: string, more: Parameters<typeof live>[0] = {}) {
  const publishedAt = more.publishedAt ?? '2023-07-01T08:00:00+07:00';
  const annotation = await annotate({ title, body }, { publishedAt });
  return { ...live({ title, body, publishedAt, ...more }), annotation };
}

let index: ArticleIndex;
let parts: SearchParts;

beforeAll(async () => {
  index = await newIndex();
  parts = searchParts(index);
  const states = [
    await annotated(
      'Panen gagal',
      'Panen padi di Korea Utara gagal lagi tahun ini karena banjir, kata seorang petani.',
      { feed: 'antara' },
    ),
    await annotated(
      'Missile test',
      'North Korea fired two missiles into the sea on Monday, officials in Seoul said.',
      { feed: 'reuters' },
    ),
    await annotated('Korea Utara menolak', 'Tuduhan itu ditolak di Pyongyang.', { feed: 'kompas' }),
    await annotated(
      'Pertemuan di Moskow',
      'Presiden Prabowo Subianto bertemu Presiden Rusia Vladimir Putin. “Kerja sama energi dengan Rusia akan kita perkuat,” kata Prabowo. “Harga gas kami turunkan,” kata Putin.',
    ),
    await annotated('Harga beras naik', 'Beras dan gula naik di pasar; korupsi pupuk diusut.', {
      content: { section: 'Ekonomi' },
    }),
  ];
  await indexStates(index, ...states);
}, ANNOTATING_MS);
afterAll(() => dropIndex(index));

const titles = async (q: string, more: object = {}) => {
  const answer = await searchArticles(parts, SearchArticles.parse({ q, ...more }));
  return SearchAnswer.parse(answer)
    .data.map(({ title }) => title)
    .sort();
};

describe('names', () => {
  const ofKorea = ['Korea Utara menolak', 'Missile test', 'Panen gagal'];

  it('find the entity under every name, also one that no article prints', async () => {
    for (const q of ['Korut', 'Korea Utara', 'korea utara', 'north korea', 'DPRK', 'place:Korut']) {
      expect([q, await titles(q)]).toEqual([q, ofKorea]);
    }
    expect(await titles('Korut rudal OR Korut missiles')).toEqual(['Missile test']);
  });

  it('quoted, are only words', async () => {
    expect(await titles('"Korut"')).toEqual([]);
    expect(await titles('"Korea Utara"')).toEqual(['Korea Utara menolak', 'Panen gagal']);
  });

  it('are kept out under every name, or quoted as written', async () => {
    expect(await titles('NOT Korut')).toEqual(['Harga beras naik', 'Pertemuan di Moskow']);
    expect(await titles('Korut -"Korea Utara"')).toEqual(['Missile test']);
  });

  it('are of the type of their field', async () => {
    expect(await titles('place:"Korea Utara"')).toEqual(ofKorea);
    expect(await titles('person:Korut')).toEqual([]);
    expect(await titles('person:(Putin OR Korut)')).toEqual(['Pertemuan di Moskow']);
    expect(await titles('person:Nobodyatall')).toEqual([]);
    expect(await titles('place:Q423')).toEqual(ofKorea);
    expect(await titles('entity:Q423')).toEqual(ofKorea);
    expect(await titles('person:Q423')).toEqual([]);
  });

  it('in a title are found where another name is printed', async () => {
    expect(await titles('title:Korut')).toEqual(['Korea Utara menolak']);
  });
});

it('searches that come together ask for a name once', async () => {
  const { diagnostic } = index.client;
  const requestsOf = async (searches: number) => {
    const asking = searchParts(index, new EntityBook());
    let requests = 0;
    const count = () => {
      requests += 1;
    };
    diagnostic.on('request', count);
    const understood = await Promise.all(
      Array.from({ length: searches }, () => readQuery(asking, 'place:Korut panen')),
    );
    diagnostic.off('request', count);
    expect(new Set(understood.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(understood[0]?.expansions[0]?.entities).toHaveLength(1);
    return requests;
  };
  const alone = await requestsOf(1);
  expect(alone).toBeGreaterThan(0);
  expect(await requestsOf(8)).toBe(alone);
});

it('a correction of an entity counts at once', async () => {
  const book = new EntityBook();
  const corrected = searchParts(index, book);
  const titlesThen = async (q: string) => {
    const answer = await searchArticles(corrected, SearchArticles.parse({ q }));
    return answer.data.map(({ title }) => title);
  };
  const [korea] = (await readQuery(corrected, 'place:Korut')).expansions;
  const q = 'place:"Negeri Juche"';
  expect(await titlesThen(q)).toEqual([]);
  book.apply(
    EntityCorrectionV1.parse({
      correctionId: randomUUID(),
      change: { kind: 'alias-add', entityId: korea?.entities[0]?.id, alias: 'Negeri Juche' },
      entityName: 'Korea Utara',
      made: {
        at: new Date().toISOString(),
        by: { keyId: 'admin', name: 'redaksi' },
        reason: 'julukan',
      },
    }),
    { offset: 1n },
  );
  expect((await titlesThen(q)).length).toBe(3);
});

describe('quotes', () => {
  it('have the words and the speaker of one and the same', async () => {
    const found = ['Pertemuan di Moskow'];
    expect(await titles('quote:gas')).toEqual(found);
    expect(await titles('speaker:Putin quote:gas')).toEqual(found);
    expect(await titles('speaker:Prabowo quote:gas')).toEqual([]);
    expect(await titles('speaker:(Prabowo OR Putin) quote:gas')).toEqual(found);
    expect(await titles('speaker:Prabowo speaker:Putin')).toEqual(found);
    expect(await titles('quote:(energi gas)')).toEqual([]);
    expect(await titles('quote:(energi -gas)')).toEqual(found);
    expect(await titles('quote:pasar')).toEqual([]);
  });
});

describe('hits of quotes', () => {
  const hitOf = async (q: string, more: object = {}) => {
    const answer = await searchArticles(parts, SearchArticles.parse({ q, ...more }));
    return SearchAnswer.parse(answer).data[0];
  };
  const body =
    'Presiden Prabowo Subianto bertemu Presiden Rusia Vladimir Putin. “Kerja sama energi dengan Rusia akan kita perkuat,” kata Prabowo. “Harga gas kami turunkan,” kata Putin.';

  it('show each that matches, what matched in it, who says it and its sentence', async () => {
    for (const q of ['quote:harga', 'speaker:Putin quote:harga', 'quote:(harga OR gula) OR padi']) {
      const { quotes = [], highlights } = (await hitOf(q, { feed: 'harian-contoh' })) ?? {};
      expect(quotes).toMatchObject([
        { speaker: 'Putin', speakerName: 'Vladimir Putin', text: 'Harga gas kami turunkan,' },
      ]);
      const [quote] = quotes;
      expect(quote?.highlight).toBe('<em>Harga</em> gas kami turunkan,');
      expect(body.slice(quote?.start, quote?.end)).toBe(quote?.text);
      const { start = 0, end, text, marks = [] } = quote?.sentence ?? {};
      expect(body.slice(start, end)).toBe(text);
      expect(text).toBe('“Harga gas kami turunkan,” kata Putin.');
      expect(marks.map((mark) => body.slice(mark.start, mark.end))).toEqual(['Harga']);
      expect(highlights?.body?.join(' ')).toContain('“<em>Harga</em> gas kami turunkan,” kata ');
    }
  });

  it('of a speaker alone mark what was said, and where the speaker is named', async () => {
    const hit = await hitOf('speaker:Prabowo', { sentences: 'true' });
    expect(hit?.quotes).toMatchObject([{ speakerName: 'Prabowo Subianto' }]);
    expect(hit?.highlights).toEqual({});
    const marked = hit?.sentences?.map(({ marks }) =>
      marks.map(({ start, end }) => body.slice(start, end)),
    );
    expect(marked).toEqual([
      ['Prabowo Subianto'],
      ['Kerja sama energi dengan Rusia akan kita perkuat,', 'Prabowo'],
    ]);
  });

  it('mark in a quote whom it names, under whatever name', async () => {
    const hit = await hitOf('quote:"Federasi Rusia" OR quote:Russia');
    expect(hit?.quotes?.map(({ highlight }) => highlight)).toEqual([
      'Kerja sama energi dengan <em>Rusia</em> akan kita perkuat,',
    ]);
  });

  it('of an entity alone mark where it is mentioned; without any there are no quotes', async () => {
    const hit = await hitOf('person:Putin -speaker:Kim');
    expect(hit).not.toHaveProperty('quotes');
    expect(hit?.highlights.body?.join(' ')).toContain('Presiden Rusia <em>Vladimir Putin</em>.');
    expect((await hitOf('place:Korut -quote:x', { feed: 'kompas' }))?.highlights).toEqual({
      title: ['<em>Korea Utara</em> menolak'],
    });
  });

  it('are on later pages, in exports and in what other parts find, too', async () => {
    const q = 'quote:harga OR panen';
    const first = await searchArticles(parts, SearchArticles.parse({ q, size: 1, sort: 'oldest' }));
    const second = await hitOf(q, { size: 1, sort: 'oldest', cursor: first.next });
    const shown = [...first.data, second].flatMap((hit) => hit?.quotes ?? []);
    expect(shown.map(({ text }) => text)).toEqual(['Harga gas kami turunkan,']);
    const exported = exportArticles(parts, ExportArticles.parse({ q: 'quote:harga' }));
    const { value: page } = await exported.next();
    expect(page?.[0]?.quotes).toMatchObject([
      { speaker: 'Putin', highlight: '<em>Harga</em> gas kami turunkan,' },
    ]);
  });
});

it('dates that go by now go by the moment of the first page', async () => {
  const day = (of: string) =>
    live({ feed: 'hari', title: of, publishedAt: `${of}T12:00:00+07:00` });
  await indexStates(index, ...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'].map(day));
  // Begun in the first minutes of the third of May in Jakarta, where it was the second in London.
  const nowMs = Date.parse('2026-05-02T17:05:00Z');
  const after: [number, string] = [Date.parse('2030-01-01'), randomUUID()];
  for (const [q, found] of [
    ['date:yesterday', ['2026-05-02']],
    ['date:last1d', ['2026-05-04', '2026-05-03', '2026-05-02']],
    ['date:last2d -date:today', ['2026-05-04', '2026-05-02', '2026-05-01']],
  ] as const) {
    const request = SearchArticles.parse({ q, feed: 'hari', timeZone: 'Asia/Jakarta' });
    const cursor = writeCursor(request, { after, nowMs });
    const { data } = await searchArticles(parts, { ...request, cursor });
    expect([q, data.map(({ title }) => title)]).toEqual([q, found]);
  }
});

describe('words', () => {
  it('are found by beginning, nearness, title, section, language and date', async () => {
    const found = ['Harga beras naik'];
    for (const q of [
      ...['korup*', 'naik NEAR/2 beras', 'gula NEAR/1 (beras OR jagung)', 'title:(harga beras)'],
      ...['section:EKONOMI', '(jagung OR beras) -padi lang:id', 'beras date:2023-07-01'],
    ]) {
      expect([q, await titles(q)]).toEqual([q, found]);
    }
    // Half past one in the night in Jakarta, where it has been the second of July for a while.
    const late = { body: 'Beras larut malam.', publishedAt: '2023-07-01T18:30:00Z' };
    await indexStates(index, live({ title: 'Larut', ...late, feed: 'larut' }));
    const inJakarta = { timeZone: 'Asia/Jakarta', feed: 'larut' };
    expect(await titles('date:2023-07-02', inJakarta)).toEqual(['Larut']);
    expect(await titles('date:2023-07-01', inJakarta)).toEqual([]);
    expect(await titles('date:2023-07-01', { feed: 'larut' })).toEqual(['Larut']);
    for (const q of [
      ...['beras NEAR/0 gula', 'title:gula', 'beras lang:en', 'beras date:..2023-06', 'korupt*'],
      ...['beras date:last7d', 'section:Olahraga beras', 'feed:antara beras'],
    ]) {
      expect([q, await titles(q)]).toEqual([q, []]);
    }
  });
});

it('every part that matched is told by its name, as the query wrote it', async () => {
  const understood = await readQuery(
    parts,
    'Korut (banjir OR gempa) title:panen -rudal date:2023 "gagal lagi"',
  );
  const clock = { nowMs: Date.now(), timeZone: 'UTC' };
  const query = compileQuery(understood, { languages: ['id', 'en', 'other'], clock, named: true });
  const { hits } = await index.client.search({ index: index.names.read, query });
  expect(hits.hits).toHaveLength(1);
  const names = [hits.hits[0]?.matched_queries ?? []].flat();
  expect(names.map((name) => clauseText(understood, String(name))).sort()).toEqual(
    ['Korut', 'banjir', 'title:panen', 'date:2023', '"gagal lagi"'].sort(),
  );
});

it('an explanation says which names were expanded into what, in both languages', async () => {
  const explain = async (q: string, language: string) =>
    QueryExplanation.parse(await explainQuery(parts, ExplainQuery.parse({ q, in: language })));
  const english = await explain('Korut -beras speaker:Putin', 'en');
  expect(english).toMatchObject({
    query: 'Korut -beras speaker:"Putin"',
    tree: { kind: 'and', of: [{ kind: 'name' }, { kind: 'not' }, { kind: 'entity' }] },
    isComplete: true,
  });
  expect(english.says).toContain('“Korut”, or the entity under any name: Korea Utara, North Korea');
  expect(english.says).toContain('not “beras” exactly as written');
  expect(english.expansions.map(({ text, field }) => [text, field])).toEqual([
    ['Korut', undefined],
    ['Putin', 'speaker'],
  ]);
  expect(english.cost.value).toBeLessThan(english.cost.max);
  const then = { timeZone: 'Asia/Jakarta', asOf: '2026-05-02T17:05:00Z' };
  const dated = ExplainQuery.parse({ q: 'beras date:kemarin', in: 'id', ...then });
  const { tree, says } = await explainQuery(parts, dated);
  expect(says).toContain(
    'bertanggal kemarin (2026-05-02 00:00 sampai sebelum 2026-05-03 00:00, Asia/Jakarta)',
  );
  expect(QueryClause.parse(tree).of?.[1]).toMatchObject({
    query: 'date:yesterday',
    range: {
      from: '2026-05-01T17:00:00.000Z',
      before: '2026-05-02T17:00:00.000Z',
      timeZone: 'Asia/Jakarta',
    },
  });
  const indonesian = await explain('person:Nobodyatall', 'id');
  expect(indonesian.says).toBe('orang “Nobodyatall” (tidak ada di artikel mana pun)');
  expect((await explain('person:Q423', 'en')).says).toBe('the person “Q423” (in no article)');
  // As a search does.
  await expect(explain('date:today..2020', 'en')).rejects.toThrow(/^at column 6: /);
  await expect(titles('date:today..2020')).rejects.toThrow(/at column 6: /);
});

(isPresent ? it : it.skip)(
  'the golden article is found by every way that leads to it',
  async () => {
    const body = readFileSync(new URL('kim-putin.txt', folder), 'utf8');
    const publishedAt = '2023-06-12T16:00:00+07:00';
    await indexStates(index, await annotated('Golden', body, { publishedAt }));
    for (const q of [
      ...['Korut', '"Korea Utara"', 'person:"Kim Jong Un"', 'speaker:"Kim Jong Un"'],
      ...['quote:kejayaan', 'place:Rusia date:2023-06-12', 'speaker:"Kim Jong Un" quote:kejayaan'],
    ]) {
      expect([q, await titles(q)]).toEqual([q, expect.arrayContaining(['Golden'])]);
    }
    expect(await titles('place:Rusia date:2023-06-12')).toEqual(['Golden']);
  },
  ANNOTATING_MS,
);
