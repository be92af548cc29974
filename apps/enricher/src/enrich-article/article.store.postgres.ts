import type { Annotation, ArticleContent, ArticleUpdatedV1 } from '@warta/contracts';
import { inTransaction, retrying, unnest } from '@warta/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import { replaceAnnotations } from './annotation.store.postgres.ts';
import type { ArticleChange, StoredArticle } from './article-change.ts';
import type { Said } from './article-order.ts';
import { relateArticles } from '../relate-articles/relate-articles.store.postgres.ts';
import type { ArticleToReconsider } from '../relate-articles/relate-articles.store.postgres.ts';
import { lockArticles, readArticles } from './article-reading.store.postgres.ts';
import { readStates } from './article-state.store.postgres.ts';
import { writeRevisions } from './revision.store.postgres.ts';
import { eraseTexts, forgetAnnotations } from './takedown.store.postgres.ts';
import { updateArticles } from './article-writing.store.postgres.ts';
import { lockEntityRows } from '../correct-entities/entity-rows.store.postgres.ts';
import { CorrectionBooks } from '../correct-entities/correction-book.store.postgres.ts';
import { correctStates } from '../correct-entities/correct-states.store.postgres.ts';

/** One article to change, and what has to be written besides the decision. */
export interface ArticleToChange {
  readonly id: string;
  readonly feed: string;
  readonly arrived: readonly Said[];
  readonly contents: ReadonlyMap<string, ArticleContent>;
  readonly isToRelate: boolean;
}

/** What follows from a batch, to be published with every delivery of it. */
export interface ChangedArticles {
  /** Of each article of the batch, changed or not. */
  readonly states: readonly ArticleUpdatedV1[];
  /** Outside the batch: what they were found to repeat may be another article now, or none. */
  readonly reconsider: readonly ArticleToReconsider[];
  /** How many got a new rev only because people corrected an entity. */
  readonly corrected: number;
}

/** What to write for an article, decided while its row is locked. */
export interface Decision {
  readonly change: ArticleChange;
  /** Present exactly when the change names a content to annotate. */
  readonly annotation?: Annotation;
}

/** Articles with their revisions, entities, mentions and quotes, in the schema of the enricher. */
export class ArticleStore {
  readonly #dataSource: DataSource;
  readonly #corrections = new CorrectionBooks();

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Articles that exist, as they are now, unlocked: enough to know what to annotate. */
  async read(ids: readonly string[]): Promise<Map<string, StoredArticle>> {
    return retrying(() => readArticles(this.#dataSource.manager, ids));
  }

  /** A stored content, to be annotated. Undefined when it was erased meanwhile. */
  async readContent(id: string, contentHash: string): Promise<ArticleContent | undefined> {
    const rows: (ArticleContent & Record<string, unknown>)[] = await retrying(() =>
      this.#dataSource.query(
        `select title, body, language, byline, section, extras from revision
         where article_id = $1 and content_hash = $2`,
        [id, contentHash],
      ),
    );
    return rows[0] && withoutNulls(rows[0]);
  }

  /**
   * In one transaction: locks the articles in the order of their ids, makes the missing ones, asks
   * what to change, writes it, and returns the current state of each, changed or not, so that a
   * batch that is delivered again publishes again what its first delivery may not have published.
   *
   * Between writing and reading the states, which tell it, the articles are related to others. Last,
   * those that a correction of an entity concerns are published with it.
   *
   * @param hidesSome whether any article may be taken down or withheld: such a batch has the shared
   *   entity rows to itself while it looks for those that nobody else mentions.
   * @param decide may run several times; what it throws undoes everything and is passed on.
   */
  async change(
    articles: readonly ArticleToChange[],
    hidesSome: boolean,
    decide: (stored: ReadonlyMap<string, StoredArticle>) => readonly Decision[],
  ): Promise<ChangedArticles> {
    const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ids = sorted.map(({ id }) => id);
    return inTransaction(this.#dataSource, async (manager) => {
      await lockEntityRows(manager, hidesSome ? 'alone' : 'with others');
      const corrections = await this.#corrections.read(manager);
      const correctedThrough = corrections.book.through;
      await makeMissing(manager, sorted);
      const stored = await lockArticles(manager, ids);
      const decisions = decide(stored);
      await write(manager, sorted, decisions, { hidesSome, correctedThrough });
      const raised = decisions.filter(({ change: { id, rev } }) => rev !== stored.get(id)?.rev);
      const reconsider = await relateArticles(manager, {
        ids: sorted.filter(({ isToRelate }) => isToRelate).map(({ id }) => id),
        correctedThrough,
        raised: new Set(raised.map(({ change }) => change.id)),
        restarted: new Set(
          decisions.filter(({ change }) => change.isRestarted).map(({ change }) => change.id),
        ),
      });
      const states = await readStates(manager, ids);
      return { ...(await correctStates(manager, states, corrections)), reconsider };
    });
  }
}

/** Rows to lock. Sorted: two batches that make the same articles wait for each other in order. */
async function makeMissing(
  manager: EntityManager,
  articles: readonly ArticleToChange[],
): Promise<void> {
  const { sql, parameters } = unnest(articles, {
    id: ['uuid', (article) => article.id],
    feed: ['text', (article) => article.feed],
  });
  await manager.query(
    `insert into article (id, feed, status, rev, revision_count)
     select id, feed, 'live', 0, 0 from ${sql} order by id on conflict do nothing`,
    parameters,
  );
}

async function write(
  manager: EntityManager,
  articles: readonly ArticleToChange[],
  decisions: readonly Decision[],
  { hidesSome, correctedThrough }: { hidesSome: boolean; correctedThrough: number },
): Promise<void> {
  const changes = decisions.map(({ change }) => change);
  const contents = new Map(articles.map((article) => [article.id, article.contents]));
  await forgetAnnotations(
    manager,
    changes.filter(({ isHidden }) => isHidden).map(({ id }) => id),
    { entitiesToo: hidesSome },
  );
  await eraseTexts(
    manager,
    changes.flatMap(({ id: articleId, erased }) =>
      erased.map((contentHash) => ({ articleId, contentHash })),
    ),
  );
  await writeRevisions(manager, changes, contents);
  await updateArticles(manager, changes, correctedThrough);
  await replaceAnnotations(
    manager,
    decisions.flatMap(({ change: { id }, annotation }) =>
      annotation === undefined ? [] : [{ articleId: id, annotation }],
    ),
  );
}

/** Absent is not null in our contracts. */
function withoutNulls<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;
}
