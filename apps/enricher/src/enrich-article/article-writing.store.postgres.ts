import { unnest } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import type { ArticleChange } from './article-change.ts';
import type { Push, Restore, Takedown, Withhold } from './article-order.ts';
import type { Published } from './article-standing.ts';
import type { HeldRevision } from './article.entity.ts';

/** `changed_at` tells when the rev was written: what is no new rev leaves it. */
const UPDATE_ARTICLES = (given: string, through: string) => `
  update article set status = given.status, rev = given.rev, source_id = given.source_id,
    url = given.url, revision_count = given.revision_count, current_hash = given.current_hash,
    takedown_at = given.takedown_at, takedown_partition = given.takedown_partition,
    takedown_offset = given.takedown_offset, takedown_by = given.takedown_by,
    takedown_reason = given.takedown_reason, withheld = given.withheld, restored = given.restored,
    held = given.held, considered_at = given.considered_at, due_at = given.due_at,
    changed_at = case when given.rev > article.rev then now() else article.changed_at end,
    corrected_through = case when given.rev > article.rev then ${through}::bigint
      else article.corrected_through end
  from ${given} where article.id = given.id`;

/**
 * Writes what is known of each article and where it stands.
 * @param correctedThrough the last pass of corrections that a new rev takes into account.
 */
export async function updateArticles(
  manager: EntityManager,
  changes: readonly ArticleChange[],
  correctedThrough: number,
): Promise<void> {
  if (changes.length === 0) return;
  const takedown = ({ history }: ArticleChange) => history.takedown;
  const { sql, parameters } = unnest(changes, {
    id: ['uuid', (change) => change.id],
    status: ['text', ({ published }) => published?.status ?? 'live'],
    rev: ['bigint', (change) => change.rev],
    source_id: ['text', ({ published }) => saidBy(published)?.sourceId],
    url: ['text', ({ published }) => saidBy(published)?.url],
    revision_count: ['integer', ({ history }) => history.revisions.size],
    current_hash: [
      'text',
      ({ published }) => (published?.status === 'live' ? published.current.contentHash : null),
    ],
    takedown_at: ['timestamptz', (change) => instantOf(takedown(change)?.arrival.atMs)],
    takedown_partition: ['integer', (change) => takedown(change)?.arrival.partition],
    takedown_offset: ['bigint', (change) => takedown(change)?.arrival.offset],
    takedown_by: ['text', (change) => takedown(change)?.submittedBy],
    takedown_reason: ['text', (change) => takedown(change)?.reason],
    withheld: ['json', ({ history }) => jsonOf(history.withhold)],
    restored: ['json', ({ history }) => jsonOf(history.restore)],
    held: ['json', ({ published }) => heldOf(published)],
    considered_at: ['timestamptz', ({ history }) => instantOf(history.consideredAtMs)],
    due_at: ['timestamptz', ({ dueAtMs }) => instantOf(dueAtMs)],
  });
  const through = `$${parameters.length + 1}`;
  await manager.query(UPDATE_ARTICLES(sql, through), [...parameters, correctedThrough]);
}

/** Whose source id and URL the article is known by. */
function saidBy(
  published: Published | undefined,
): Push | Withhold | Restore | Takedown | undefined {
  switch (published?.status) {
    case 'live':
      return published.current;
    case 'held':
      return published.waiting;
    case 'withheld':
      return published.by;
    case 'canceled':
      return published.takedown;
    case undefined:
      return undefined;
  }
}

function heldOf(published: Published | undefined): string | undefined {
  if (published?.status !== 'held') return undefined;
  const { embargoUntil = '', version, updatedAt, arrival } = published.waiting;
  // What is undefined is left out.
  return JSON.stringify({ embargoUntil, version, updatedAt, arrival } as HeldRevision);
}

function jsonOf(said: Withhold | Restore | undefined): string | undefined {
  if (said === undefined) return undefined;
  const { kind: _, ...facts } = said;
  return JSON.stringify(facts);
}

/** Postgres has no later year. An embargo until then does not end. */
const LATEST_MS = Date.UTC(9_999, 11, 31);

function instantOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(Math.min(ms, LATEST_MS)).toISOString();
}
