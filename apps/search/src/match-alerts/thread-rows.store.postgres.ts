import { safeInteger } from '@warta/postgres';
import type { EntityManager } from 'typeorm';
import { ASKED, FULL_SINCE } from '../saved-searches/saved-search-sql.ts';
import { threadKey } from './thread-events.ts';
import type { KnownThreads, Match, NewEvent, ThreadWrites } from './thread-events.ts';

/** @returns the last id given out. */
export async function lockCounter(manager: EntityManager): Promise<number> {
  const [row]: { last_id: string }[] = await manager.query(
    'select last_id from alert_counter for update',
  );
  return safeInteger(row?.last_id ?? '0');
}

/**
 * Searches may have been given another query, paused or deleted while they were tried. Those that
 * remain stay until commit. Another name or receiver changes nothing.
 * @returns what is told, and what is not today, since its search has told enough.
 */
export async function currentOnly(
  manager: EntityManager,
  matches: readonly Match[],
): Promise<{ current: Match[]; tooMany: Match[] }> {
  const ids = [...new Set(matches.map(({ searchId }) => searchId))];
  const rows: { id: string; asked: string; is_full: boolean }[] = await manager.query(
    `select s.id, ${ASKED} as asked, ${FULL_SINCE} is not null as is_full from saved_search s
     where s.id = any($1::uuid[]) and not s.paused order by s.id for key share`,
    [ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const asked = matches.filter((match) => known.get(match.searchId)?.asked === match.asked);
  return {
    current: asked.filter(({ searchId }) => known.get(searchId)?.is_full === false),
    tooMany: asked.filter(({ searchId }) => known.get(searchId)?.is_full === true),
  };
}

/** Articles may have been hidden while they were matched, even by another process. */
export async function stillShown(
  manager: EntityManager,
  matches: readonly Match[],
): Promise<Match[]> {
  const rows: { article_id: string; rev: string }[] = await manager.query(
    'select article_id, rev from hidden_article where article_id = any($1::uuid[])',
    [[...new Set(matches.map(({ article }) => article.id))]],
  );
  const hiddenAt = new Map(rows.map((row) => [row.article_id, safeInteger(row.rev)]));
  return matches.filter(({ article }) => article.rev >= (hiddenAt.get(article.id) ?? 0));
}

/** The threads that these matches may belong to. */
export async function knownThreads(
  manager: EntityManager,
  matches: readonly Match[],
): Promise<KnownThreads> {
  const groups: { search_id: string; duplicate_group: string; alert_id: string }[] =
    await manager.query(
      // Who leads a group may be known as a member of a thread before the thread goes by that group:
      // states of different articles come in any order. Rows of the group itself come last and count.
      `with given as (
         select distinct * from unnest($1::uuid[], $2::uuid[]) as given(search_id, duplicate_group)
       )
       select 0 as place, a.search_id, e.article_id as duplicate_group, e.alert_id from given
       join alert a using (search_id)
       join alert_event e on e.alert_id = a.id and e.article_id = given.duplicate_group
       union all
       select 1, g.search_id, g.duplicate_group, g.alert_id from alert_group g
       join given using (search_id, duplicate_group)
       order by place`,
      [matches.map(({ searchId }) => searchId), matches.map(({ group }) => group)],
    );
  const events: EventRow[] = await manager.query(
    `select e.alert_id, a.search_id, e.article_id, e.kind, e.rev, e.article->>'revision' as revision
     from alert_event e join alert a on a.id = e.alert_id
     where e.article_id = any($1::uuid[]) and a.search_id = any($2::uuid[]) order by e.id`,
    [
      [...new Set(matches.map(({ article }) => article.id))],
      [...new Set(matches.map(({ searchId }) => searchId))],
    ],
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

/** Threads, the groups they go by, and their events, which get the ids after the last one. */
export async function writeThreads(
  manager: EntityManager,
  writes: ThreadWrites,
  lastId: number,
): Promise<void> {
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
    ...(match.isLate && { arrived_at: new Date(match.arrivedAtMs).toISOString() }),
  }));
  await insertEvents(manager, events, lastId);
}

/** Events that are there already stay as they are. */
export async function insertEvents(
  manager: EntityManager,
  events: readonly Record<string, unknown>[],
  lastId: number,
): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `with made as (
       insert into alert_event
         (id, alert_id, kind, article_id, rev, state_key, article, matched, withdrawn_at, arrived_at)
       select id, alert_id, kind, article_id, rev, state_key, article, matched, withdrawn_at, arrived_at
       from jsonb_to_recordset($1) as given(id bigint, alert_id uuid, kind text, article_id uuid,
         rev bigint, state_key text, article jsonb, matched jsonb, withdrawn_at timestamptz,
         arrived_at timestamptz)
       on conflict (alert_id, article_id, state_key) do nothing
       returning id, alert_id
     ), latest as (select alert_id, max(id) as id from made group by alert_id)
     update alert a set last_event_id = latest.id, changed_at = now()
     from latest where a.id = latest.alert_id`,
    [JSON.stringify(events)],
  );
  await manager.query('update alert_counter set last_id = $1', [lastId + events.length]);
}
