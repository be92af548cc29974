import { safeInteger } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { StoredArticle } from './article-change.ts';
import type { History, Push, Restore, Takedown, Withhold } from './article-order.ts';
import type { ArticleRow } from './article.entity.ts';
import type { RevisionRow } from './revision.entity.ts';

const READ_ARTICLES = `
  select id, feed, source_id, url, rev, current_hash, takedown_at, takedown_partition,
    takedown_offset, takedown_by, takedown_reason, withheld, restored, considered_at
  from article where id = any($1)`;

const READ_REVISIONS = `
  select article_id, content_hash, version, updated_at, published_at, embargo_until, source_id, url,
    submitted_by, arrival_at, arrival_partition, arrival_offset, first_arrival_at
  from revision where article_id = any($1)`;

/** Articles with their stamps, without any text. */
export async function readArticles(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, StoredArticle>> {
  return withRevisions(manager, ids, await manager.query(READ_ARTICLES, [ids]));
}

/** The same, and nobody else changes them until the transaction ends. Locked in order of their ids. */
export async function lockArticles(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, StoredArticle>> {
  const locked = await manager.query(`${READ_ARTICLES} order by id for update`, [ids]);
  return withRevisions(manager, ids, locked);
}

async function withRevisions(
  manager: EntityManager,
  ids: readonly string[],
  articles: readonly ArticleRow[],
): Promise<Map<string, StoredArticle>> {
  const revisions: RevisionRow[] = await manager.query(READ_REVISIONS, [ids]);
  const revisionsOf = new Map(articles.map(({ id }) => [id, new Map<string, Push>()]));
  for (const row of revisions) revisionsOf.get(row.article_id)?.set(row.content_hash, toPush(row));
  return new Map(
    articles.map((row) => [
      row.id,
      {
        id: row.id,
        feed: row.feed,
        rev: safeInteger(row.rev),
        history: toHistory(row, revisionsOf.get(row.id) ?? new Map()),
        ...(row.current_hash === null ? {} : { annotatedHash: row.current_hash }),
      },
    ]),
  );
}

function toHistory(row: ArticleRow, revisions: ReadonlyMap<string, Push>): History {
  const takedown = toTakedown(row);
  return {
    revisions,
    // The version before this one takes down without clearing what it does not know.
    ...(row.withheld &&
      !takedown && { withhold: { kind: 'withhold', ...row.withheld } satisfies Withhold }),
    ...(takedown && { takedown }),
    ...(row.restored && { restore: { kind: 'restore', ...row.restored } satisfies Restore }),
    ...(row.considered_at && { consideredAtMs: row.considered_at.getTime() }),
  };
}

function toPush(row: RevisionRow): Push {
  return {
    kind: 'push',
    contentHash: row.content_hash,
    ...(row.version === null ? {} : { version: safeInteger(row.version) }),
    ...(row.updated_at === null ? {} : { updatedAt: row.updated_at }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    ...(row.embargo_until === null ? {} : { embargoUntil: row.embargo_until }),
    ...(row.source_id === null ? {} : { sourceId: row.source_id }),
    ...(row.url === null ? {} : { url: row.url }),
    submittedBy: row.submitted_by,
    arrival: {
      atMs: row.arrival_at.getTime(),
      partition: row.arrival_partition,
      offset: row.arrival_offset,
    },
    ...(row.first_arrival_at && { firstAtMs: row.first_arrival_at.getTime() }),
  };
}

function toTakedown(row: ArticleRow): Takedown | undefined {
  const { takedown_at: at, takedown_partition: partition, takedown_offset: offset } = row;
  if (at === null || partition === null || offset === null) return undefined;
  return {
    kind: 'takedown',
    ...(row.source_id === null ? {} : { sourceId: row.source_id }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.takedown_reason === null ? {} : { reason: row.takedown_reason }),
    submittedBy: row.takedown_by ?? '',
    arrival: { atMs: at.getTime(), partition, offset },
  };
}
