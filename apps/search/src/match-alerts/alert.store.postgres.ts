import { randomUUID } from 'node:crypto';
import { inTransaction, retrying, safeInteger } from '@warta/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import type { HiddenState, LiveState } from './batch-states.ts';
import { threadEvents, threadKey } from './thread-events.ts';
import type { KnownThreads, Match, NewEvent, ThreadWrites } from './thread-events.ts';

/** A failure's reason is shown to people, and is not the whole answer of a server. */
const REASON_LENGTH_MAX = 500;

/**
 * The threads of alerts. Everything that makes events takes the lock of the counter first and holds
 * it until commit, so that ids become visible in their order: who has seen one has seen all before.
 */
export class AlertStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Writes what matches tell that was not told yet; again, it writes nothing. */
  async record(matches: readonly Match[]): Promise<readonly NewEvent[]> {
    if (matches.length === 0) return [];
    return inTransaction(this.#dataSource, async (manager) => {
      const lastId = await lockCounter(manager);
      const current = await currentOnly(manager, matches);
      const known = await knownThreads(manager, current);
      const writes = threadEvents(current, known, randomUUID);
      await write(manager, writes, lastId);
      return writes.events;
    });
  }

  /** Erases what was told of articles that may not be shown, and tells each thread. */
  async withdraw(hidden: readonly HiddenState[]): Promise<number> {
    if (hidden.length === 0) return 0;
    const parameters = [hidden.map(({ articleId }) => articleId), hidden.map(({ rev }) => rev)];
    const shown: unknown[] = await retrying(() =>
      this.#dataSource.query(`${SHOWN} limit 1`, parameters),
    );
    if (shown.length === 0) return 0;
    return inTransaction(this.#dataSource, async (manager) => {
      const lastId = await lockCounter(manager);
      const threads: { alert_id: string; article_id: string; rev: string; feed: string }[] =
        await manager.query(SHOWN, parameters);
      await manager.query(ERASE, parameters);
      const events = threads.map((thread, at) => ({
        id: lastId + at + 1,
        alert_id: thread.alert_id,
        kind: 'withdrawn',
        article_id: thread.article_id,
        rev: safeInteger(thread.rev),
        state_key: `w${thread.rev}`,
        article: { id: thread.article_id, feed: thread.feed, rev: safeInteger(thread.rev) },
        withdrawn_at: new Date().toISOString(),
      }));
      await insertEvents(manager, events, lastId);
      return events.length;
    });
  }

  /** Threads go on under the groups that their articles are in now. */
  async followGroups(live: readonly LiveState[]): Promise<void> {
    if (live.length === 0) return;
    const parameters = [live.map(({ articleId }) => articleId), live.map(({ group }) => group)];
    await retrying(() => this.#dataSource.query(FOLLOW, parameters));
  }

  /** Counts batches that a search could not be tried on; shown on it until it can be. */
  async noteFailures(
    failed: ReadonlyMap<string, string>,
    mended: readonly string[],
  ): Promise<void> {
    if (failed.size > 0) {
      const reasons = [...failed.values()].map((reason) => reason.slice(0, REASON_LENGTH_MAX));
      await retrying(() => this.#dataSource.query(FAILED, [[...failed.keys()], reasons]));
    }
    if (mended.length > 0) {
      await retrying(() => this.#dataSource.query(MENDED, [mended]));
    }
  }
}

const SHOWN = `
  select e.alert_id, e.article_id, max(given.rev) as rev, min(e.article->>'feed') as feed
  from alert_event e
  join unnest($1::uuid[], $2::bigint[]) as given(article_id, rev) on given.article_id = e.article_id
  where e.withdrawn_at is null and e.rev < given.rev
  group by e.alert_id, e.article_id`;

const ERASE = `
  update alert_event e set matched = null, withdrawn_at = now(),
    article = jsonb_build_object('id', e.article->'id', 'feed', e.article->'feed',
      'rev', e.article->'rev', 'revision', e.article->'revision')
  from unnest($1::uuid[], $2::bigint[]) as given(article_id, rev)
  where e.article_id = given.article_id and e.withdrawn_at is null and e.rev < given.rev`;

const FOLLOW = `
  with moved as (
    select distinct on (a.search_id, given.duplicate_group)
      a.search_id, given.duplicate_group, a.id as alert_id
    from unnest($1::uuid[], $2::uuid[]) as given(article_id, duplicate_group)
    join alert_event e on e.article_id = given.article_id
    join alert a on a.id = e.alert_id and a.duplicate_group <> given.duplicate_group
    order by a.search_id, given.duplicate_group, a.started_at
  ), known as (
    insert into alert_group (search_id, duplicate_group, alert_id)
    select search_id, duplicate_group, alert_id from moved
    on conflict do nothing
    returning alert_id, duplicate_group
  )
  update alert a set duplicate_group = known.duplicate_group
  from known where a.id = known.alert_id`;

const FAILED = `
  update saved_search s set failures = s.failures + 1, failure_reason = given.reason,
    failing_since = coalesce(s.failing_since, now())
  from unnest($1::uuid[], $2::text[]) as given(id, reason) where s.id = given.id`;

const MENDED = `
  update saved_search set failures = 0, failure_reason = null, failing_since = null
  where id = any($1::uuid[])`;

/** @returns the last id given out. */
async function lockCounter(manager: EntityManager): Promise<number> {
  const [row]: { last_id: string }[] = await manager.query(
    'select last_id from alert_counter for update',
  );
  return safeInteger(row?.last_id ?? '0');
}

/** Searches may have been changed, paused or deleted while they were tried; they stay until commit. */
async function currentOnly(manager: EntityManager, matches: readonly Match[]): Promise<Match[]> {
  const ids = [...new Set(matches.map(({ searchId }) => searchId))];
  const rows: { id: string; version: number }[] = await manager.query(
    `select id, version from saved_search where id = any($1::uuid[]) and not paused
     order by id for key share`,
    [ids],
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return matches.filter(({ searchId, version }) => versions.get(searchId) === version);
}

async function knownThreads(
  manager: EntityManager,
  matches: readonly Match[],
): Promise<KnownThreads> {
  const groups: { search_id: string; duplicate_group: string; alert_id: string }[] =
    await manager.query(
      `select g.search_id, g.duplicate_group, g.alert_id from alert_group g
       join (select distinct * from unnest($1::uuid[], $2::uuid[])) as given(search_id, duplicate_group)
         using (search_id, duplicate_group)`,
      [matches.map(({ searchId }) => searchId), matches.map(({ group }) => group)],
    );
  const events: EventRow[] = await manager.query(
    `select e.alert_id, a.search_id, e.article_id, e.kind, e.rev, e.article->>'revision' as revision
     from alert_event e join alert a on a.id = e.alert_id
     where e.article_id = any($1::uuid[]) order by e.id`,
    [[...new Set(matches.map(({ article }) => article.id))]],
  );
  return {
    byGroup: new Map(
      groups.map((row) => [threadKey(row.search_id, row.duplicate_group), row.alert_id]),
    ),
    events: events.map((row) => ({
      alertId: row.alert_id,
      searchId: row.search_id,
      articleId: row.article_id,
      kind: row.kind,
      rev: safeInteger(row.rev),
      revision: row.revision === null ? undefined : Number(row.revision),
    })),
  };
}

interface EventRow {
  alert_id: string;
  search_id: string;
  article_id: string;
  kind: NewEvent['kind'];
  rev: string;
  revision: string | null;
}

async function write(manager: EntityManager, writes: ThreadWrites, lastId: number): Promise<void> {
  const alerts = writes.alerts.map(({ alertId, searchId, group }) => ({
    id: alertId,
    search_id: searchId,
    duplicate_group: group,
    last_event_id: 0,
  }));
  await manager.query(
    `insert into alert (id, search_id, duplicate_group, last_event_id)
     select id, search_id, duplicate_group, last_event_id
     from jsonb_to_recordset($1) as given(id uuid, search_id uuid, duplicate_group uuid, last_event_id bigint)`,
    [JSON.stringify(alerts)],
  );
  await manager.query(
    `insert into alert_group (search_id, duplicate_group, alert_id)
     select "searchId", "group", "alertId"
     from jsonb_to_recordset($1) as given("searchId" uuid, "group" uuid, "alertId" uuid)
     on conflict do nothing`,
    [JSON.stringify(writes.groups)],
  );
  const events = writes.events.map(({ alertId, kind, stateKey, match }, at) => ({
    id: lastId + at + 1,
    alert_id: alertId,
    kind,
    article_id: match.article.id,
    rev: match.article.rev,
    state_key: stateKey,
    article: match.article,
    matched: match.matched,
  }));
  await insertEvents(manager, events, lastId);
}

async function insertEvents(
  manager: EntityManager,
  events: readonly Record<string, unknown>[],
  lastId: number,
): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `with made as (
       insert into alert_event
         (id, alert_id, kind, article_id, rev, state_key, article, matched, withdrawn_at)
       select id, alert_id, kind, article_id, rev, state_key, article, matched, withdrawn_at
       from jsonb_to_recordset($1) as given(id bigint, alert_id uuid, kind text, article_id uuid,
         rev bigint, state_key text, article jsonb, matched jsonb, withdrawn_at timestamptz)
       on conflict (alert_id, article_id, state_key) do nothing
       returning id, alert_id
     ), latest as (select alert_id, max(id) as id from made group by alert_id)
     update alert a set last_event_id = latest.id, changed_at = now()
     from latest where a.id = latest.alert_id`,
    [JSON.stringify(events)],
  );
  await manager.query('update alert_counter set last_id = $1', [lastId + events.length]);
}
