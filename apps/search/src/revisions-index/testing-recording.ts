import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { Rejected } from '@warta/messaging';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { IndexArticles } from '../index-articles/index-articles.ts';
import { indexing, newIndex, received, signal } from '../testing.ts';
import { RevisionWriter } from './revision-writer.ts';
import { ensureRevisionsIndex, RevisionsIndex } from './revisions-index.ts';

/** Indices of a test's own in which every state is recorded, as the service does. */
export interface Recording {
  readonly index: ArticleIndex;
  /** Indexes a batch. @returns what was refused for good. */
  readonly deliver: (...states: ArticleUpdatedV1[]) => Promise<readonly Rejected[]>;
  /** Lets searches see what was delivered. */
  readonly refresh: () => Promise<void>;
}

/** Dropped by `dropIndex`. */
export async function newRecording(): Promise<Recording> {
  const index = await newIndex();
  const revisions = new RevisionsIndex(index);
  await ensureRevisionsIndex(revisions);
  const { metrics } = indexing(index);
  const articles = new IndexArticles(index, { metrics, revisions: new RevisionWriter(revisions) });
  return {
    index,
    deliver: async (...states) => (await articles.handle(received(...states), signal)).rejected,
    refresh: async () => {
      const names = [index.names.write, revisions.names.write];
      await index.client.indices.refresh({ index: names });
    },
  };
}
