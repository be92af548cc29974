import { jest } from '@jest/globals';
import type { LiveArticle } from '@warta/contracts';
import { createDataSource } from '@warta/postgres';
import type { TestSchema } from '@warta/postgres/testing';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { AnnotatorPool } from '../enrich-article/annotator-pool.ts';
import { ArticleStore } from '../enrich-article/article.store.postgres.ts';
import { EnrichArticle } from '../enrich-article/enrich-article.ts';
import { enricherMetrics } from '../enrich-article/enricher-metrics.ts';
import { annotatorPool, going, migratedSchema, newId, publish, received } from '../testing.ts';

/** Worker threads start in seconds on a busy machine. */
jest.setTimeout(60_000);

/** Twice what is looked at of one article's candidates, and some. */
const ALIKE = 500;
const BATCH = 100;

type Pushed = { id: string; title?: string; body: string };

describe('short texts', () => {
  let schema: TestSchema;
  let dataSource: DataSource;
  let annotator: AnnotatorPool;
  let enrich: EnrichArticle;
  let offset = 0;

  beforeAll(async () => {
    schema = await migratedSchema();
    dataSource = createDataSource(schema.settings);
    await dataSource.initialize();
    annotator = annotatorPool();
    const metrics = enricherMetrics(new Registry());
    enrich = new EnrichArticle({ store: new ArticleStore(dataSource), annotator, metrics });
  });
  afterAll(async () => {
    await annotator.stop();
    await dataSource.destroy();
    await schema.drop();
  });

  /** In batches, in order. What is said of each to be a duplicate of. */
  async function push(feed: string, articles: readonly Pushed[]) {
    const found = new Map<string, LiveArticle['duplicateOf']>();
    for (let at = 0; at < articles.length; at += BATCH) {
      const events = articles
        .slice(at, at + BATCH)
        .map(({ id, ...content }) =>
          received(publish(id, { language: 'id', ...content }, { feed }), (offset += 1)),
        );
      for (const { value } of (await enrich.handle(events, going)).publish) {
        const state = JSON.parse(value.toString()) as LiveArticle;
        found.set(state.articleId, state.duplicateOf);
      }
    }
    return found;
  }

  const words = (count: number) => {
    const own = newId().slice(0, 8);
    return Array.from({ length: count }, (_, at) => `kata${own}x${at}`).join(' ');
  };

  it.each([
    [10, undefined],
    [10, 'Harga beras turun'],
    [20, undefined],
    [20, 'Harga beras turun'],
    [40, undefined],
    [40, 'Harga beras turun'],
  ])('of %d words are exact copies across feeds, titled %s', async (count, title) => {
    const text = { body: words(count), ...(title === undefined ? {} : { title }) };
    const [first, copy] = [newId(), newId()];
    await push('satu', [{ id: first, ...text }]);
    const found = await push('dua', [{ id: copy, ...text }]);
    expect(found.get(copy)).toEqual({ articleId: first, similarity: 1, kind: 'exact' });
  });

  it('find their own copy among hundreds that are alike', async () => {
    // One word of 38: a Jaccard similarity of 0.795, and nearly always a band in common.
    const [start, end] = [words(19), words(18)];
    const first = Array.from({ length: ALIKE }, (_, at) => ({
      id: newId(),
      body: `${start} ke${at} ${end}`,
    }));
    const alone = await push('satu', first);
    expect([...alone.values()].filter(Boolean)).toEqual([]);
    const again = first.map((one) => ({ ...one, id: newId() }));
    const found = await push('dua', again);
    const missing = again.filter(({ id }) => found.get(id)?.kind !== 'exact');
    expect(missing.length).toBe(0);
    again.forEach(({ id }, at) => {
      expect(found.get(id)).toEqual({ articleId: first[at]?.id, similarity: 1, kind: 'exact' });
    });
  });
});
