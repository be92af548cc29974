import { ExportArticles, SearchAnswer, SearchArticles } from '@warta/contracts';
import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { exportArticles } from '../export-articles/export-articles.ts';
import { writeCursor } from '../search-articles/cursor.ts';
import { searchArticles } from '../search-articles/search-articles.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { canceled, dropIndex, hidden, indexStates, live } from '../testing.ts';
import { newRecording } from './testing-recording.ts';
import type { Recording } from './testing-recording.ts';

let index: ArticleIndex;
let parts: SearchParts;
let recording: Recording;
beforeAll(async () => {
  recording = await newRecording();
  index = recording.index;
  parts = searchParts(index);
});
afterAll(() => dropIndex(index));

const at = (minute: number) => `2026-05-01T08:0${minute}:00.000Z`;
const deliver = async (...states: ArticleUpdatedV1[]) => {
  await recording.deliver(...states);
  await recording.refresh();
};
const search = async (request: object, by = parts) =>
  SearchAnswer.parse(
    JSON.parse(JSON.stringify(await searchArticles(by, SearchArticles.parse(request)))),
  );
const revsOf = ({ data }: SearchAnswer) => data.map(({ id, rev }) => [id, rev]);

describe('searching as of a moment', () => {
  it('finds each article by what it said then, once, with pages, facets, copies and exports', async () => {
    const states = [1, 2, 3].map((n) =>
      live({
        rev: 1,
        changedAt: at(1),
        title: `Beras ${n}`,
        publishedAt: at(n),
        feed: `feed-${n}`,
      }),
    );
    const [first, second, third] = states;
    if (!first || !second || !third) throw new Error('three articles');
    const { articleId } = first;
    const duplicateOf = { articleId, similarity: 1, kind: 'exact' as const };
    await deliver(
      ...states,
      { ...first, rev: 2, changedAt: at(4), content: { ...first.content, title: 'Cabai' } },
      { ...second, rev: 2, changedAt: at(5), duplicateOf },
    );
    const asOf = '2026-05-01T15:03:00+07:00';
    const then = await search({ q: 'beras', asOf, sort: 'oldest', facets: 'feed', size: 2 });
    expect(revsOf(then)).toEqual([
      [first.articleId, 1],
      [second.articleId, 1],
    ]);
    expect(then.total).toEqual({ value: 3, relation: 'eq' });
    expect(then.facets?.feed?.values).toHaveLength(3);
    expect(Date.parse(then.recordedSince ?? '')).toBeLessThanOrEqual(Date.now());
    const rest = await search({ q: 'beras', asOf, sort: 'oldest', size: 2, cursor: then.next });
    expect(revsOf(rest)).toEqual([[third.articleId, 1]]);

    expect(revsOf(await search({ q: 'cabai', asOf }))).toEqual([]);
    expect(revsOf(await search({ q: 'beras', asOf: at(0) }))).toEqual([]);
    const now = await search({ q: 'cabai OR beras', asOf: at(6), sort: 'oldest' });
    expect(revsOf(now)).toEqual([
      [first.articleId, 2],
      [third.articleId, 1],
    ]);
    expect(revsOf(await search({ q: 'cabai OR beras', sort: 'oldest' }))).toEqual(revsOf(now));

    const week = { q: 'beras date:last7d', asOf, timeZone: 'Asia/Jakarta' };
    expect((await search(week)).total.value).toBe(3);
    const later = '2026-05-10T00:00:00Z';
    expect((await search({ ...week, asOf: later })).total.value).toBe(0);

    const exported: unknown[] = [];
    for await (const page of exportArticles(parts, ExportArticles.parse({ asOf, q: 'beras' }))) {
      exported.push(...page.map(({ rev, title }) => [title, rev]));
    }
    expect(exported).toEqual([
      ['Beras 3', 1],
      ['Beras 2', 1],
      ['Beras 1', 1],
    ]);
  });

  it('ranks by how fresh articles were then, on every page', async () => {
    const feed = 'terbaru';
    const said = live({
      feed,
      changedAt: at(1),
      title: 'Kirmizi',
      publishedAt: '2024-01-01T00:00:00Z',
    });
    const fresh = live({ feed, changedAt: at(1), body: 'Tentang kirmizi.', publishedAt: at(0) });
    await deliver(said, fresh);
    // Not the state of the index that searches before share.
    const now = searchParts(index);
    const then = { q: 'kirmizi', feed, asOf: at(2), size: 1 };
    const first = await search(then, now);
    const second = await search({ ...then, cursor: first.next }, now);
    expect([...revsOf(first), ...revsOf(second)]).toEqual([
      [fresh.articleId, 1],
      [said.articleId, 1],
    ]);
    // Years later both are old, and what says it in its title comes first.
    const old = { ...then, asOf: undefined };
    const cursor = writeCursor(SearchArticles.parse(old), {
      after: [1_000, 0, said.articleId],
      nowMs: Date.parse('2040-01-01T00:00:00Z'),
    });
    expect(revsOf(await search({ ...old, cursor }, now))).toEqual([[said.articleId, 1]]);
  });

  it('never finds what was withdrawn since, also not on the next page of a search from before', async () => {
    const feed = 'rahasia';
    const [one, two, three] = [1, 2, 3].map((n) =>
      live({ rev: 1, changedAt: at(1), feed, publishedAt: at(n), title: `Rahasia ${n}` }),
    );
    if (!one || !two || !three) throw new Error('three articles');
    await deliver(one, two, three);
    // The state of the index that searches share is no older than a second.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const query = { feed, asOf: at(2), sort: 'oldest', size: 1 };
    const page = await search(query);
    expect(revsOf(page)).toEqual([[one.articleId, 1]]);
    await deliver({ ...canceled(two.articleId, 2), changedAt: at(3) });
    expect(revsOf(await search({ ...query, size: 5, cursor: page.next }))).toEqual([
      [three.articleId, 1],
    ]);
  });

  it('shows nothing that the index of articles withdrew without recording it, in searches and exports', async () => {
    const feed = 'warta-lama';
    const states = [1, 2, 3].map((n) =>
      live({ rev: 1, changedAt: at(1), feed, publishedAt: at(n), title: `Dicabut ${n}` }),
    );
    const [one, two, three] = states;
    if (!one || !two || !three) throw new Error('three articles');
    await deliver(one, two, three);
    // As a version does that records no states.
    await indexStates(
      index,
      canceled(one.articleId, 2),
      hidden(two.articleId, 2, { status: 'withheld', withheldAt: at(3) }),
    );
    // The state of the index that searches share is no older than a second.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const asOf of [at(2), new Date().toISOString()]) {
      expect(revsOf(await search({ feed, asOf }))).toEqual([[three.articleId, 1]]);
      const first = await search({ feed, asOf, sort: 'oldest', size: 2 });
      expect(first.data).toEqual([]);
      expect(
        revsOf(await search({ feed, asOf, sort: 'oldest', size: 2, cursor: first.next })),
      ).toEqual([[three.articleId, 1]]);
      const titles: unknown[] = [];
      for await (const page of exportArticles(parts, ExportArticles.parse({ asOf, feed }))) {
        titles.push(...page.map(({ title }) => title));
      }
      expect(titles).toEqual(['Dicabut 3']);
    }
  });

  it('refuses moments that have not come', async () => {
    await expect(search({ asOf: '2999-01-01T00:00:00Z' })).rejects.toThrow('in the future');
  });
});
