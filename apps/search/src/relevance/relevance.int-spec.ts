import { SearchArticles } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { searchArticles } from '../search-articles/search-articles.ts';
import { searchParts } from '../search-articles/testing-parts.ts';
import { dropIndex, indexStates, live, newIndex } from '../testing.ts';
import { ndcg } from './ndcg.ts';
import { judgedQueries, sampledArticles } from './testing-relevance.ts';

const INDEX_MS = 120_000;
const BATCH = 500;
const PLACES = 10;

/** A little below what was measured (docs/relevance.md), since equal scores come in some order. */
const NDCG_MIN = 0.915;

const { queries, sample } = judgedQueries();
const articles = sampledArticles(sample);
if (articles === undefined) {
  process.stderr.write('relevance: left out: ../shared/data/articles-id\n');
}

describe('the relevance set', () => {
  it('has at least 40 queries, each with something to find, and no article twice', () => {
    expect(queries.length).toBeGreaterThanOrEqual(40);
    expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length);
    for (const { grades } of queries) expect(Math.max(...grades.values())).toBe(3);
  });
});

(articles === undefined ? describe.skip : describe)('searches over real articles', () => {
  let index: ArticleIndex;
  beforeAll(async () => {
    index = await newIndex();
    for (let at = 0; at < (articles ?? []).length; at += BATCH) {
      const states = (articles ?? []).slice(at, at + BATCH).map((article) => live(article));
      await indexStates(index, ...states);
    }
  }, INDEX_MS);
  afterAll(() => dropIndex(index));

  it(`have an nDCG@10 of ${NDCG_MIN} and more over the judged queries`, async () => {
    const keys = new Map(articles?.map(({ articleId, key }) => [articleId, key]));
    const sampled = new Set(keys.values());
    const judged = queries.flatMap(({ grades }) => [...grades.keys()]);
    expect(judged.filter((key) => !sampled.has(key))).toEqual([]);
    const found: { id: string; value: number }[] = [];
    let unjudged = 0;
    for (const { id, q, grades } of queries) {
      const { data } = await searchArticles(searchParts(index), SearchArticles.parse({ q }));
      const ranked = data.map((hit) => keys.get(hit.id) ?? '');
      found.push({ id, value: ndcg(grades, ranked, PLACES) });
      unjudged += ranked.slice(0, PLACES).filter((key) => !grades.has(key)).length;
    }
    const mean = found.reduce((sum, { value }) => sum + value, 0) / found.length;
    const worst = found.sort((one, other) => one.value - other.value).slice(0, 5);
    const told = worst.map(({ id, value }) => `${id} ${value.toFixed(2)}`).join(', ');
    process.stderr.write(
      `relevance: nDCG@10 ${mean.toFixed(4)} over ${found.length} queries and ${keys.size} articles, ${unjudged} places unjudged; worst: ${told}\n`,
    );
    expect(mean).toBeGreaterThanOrEqual(NDCG_MIN);
  });
});
