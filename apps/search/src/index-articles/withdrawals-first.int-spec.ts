import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readArticle } from '../read-article/read-article.ts';
import { ReadRevisions } from '../read-revisions/read-revisions.ts';
import { RevisionWriter } from '../revisions-index/revision-writer.ts';
import { ensureRevisionsIndex, RevisionsIndex } from '../revisions-index/revisions-index.ts';
import { canceled, dropIndex, indexing, live, newIndex, received, signal } from '../testing.ts';
import { IndexArticles } from './index-articles.ts';

let index: ArticleIndex;
let revisions: RevisionsIndex;
let indexArticles: IndexArticles;
beforeAll(async () => {
  index = await newIndex();
  revisions = new RevisionsIndex(index);
  await ensureRevisionsIndex(revisions);
  const { metrics } = indexing(index);
  indexArticles = new IndexArticles(index, { metrics, revisions: new RevisionWriter(revisions) });
});
afterAll(() => dropIndex(index));

/** A batch whose tries end with the first, as at a rebalance. */
const once = { ...signal, aborted: () => true };
const deliver = (...states: ArticleUpdatedV1[]) =>
  indexArticles.handle(received(...states), signal);
const statusOf = async ({ articleId }: ArticleUpdatedV1) =>
  (await readArticle(index, articleId)).status;

const block = (isBlocked: boolean) =>
  index.client.indices.putSettings({
    index: revisions.names.write,
    settings: { 'index.blocks.write': isBlocked },
  });

describe('takedowns and the index of revisions', () => {
  it('are out of sight also while nothing can be recorded; everything else waits, and is caught up with', async () => {
    const [gone, back] = [live(), live()];
    const fresh = live();
    await deliver(gone, back);
    await block(true);
    const batch = received(
      canceled(gone.articleId, 2),
      canceled(back.articleId, 2),
      live({ articleId: back.articleId, rev: 3 }),
      fresh,
    );
    await expect(indexArticles.handle(batch, once)).rejects.toThrow('recording revisions');
    expect(await Promise.all([gone, back, fresh].map(statusOf))).toEqual([
      'canceled',
      'canceled',
      'unknown',
    ]);
    await block(false);
    expect(await indexArticles.handle(batch, signal)).toEqual({ publish: [], rejected: [] });
    expect(await Promise.all([gone, back, fresh].map(statusOf))).toEqual([
      'canceled',
      'live',
      'live',
    ]);
    const reader = new ReadRevisions(index);
    await expect(reader.read(back.articleId, 1)).rejects.toThrow('withdrawn since');
    expect((await reader.list(back.articleId)).data.map(({ rev }) => rev)).toEqual([3, 2, 1]);
  });

  it('go on when the index of revisions is lost: it begins anew, without what was withdrawn before', async () => {
    const [gone, other] = [live({ body: 'Rahasia.' }), live()];
    await deliver(gone, other);
    await deliver(canceled(gone.articleId, 2));
    await index.client.indices.delete({ index: revisions.names.first });
    await deliver(canceled(other.articleId, 2), gone);
    expect(await statusOf(other)).toBe('canceled');
    const { data } = await new ReadRevisions(index).list(gone.articleId);
    expect(data.map(({ rev, readable }) => [rev, readable])).toEqual([
      [2, false],
      [1, false],
    ]);
    await index.client.indices.refresh({ index: revisions.names.read });
    const { hits } = await index.client.search({
      index: revisions.names.read,
      query: { bool: { filter: [{ term: { status: 'live' } }] } },
    });
    expect(hits.hits).toEqual([]);
  });
});
