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

/** A search's ($1) spans of one state ($2) get another ($3), from their beginning. */
export const TURN = `
  update missed_span set state = $3, version = version + 1, cursor_at = null, cursor_article = null,
    tries = 0, next_at = now()
  where search_id = $1 and state = $2`;

/**
 * Articles that were passed over and that a search ($1) may not have been tried on become held spans of
 * it: what counts for it since $2, of its feeds $3, of any when null. Each minute is a span, and so is each
 * moment before $2, of embargoes; but for what is held already.
 */
export const HOLD_PASSED_OVER = `
  insert into missed_span (search_id, reason, state, from_at, to_at, pushes, counts_from)
  select $1::uuid, 'failing', 'held', min(u.arrived_at), max(u.arrived_at), count(*),
    least($2::timestamptz, min(u.arrived_at) - interval '1 millisecond')
  from unmatched_article u
  where (u.news_at > $2::timestamptz or $1::uuid = any(u.missed_by))
    and ($3::text[] is null or u.feed = any($3::text[]))
  group by case when u.arrived_at > $2::timestamptz then date_trunc('minute', u.arrived_at)
    else u.arrived_at end
  having not exists (select 1 from missed_span m where m.search_id = $1::uuid and m.state = 'held'
    and m.from_at <= min(u.arrived_at) and m.to_at >= max(u.arrived_at))`;
