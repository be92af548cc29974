import type { EntityManager } from 'typeorm';
import type { NewEvent } from './thread-events.ts';
import { TODAY } from '../saved-searches/saved-search-sql.ts';

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
