import type { EntityManager } from 'typeorm';
import type { NewEvent } from './thread-events.ts';

/**
 * Events of one search and day: an alert every 43 s, day and night, which nobody reads. Without a
 * bound one search for everything would copy the whole index into alerts, and so could each of 250.
 * It is looked at before each write, so that a few more may be told.
 */
export const EVENTS_PER_DAY_MAX = 2_000;

export const TODAY = `(now() at time zone 'UTC')::date`;

/** Of `saved_search s`: what it asks for, by when it began; to the microsecond, as a Date is not. */
export const ASKED = `extract(epoch from s.matches_from)::text`;

/** Of `saved_search s`: when it had told enough for today, if it has. Changed, it begins anew. */
export const FULL_SINCE = `(select d.changed_at from alert_day d
  where d.search_id = s.id and d.matches_from = s.matches_from and d.day = ${TODAY}
    and d.events >= ${EVENTS_PER_DAY_MAX})`;

/** Counts what was told, in the transaction that tells it. */
export async function countEvents(
  manager: EntityManager,
  events: readonly NewEvent[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { match } of events) {
    counts.set(match.searchId, (counts.get(match.searchId) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  await manager.query(
    `insert into alert_day as d (search_id, matches_from, day, events)
     select s.id, s.matches_from, ${TODAY}, given.events
     from unnest($1::uuid[], $2::integer[]) as given(search_id, events)
     join saved_search s on s.id = given.search_id
     on conflict (search_id) do update set matches_from = excluded.matches_from, day = excluded.day,
       changed_at = now(), events = excluded.events + case
         when d.matches_from = excluded.matches_from and d.day = excluded.day then d.events else 0 end`,
    [[...counts.keys()], [...counts.values()]],
  );
}
