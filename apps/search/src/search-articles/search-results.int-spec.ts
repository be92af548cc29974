import { randomUUID } from 'node:crypto';
import { EntityCorrectionV1, SearchAnswer, SearchArticles } from '@warta/contracts';
import type { LiveArticle } from '@warta/contracts';
import fc from 'fast-check';
import { textOf, toDocument } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { EntityBook } from '../entity-book/entity-book.ts';
import { canceled, dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { writeCursor } from './cursor.ts';
import { searchArticles } from './search-articles.ts';
import type { SearchParts } from './search-parts.ts';
import { searchParts } from './testing-parts.ts';

let index: ArticleIndex;
let parts: SearchParts;
beforeAll(async () => {
  index = await newIndex();
  parts = searchParts(index);
});
afterAll(() => dropIndex(index));

const search = async (request: object) =>
  SearchAnswer.parse(await searchArticles(parts, SearchArticles.parse(request)));

/** All pages of a search. */
async function walk(request: object): Promise<SearchAnswer[]> {
  const pages: SearchAnswer[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await search({ ...request, ...(cursor !== undefined && { cursor }) });
    pages.push(page);
    cursor = page.next;
    if (cursor === undefined) return pages;
  }
}
const hitsOf = (pages: readonly SearchAnswer[]) => pages.flatMap(({ data }) => data);

const copyOf = (lead: LiveArticle, more: Parameters<typeof live>[0] = {}) =>
  live({
    feed: lead.feed,
    duplicateOf: { articleId: lead.articleId, similarity: 0.9, kind: 'near' },
    ...more,
  });

const dayOf = (nth: number) => new Date(Date.UTC(2026, 4, 1 + nth)).toISOString();

/** Documents as the indexer would write them, by the thousand. */
async function fill(states: readonly LiveArticle[]): Promise<void> {
  const operations = states.flatMap((state) => [
    { index: { _id: state.articleId } },
    toDocument(state),
  ]);
  await index.client.bulk({ index: index.names.write, operations, refresh: true });
}

describe('copies of one text', () => {
  const feed = 'salinan';
  beforeAll(async () => {
    const leads = Array.from({ length: 12 }, (_, at) =>
      live({
        feed,
        title: `banjir ${at}`,
        body: 'banjir '.repeat(1 + (at % 4)),
        publishedAt: dayOf(at),
      }),
    );
    const copies = leads.flatMap((lead, at) =>
      Array.from({ length: at === 0 ? 40 : at % 3 }, (_, nth) =>
        copyOf(lead, {
          title: nth % 2 === 0 ? `banjir ${at}` : 'tanpa',
          body: nth % 2 === 0 ? 'banjir '.repeat(1 + (nth % 5)) : 'kata lain',
          publishedAt: dayOf(at + nth),
        }),
      ),
    );
    await fill([...leads, ...copies]);
  });

  it('are one hit, the best of those that match, on exactly one page of any size and order', async () => {
    const orders = [{ q: 'banjir' }, { sort: 'newest' }, { q: 'banjir', sort: 'oldest' }];
    for (const order of orders) {
      const all = hitsOf(await walk({ feed, ...order, collapse: 'none', size: 100 }));
      const bestOf = new Map<string, string>();
      for (const { id, duplicateOf } of all) {
        const group = duplicateOf?.articleId ?? id;
        if (!bestOf.has(group)) bestOf.set(group, id);
      }
      for (const size of [1, 5, 100]) {
        const shown = hitsOf(await walk({ feed, ...order, size })).map(({ id }) => id);
        expect(shown).toEqual([...bestOf.values()]);
      }
    }
  });

  it('are counted, those that match and all, and so are articles and groups', async () => {
    const [first, ...later] = await walk({ feed, q: 'banjir', size: 5 });
    expect(first).toMatchObject({
      total: { value: 40, relation: 'eq' },
      groups: { value: 12, relation: 'eq' },
      partial: false,
    });
    const hits = hitsOf([first as SearchAnswer, ...later]);
    const counts = hits.map(({ copies }) => [copies?.matching, copies?.total]);
    expect(counts).toContainEqual([21, 41]);
    expect(counts).toContainEqual([2, 3]);
    expect(counts.reduce((sum, [matching]) => sum + (matching ?? 0), 0)).toBe(40);
  });

  it('are each a hit when asked for', async () => {
    const { data, total, groups } = await search({ feed, collapse: 'none', size: 100 });
    expect(data).toHaveLength(total.value);
    expect(groups).toBeUndefined();
    expect(data.every(({ copies }) => copies === undefined)).toBe(true);
  });
});

describe('pages', () => {
  it('come from one state of the index: what is pushed meanwhile moves nothing', async () => {
    const feed = 'keadaan';
    const states = Array.from({ length: 6 }, (_, at) =>
      live({ feed, title: `lama ${at}`, publishedAt: dayOf(at) }),
    );
    await fill(states);
    const first = await search({ feed, size: 2 });
    const moved = { ...(states[5] as LiveArticle), rev: 2, publishedAt: dayOf(-9) };
    await fill([live({ feed, title: 'baru', publishedAt: dayOf(30) }), moved]);
    const second = await search({ feed, size: 100, cursor: first.next });
    expect(second.data.map(({ title }) => title)).toEqual(['lama 3', 'lama 2', 'lama 1', 'lama 0']);
    expect(second.moved).toBeUndefined();
  });

  it('never show what was taken down since the first of them', async () => {
    const feed = 'ditarik';
    const states = Array.from({ length: 5 }, (_, at) =>
      live({ feed, title: `artikel ${at}`, publishedAt: dayOf(at) }),
    );
    await fill(states);
    for (const collapse of ['group', 'none']) {
      const { next } = await search({ feed, collapse, size: 1 });
      const gone = states[collapse === 'group' ? 1 : 2]?.articleId ?? '';
      await indexStates(index, canceled(gone, 2));
      const ids = hitsOf([await search({ feed, collapse, size: 100, cursor: next })]);
      expect(ids.map(({ id }) => id)).not.toContain(gone);
      expect(ids.length).toBe(collapse === 'group' ? 3 : 2);
    }
  });

  it('show the next of a group whose best was withdrawn, and count nothing withdrawn', async () => {
    const feed = 'terbaik';
    const person = entity('Rahasia Wirapraja', undefined, { type: 'PERSON' });
    const lead = live({ feed, title: 'salinan satu', publishedAt: dayOf(1) });
    const copy = live({
      feed,
      title: 'salinan dua',
      publishedAt: dayOf(2),
      entities: [person],
      duplicateOf: { articleId: lead.articleId, similarity: 1, kind: 'exact' },
    });
    const alone = live({ feed, title: 'sendiri', publishedAt: dayOf(3) });
    await fill([lead, copy, alone]);
    const first = await search({ feed, size: 1, facets: ['person'] });
    expect(first.facets?.person?.values.map(({ name }) => name)).toEqual(['Rahasia Wirapraja']);
    await indexStates(index, canceled(copy.articleId, 2));
    const second = await search({ feed, size: 1, cursor: first.next, facets: ['person'] });
    expect(second.data.map(({ title }) => title)).toEqual(['salinan satu']);
    expect(second.facets?.person?.values).toEqual([]);
    expect(second.next).toBeUndefined();
  });

  it('go on in a newer state when the old one is gone, and say so', async () => {
    const feed = 'hilang';
    await fill(
      Array.from({ length: 5 }, (_, at) => live({ feed, title: `${at}`, publishedAt: dayOf(at) })),
    );
    const first = await search({ feed, size: 2 });
    await index.client.indices.close({ index: index.names.first });
    await index.client.indices.open({ index: index.names.first, wait_for_active_shards: 1 });
    await index.client.cluster.health({ index: index.names.first, wait_for_status: 'yellow' });
    const second = await search({ feed, size: 2, cursor: first.next });
    expect(second.moved).toBe(true);
    expect(second.data.map(({ title }) => title)).toEqual(['2', '1']);
    const third = await search({ feed, size: 2, cursor: second.next });
    expect(third).not.toHaveProperty('moved');
    expect(third.data.map(({ title }) => title)).toEqual(['0']);
  });

  it('go on from a cursor that names no state there ever was', async () => {
    const feed = 'karangan';
    const states = [0, 1].map((at) => live({ feed, title: `${at}`, publishedAt: dayOf(at) }));
    await fill(states);
    const request = SearchArticles.parse({ feed });
    const [, last] = states as [LiveArticle, LiveArticle];
    const after: [number, string] = [Date.parse(dayOf(1)), last.articleId];
    for (const snapshot of ['A', 'x'.repeat(184), Buffer.alloc(90, 7).toString('base64')]) {
      const cursor = writeCursor(request, { after, nowMs: 0, snapshot });
      const page = await search({ feed, cursor });
      expect([page.moved, page.data.map(({ title }) => title)]).toEqual([true, ['0']]);
    }
  });

  it('walk on for as long as there are articles', async () => {
    const feed = 'panjang';
    const template = live({ feed, title: 'x', body: 'x' });
    await fill(
      Array.from({ length: 10_150 }, (_, at) => ({
        ...template,
        articleId: randomUUID(),
        publishedAt: dayOf(at % 50),
      })),
    );
    const pages = await walk({ feed, collapse: 'none', size: 100 });
    expect(new Set(hitsOf(pages).map(({ id }) => id)).size).toBe(10_150);
    expect(pages).toHaveLength(102);
    const first = await search({ feed });
    expect(first.total).toEqual({ value: 10_000, relation: 'gte' });
    expect(first.groups?.relation).toBe('gte');
    expect(first.groups?.value).toBeGreaterThan(9_000);
    expect(first.groups?.value).toBeLessThanOrEqual(10_150);
  });
});

describe('facets', () => {
  const jokowi = entity('Joko Widodo', ['Jokowi'], { type: 'PERSON' });
  const prabowo = entity('Prabowo Subianto', ['Prabowo'], { type: 'PERSON' });
  const bali = entity('Bali');
  const bank = entity('Bank Indonesia', ['BI'], { type: 'ORGANIZATION' });
  const q = 'pertemuan';
  beforeAll(() => {
    const article = (feed: string, section: string, at: string, entities = [jokowi]) =>
      live({ feed, body: q, content: { section }, publishedAt: at, entities });
    return fill([
      article('faset-a', 'Ekonomi', '2026-05-01T16:30:00Z', [jokowi, bank]),
      article('faset-a', 'EKONOMI ', '2026-05-01T17:30:00Z', [jokowi, prabowo]),
      article('faset-a', 'Politik', '2026-05-02T17:30:00Z', [prabowo]),
      article('faset-b', 'Politik', '2026-05-03T01:00:00Z', [prabowo, bali]),
    ]);
  });
  const all = 'feed,language,person,organization,place,section,day';
  const countsIn = (answer: SearchAnswer, facet: 'feed' | 'person' | 'section' | 'day') =>
    answer.facets?.[facet]?.values.map(({ value, name, articles }) => [name ?? value, articles]);

  it('count by feed, language, who and where, section and day, with names', async () => {
    const answer = await search({ q, facets: all, timeZone: 'Asia/Jakarta' });
    expect(countsIn(answer, 'feed')).toEqual([
      ['faset-a', 3],
      ['faset-b', 1],
    ]);
    expect(answer.facets?.language?.values).toEqual([
      { value: 'id', articles: 4, selected: false },
    ]);
    expect(countsIn(answer, 'person')).toEqual([
      ['Prabowo Subianto', 3],
      ['Joko Widodo', 2],
    ]);
    expect(answer.facets?.organization?.values[0]).toMatchObject({ name: 'Bank Indonesia' });
    expect(answer.facets?.place?.values[0]).toMatchObject({ value: bali.id, name: 'Bali' });
    expect(countsIn(answer, 'section')?.map(([, articles]) => articles)).toEqual([2, 2]);
    // The last minutes of the first of May in Jakarta, and the first ones of the second.
    expect(countsIn(answer, 'day')).toEqual([
      ['2026-05-03', 2],
      ['2026-05-02', 1],
      ['2026-05-01', 1],
    ]);
    for (const facet of Object.values(answer.facets ?? {})) expect(facet.exhaustive).toBe(true);
  });

  it('keep offering the other values of a facet when one is selected', async () => {
    const answer = await search({ q, facets: 'feed,person', feed: 'faset-b' });
    expect(answer.total.value).toBe(1);
    expect(answer.data).toHaveLength(1);
    expect(answer.facets?.feed?.values).toEqual([
      { value: 'faset-a', articles: 3, selected: false },
      { value: 'faset-b', articles: 1, selected: true },
    ]);
    expect(countsIn(answer, 'person')).toEqual([['Prabowo Subianto', 1]]);
  });

  it('take any of several values, and narrow by every facet that has one', async () => {
    const both = await search({ q, person: [jokowi.id, prabowo.id], feed: 'faset-a' });
    expect(both.total.value).toBe(3);
    const narrowed = { q, person: prabowo.id, section: 'ekonomi' };
    expect((await search(narrowed)).total.value).toBe(1);
    const day = { q, day: '2026-05-02,2026-05-01', timeZone: '+07:00', facets: 'day,feed' };
    const days = await search(day);
    expect(days.total.value).toBe(2);
    expect(days.facets?.day?.values.map(({ selected }) => selected)).toEqual([false, true, true]);
    expect(countsIn(days, 'feed')).toEqual([['faset-a', 2]]);
  });

  it('say what they leave out, and list what is selected all the same', async () => {
    const answer = await search({ q, facets: all, facetSize: 1, person: jokowi.id });
    expect(answer.facets?.person).toEqual({
      values: [
        { value: prabowo.id, name: 'Prabowo Subianto', articles: 3, selected: false },
        { value: jokowi.id, name: 'Joko Widodo', articles: 2, selected: true },
      ],
      other: 0,
      exhaustive: false,
    });
    expect(answer.facets?.feed).toMatchObject({ other: 0, exhaustive: true });
    const days = (await search({ q, facets: 'day', facetSize: 2 })).facets?.day;
    expect(days?.values).toHaveLength(2);
    expect(days).toMatchObject({ other: 2, exhaustive: false });
  });

  it('count an article once that carries several ids of a merge, whoever was merged with whom', async () => {
    const feed = 'faset-gabung';
    const people = Array.from({ length: 24 }, (_, at) => {
      return entity(`Orang ${at}`, undefined, { type: 'PERSON' });
    });
    const ids = people.map(({ id }) => id);
    // Some are in many articles, most in few, and they go together in all ways.
    const states = Array.from({ length: 80 }, (_, at) =>
      live({
        feed,
        publishedAt: dayOf(at % 5),
        entities: people.filter((_person, nth) => (at * 7 + nth * nth) % (3 + nth) === 0),
      }),
    );
    await fill(states);
    const merges = fc.uniqueArray(fc.tuple(fc.nat(23), fc.nat(23)), { minLength: 1, maxLength: 9 });
    const property = fc.asyncProperty(merges, fc.constantFrom(2, 6, 100), async (pairs, size) => {
      const book = new EntityBook();
      for (const [nth, [from = 0, into = 0]] of pairs.entries()) {
        const change = { kind: 'merge', entityId: ids[from], intoId: ids[into] };
        book.apply(mergeOf(change, nth), { offset: BigInt(nth) });
      }
      const counts = new Map<string, number>();
      for (const { annotation } of states) {
        const named = new Set(annotation.entities.map(({ id }) => book.canonicalOf(id)));
        for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const expected = [...counts.values()].sort((a, b) => b - a);
      const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
      const request = { feed, facets: ['person'], facetSize: size };
      const corrected = searchParts(index, book);
      const answer = await searchArticles(corrected, SearchArticles.parse(request));
      const { values = [], other } = answer.facets?.person ?? {};
      for (const { value, articles } of values) expect(articles).toBe(counts.get(value));
      expect(values.map(({ articles }) => articles)).toEqual(expected.slice(0, size));
      expect(other).toBe(sum(expected.slice(size)));
    });
    await fc.assert(property, { seed: 6, numRuns: 15 });
  });
});

/** A merge as people make it. */
function mergeOf(change: object, second: number): EntityCorrectionV1 {
  const at = new Date(Date.UTC(2026, 4, 1, 0, 0, second)).toISOString();
  const made = { at, by: { keyId: 'admin', name: 'admin' }, reason: 'satu orang' };
  return EntityCorrectionV1.parse({ correctionId: randomUUID(), change, entityName: 'x', made });
}

it('tells in which sentences something matched, as places in the very text', async () => {
  const feed = 'kalimat';
  const title = '<b>Gempa</b> & "tsunami"';
  const body = `${'Kalimat pembuka.  '.repeat(3)}\n\nWarga <i>panik</i> saat gempa datang, kata Dr. Budi. "Gempa itu kuat! Sangat kuat," ujarnya.\n\n😀 Tidak ada hubungannya. Gempa susulan 5/6/2026 & lainnya'terasa'.`;
  await fill([live({ feed, title, body })]);
  const [hit] = (await search({ feed, q: 'gempa', sentences: 'true' })).data;
  const kept = await index.client.get<LiveDocument>({ index: index.names.read, id: hit?.id ?? '' });
  const texts = { title: textOf(kept._source?.title), body: textOf(kept._source?.body) };
  expect(texts).toEqual({ title, body });
  const sentences = hit?.sentences ?? [];
  expect(sentences.map(({ field }) => field)).toEqual(['title', 'body', 'body', 'body']);
  for (const { field, start, end, text, marks } of sentences) {
    expect(texts[field]?.slice(start, end)).toBe(text);
    for (const mark of marks) {
      expect(texts[field]?.slice(mark.start, mark.end)).toMatch(/^gempa$/i);
    }
  }
  expect(sentences[1]?.text).toBe('Warga <i>panik</i> saat gempa datang, kata Dr. Budi.');
});

it('marks where an entity of the search is mentioned, whatever it is called there', async () => {
  const feed = 'sebutan';
  const body = 'Hujan turun. Korut menembakkan rudal. Cuaca cerah.';
  const mentions = [{ field: 'body' as const, start: 13, end: 18 }];
  const korea = entity('Korea Utara', ['Korut'], { wikidata: 'Q423', mentions });
  await fill([live({ feed, title: 'Rudal', body, entities: [korea] })]);
  const sentence = { field: 'body', start: 13, end: 37, text: 'Korut menembakkan rudal.' };
  for (const asked of [{ entity: 'Q423' }, { entity: 'Korea Utara' }, { place: korea.id }]) {
    const [hit] = (await search({ feed, ...asked, sentences: 'true' })).data;
    expect(hit?.sentences).toEqual([{ ...sentence, marks: [{ start: 13, end: 18 }] }]);
  }
  const [both] = (await search({ feed, entity: 'Q423', q: 'menembakkan', sentences: 'true' })).data;
  const marks = [mentions[0], { start: 19, end: 30 }].map((mark) => ({
    start: mark?.start,
    end: mark?.end,
  }));
  expect(both?.sentences).toEqual([{ ...sentence, marks }]);
});
