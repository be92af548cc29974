import { createDataSource } from '@warta/postgres';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { SavedSearchStore } from '../saved-searches/saved-search.store.postgres.ts';
import { dropIndex, newIndex } from '../testing.ts';
import { migratedSchema } from '../testing-service.ts';

/** Who saves the searches of a test. */
export const by = { keyId: 'k' };

/** A search as a desk saves it. */
export const wanted = (q: string) => ({
  name: q,
  q,
  filters: {},
  notify: { webhooks: [], digest: 'none' as const },
  paused: false,
});

/** An index and tables of a test's own in which saved searches are matched. */
export interface AlertBed {
  readonly index: ArticleIndex;
  readonly dataSource: ReturnType<typeof createDataSource>;
  readonly searches: SavedSearchStore;
  /** Takes away what is saved and what was passed over. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function newAlertBed(): Promise<AlertBed> {
  const index = await newIndex();
  const schema = await migratedSchema();
  const dataSource = createDataSource(schema.settings, {});
  await dataSource.initialize();
  return {
    index,
    dataSource,
    searches: new SavedSearchStore(dataSource),
    clear: async () => {
      for (const table of ['saved_search', 'unmatched_article']) {
        await dataSource.query(`delete from ${table}`);
      }
    },
    close: async () => {
      await dataSource.destroy();
      await schema.drop();
      await dropIndex(index);
    },
  };
}

export async function saved(searches: SavedSearchStore, q: string) {
  const search = await searches.create('desk', wanted(q), by);
  if (search === undefined) throw new Error('not saved');
  return search;
}
