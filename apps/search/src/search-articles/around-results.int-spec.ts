import {
  AskAttention,
  AskSignificant,
  AskSimilar,
  Attention,
  DuplicateGroup,
  ReadDuplicates,
  Significant,
  SimilarArticles,
} from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { toDocument } from '../article-index/article-document.ts';
import { readAttention } from '../read-attention/read-attention.ts';
import { readDuplicates } from '../read-duplicates/read-duplicates.ts';
import { findSignificant } from '../find-significant/find-significant.ts';
import { findSimilar } from '../find-similar/find-similar.ts';
import { canceled, dropIndex, entity, indexStates, live, newIndex } from '../testing.ts';
import { InvalidCursorError } from './cursor.ts';
import type { SearchParts } from './search-parts.ts';
import { searchParts } from './testing-parts.ts';

let index: ArticleIndex;
let parts: SearchParts;

const bali = entity('Bali', ['Bali'], { wikidata: 'Q4648' });
const koster = entity('Wayan Koster', ['Koster'], { type: 'PERSON' });
const jakarta = entity('Jakarta');
const gempa = Array.from({ length: 6 }, (_, at) =>
  live({
    feed: 'harian-gempa',
    title: `Gempa mengguncang pulau ${at}`,
    body: `Gempa bermagnitudo lima mengguncang Bali. Koster meninjau pengungsi di tenda darurat. ${at}`,
    publishedAt: `2026-05-0${at + 1}T03:00:00Z`,
    entities: [bali, koster],
  }),
);
const pasar = Array.from({ length: 24 }, (_, at) =>
  live({
    feed: at % 2 === 0 ? 'harian-pasar' : 'harian-lain',
    title: `Harga beras ${at}`,
    body: `Pedagang di Jakarta menjual beras dan cabai di pasar induk pekan ini. ${at}`,
    publishedAt: `2026-05-0${(at % 6) + 1}T05:00:00Z`,
    entities: [jakarta],
  }),
);
const [lead] = gempa as [(typeof gempa)[number]];
const copies = ['a', 'b', 'c'].map((outlet, at) =>
  live({
    feed: `kutip-${outlet}`,
    title: lead.content.title ?? '',
    body: lead.content.body,
    publishedAt: `2026-05-01T0${at + 4}:00:00Z`,
    entities: [bali, koster],
    duplicateOf: { articleId: lead.articleId, similarity: 0.9, kind: 'near' },
  }),
);

beforeAll(async () => {
  index = await newIndex();
  parts = searchParts(index);
  const states = [...gempa, ...pasar, ...copies];
  await index.client.bulk({
    index: index.names.write,
    refresh: true,
    operations: states.flatMap((state) => [{ index: { _id: state.articleId } }, toDocument(state)]),
  });
});
afterAll(() => dropIndex(index));

describe('attention', () => {
  const ask = async (request: object) =>
    Attention.parse(await readAttention(parts, AskAttention.parse(request)));

  it('is the share of all that was published, in every bucket, without gaps', async () => {
    const time = { from: '2026-04-30', to: '2026-05-09', interval: 'day' };
    const { data, overall, ...rest } = await ask({ q: 'gempa', ...time });
    expect(data.map(({ from, articles, total }) => [from.slice(0, 10), articles, total])).toEqual([
      ['2026-04-30', 0, 0],
      ['2026-05-01', 4, 8],
      ['2026-05-02', 1, 5],
      ['2026-05-03', 1, 5],
      ['2026-05-04', 1, 5],
      ['2026-05-05', 1, 5],
      ['2026-05-06', 1, 5],
      ['2026-05-07', 0, 0],
      ['2026-05-08', 0, 0],
    ]);
    expect(data.map(({ share }) => share).slice(0, 3)).toEqual([0, 0.5, 0.2]);
    expect(overall).toEqual({ articles: 9, total: 33, share: 9 / 33 });
    expect(rest).toEqual({
      interval: 'day',
      timeZone: 'UTC',
      before: 0,
      after: 0,
      partial: false,
    });
  });

  it('has whole buckets where the time was not asked for: the first is not all matches', async () => {
    const { data } = await ask({ q: 'gempa', interval: 'week' });
    expect(data).toEqual([
      { from: '2026-04-27T00:00:00Z', articles: 6, total: 18, share: 6 / 18 },
      { from: '2026-05-04T00:00:00Z', articles: 3, total: 15, share: 0.2 },
    ]);
  });

  it('counts days in the time zone, and only the volume of the feeds asked for', async () => {
    const zone = { timeZone: 'Pacific/Honolulu', interval: 'day' };
    const { data } = await ask({ q: 'gempa', feed: 'harian-gempa', ...zone });
    expect(data[0]).toEqual({ from: '2026-04-30T00:00:00-10:00', articles: 1, total: 1, share: 1 });
    expect(data).toHaveLength(6);
    const cut = await ask({ to: '2026-05-02', from: '2026-05-01', timeZone: '+07:00' });
    expect(cut).toMatchObject({ interval: 'hour', overall: { articles: 8, total: 8 } });
    expect(cut.data[0]?.from).toBe('2026-05-01T00:00:00+07:00');
    expect(cut.data).toHaveLength(24);
    const eastOfUtc = { from: '2026-05-06', timeZone: 'Pacific/Kiritimati' };
    const begun = await ask({ ...eastOfUtc, to: '2026-05-05T22:00:00Z' });
    expect(begun.data).toHaveLength(12);
  });

  it('is empty when nothing matches', async () => {
    expect(await ask({ q: 'tidakada' })).toMatchObject({ data: [], overall: { articles: 0 } });
  });
});

describe('what is significant', () => {
  const ask = async (request: object) =>
    Significant.parse(await findSignificant(parts, AskSignificant.parse(request)));

  it('are the entities and words that others do not have, not what was searched for', async () => {
    const found = await ask({ entity: 'Bali' });
    expect(found).toMatchObject({ articles: 9, background: 33, sample: 6, partial: false });
    expect(found.entities).toEqual([
      {
        id: koster.id,
        type: 'PERSON',
        name: 'Wayan Koster',
        articles: 9,
        background: 9,
        score: expect.closeTo((1 - 9 / 33) * (33 / 9), 3),
      },
    ]);
    const terms = found.terms.map(({ term }) => term);
    expect(terms).toEqual(expect.arrayContaining(['gempa', 'mengguncang', 'pengungsi', 'tenda']));
    for (const word of ['bali', 'beras', 'di', 'lima 0']) expect(terms).not.toContain(word);
    const byWord = await ask({ q: 'gempa', size: 2 });
    expect(byWord.terms).toHaveLength(2);
    expect(byWord.terms.map(({ term }) => term)).not.toContain('gempa');
  });
});

describe('similar articles', () => {
  const ask = async (id: string, request: object = {}) => {
    const found = await findSimilar(parts, id, AskSimilar.parse(request));
    return typeof found === 'string' ? found : SimilarArticles.parse(found);
  };
  const idsOf = (found: Awaited<ReturnType<typeof ask>>) =>
    typeof found === 'string' ? [] : found.data.map(({ id }) => id);

  it('are about the same, without the article itself and without its copies', async () => {
    const others = gempa.slice(1).map(({ articleId }) => articleId);
    expect(idsOf(await ask(lead.articleId)).sort()).toEqual([...others].sort());
    expect(idsOf(await ask(copies[0]?.articleId ?? '')).sort()).toEqual([...others].sort());
    expect(idsOf(await ask(lead.articleId, { size: 2 }))).toHaveLength(2);
    expect(idsOf(await ask(lead.articleId, { from: '2026-05-04' }))).toHaveLength(3);
  });

  it('have the copies when asked for', async () => {
    const ids = idsOf(await ask(lead.articleId, { copies: 'true' }));
    expect(ids).toEqual(expect.arrayContaining(copies.map(({ articleId }) => articleId)));
    expect(ids).not.toContain(lead.articleId);
  });

  it('are none of an article that is not there', async () => {
    expect(await ask('0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a423')).toBe('unknown');
    const gone = live({ feed: 'sementara' });
    await indexStates(index, gone);
    await indexStates(index, canceled(gone.articleId, 2));
    expect(await ask(gone.articleId)).toBe('canceled');
  });
});

describe('a group of duplicates', () => {
  const read = async (id: string, request: object = {}) => {
    const found = await readDuplicates(index, id, ReadDuplicates.parse(request));
    return found && DuplicateGroup.parse(found);
  };

  it('is told in the order of time, with outlets and delays, found by any of its articles', async () => {
    const group = await read(lead.articleId);
    expect(group).toMatchObject({ group: lead.articleId, total: 4, outlets: 4, partial: false });
    const shown = group?.data.map(({ feed, delaySeconds, leads, similarity }) => [
      feed,
      delaySeconds,
      leads,
      similarity,
    ]);
    expect(shown).toEqual([
      ['harian-gempa', 0, true, undefined],
      ['kutip-a', 3_600, false, 0.9],
      ['kutip-b', 7_200, false, 0.9],
      ['kutip-c', 10_800, false, 0.9],
    ]);
    expect(await read(copies[2]?.articleId ?? '')).toEqual(group);
  });

  it('is paged, with delays behind the first of all', async () => {
    const first = await read(lead.articleId, { size: 3 });
    expect(first?.data).toHaveLength(3);
    const second = await read(lead.articleId, { size: 3, cursor: first?.next });
    expect(second?.data).toMatchObject([{ feed: 'kutip-c', delaySeconds: 10_800 }]);
    expect(second).not.toHaveProperty('next');
    await expect(read(lead.articleId, { cursor: 'x' })).rejects.toThrow(InvalidCursorError);
  });

  it('is of one where there are no copies, and none where nothing can be shown', async () => {
    const alone = gempa[3]?.articleId ?? '';
    expect(await read(alone)).toMatchObject({ group: alone, total: 1, outlets: 1 });
    expect(await read('0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a423')).toBeUndefined();
  });
});
