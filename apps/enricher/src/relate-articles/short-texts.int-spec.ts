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

/** Half of them lead: more than are looked at as candidates of one article. */
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
      const events = articles.slice(at, at + BATCH).map(({ id, title, body }) => {
        const content = { language: 'id', body, ...(title === undefined ? {} : { title }) };
        return received(publish(id, content, { feed }), (offset += 1));
      });
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

  it('are related as the article they copy, among hundreds that are alike', async () => {
    // One word of 38: a Jaccard similarity of 0.795, and nearly always a band in common. With
    // another last word it is 0.94, which follows.
    const [start, end] = [words(19), words(17)];
    const first = Array.from({ length: ALIKE }, (_, at) => ({
      id: newId(),
      body: `${start} ke${Math.floor(at / 2)} ${end} ${at % 2 === 0 ? 'pagi' : 'sore'}`,
    }));
    const alone = await push('satu', first);
    expect([...alone.values()].filter((lead) => lead !== undefined)).toHaveLength(ALIKE / 2);
    // In one batch with the copy of its lead, a follower's copy would find that lead by it.
    const followers = first.filter(({ id }) => alone.get(id) !== undefined);
    for (const originals of [followers, first.filter((one) => !followers.includes(one))]) {
      const copies = originals.map(({ id, body }) => ({ original: id, id: newId(), body }));
      const found = await push('dua', copies);
      for (const { id, original } of copies) {
        const itself = { articleId: original, similarity: 1, kind: 'exact' };
        expect(found.get(id)).toEqual(alone.get(original) ?? itself);
      }
    }
  });
});
