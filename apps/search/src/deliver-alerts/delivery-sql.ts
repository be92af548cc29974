/** Only one process at a time makes deliveries of events, so that none is made twice or left out. */
export const LOCK = `select pg_try_advisory_xact_lock(hashtext('warta.search.deliveries')) as locked`;

export const EVENT_COLUMNS = `
  e.id::text as event_id, e.kind, e.at, e.article, e.matched, e.withdrawn_at, e.arrived_at,
  a.id as alert_id, a.duplicate_group, s.id as search_id, s.name as search_name`;
export const EVENTS = `alert_event e join alert a on a.id = e.alert_id join saved_search s on s.id = a.search_id`;

const PERIOD = `case s.notify->>'digest' when 'hourly' then 'hour' else 'day' end`;

/** The end of the hour or day before; of a search that has no digest any more, now. */
const BOUNDARY = `case s.notify->>'digest' when 'none' then now()
  else date_trunc(${PERIOD}, now() at time zone 'UTC') at time zone 'UTC' end`;

/** Searches with events that wait for a digest which is due. */
export const DUE_DIGESTS = `
  select s.id as search_id, s.notify, min(d.taken_at) as "from", ${BOUNDARY} as "to"
  from digest_event d join saved_search s on s.id = d.search_id
  where d.digest_id is null and d.taken_at <= ${BOUNDARY}
  group by s.id`;

export const CLOSE_DIGEST = `
  update digest_event set digest_id = $1 where search_id = $2 and digest_id is null and taken_at <= $3`;

export const ADD = `
  insert into delivery (id, webhook_id, kind, event_id, digest_id, digest_from, digest_to)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

const logged = (error: string) => `log || jsonb_build_array(jsonb_build_object('at', to_char(
  now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'ms', 0, 'error', '${error}'))`;

/** The oldest that wait for a receiver ($1) make room, so that at most so many ($2) wait. */
export const MAKE_ROOM = `
  update delivery set state = 'given-up', done_at = now(), log = ${logged('it made room for newer ones')}
  where id in (
    select id from delivery where webhook_id = $1 and state = 'waiting' and kind <> 'test'
    order by created_at desc, id offset $2)`;

/** What nobody took for so long ($1), some at a time ($2). */
export const GIVE_UP_OLD = `
  update delivery set state = 'given-up', done_at = now(), log = ${logged('its receiver took it at no time in three days')}
  where id in (
    select id from delivery
    where state = 'waiting' and tried_since < now() - $1 * interval '1 millisecond'
      and (claimed_until is null or claimed_until < now())
    limit $2 for update skip locked)`;

/** What was done so long ago ($1), some at a time ($2). */
export const FORGET_DONE = `
  delete from delivery where id in (
    select id from delivery where state <> 'waiting' and done_at < now() - $1::interval
    order by done_at limit $2)`;

/** What digests told so long ago ($1) that nothing is left of them, some at a time ($2). */
export const FORGET_DIGESTED = `
  delete from digest_event where event_id in (
    select event_id from digest_event e where digest_id is not null and taken_at < now() - $1::interval
      and not exists (select 1 from delivery d where d.digest_id = e.digest_id) limit $2)`;

/** Receivers that no search has named for so long ($1), and of which no log is left. */
export const FORGET_WEBHOOKS = `
  delete from webhook w using saved_search s where s.id = w.search_id and w.created_at < now() - $1::interval
    and not s.notify->'webhooks' @> jsonb_build_array(jsonb_build_object('url', w.url))
    and not exists (select 1 from delivery d where d.webhook_id = w.id)`;

const IS_DUE = `d.state = 'waiting' and d.next_at <= now() and (d.claimed_until is null or d.claimed_until < now())`;

/**
 * Of each receiver that may be sent to so many ($1) less those under way, tests first; in all so many
 * ($2), by turns; for so many seconds ($3). What waits for one receiver keeps none from another.
 */
export const CLAIM = `
  with chosen as (
    select due.id, due.place, due.next_at from webhook w, lateral (
      select d.id, d.next_at, row_number() over (order by (d.kind <> 'test'), d.next_at) as place
      from delivery d where d.webhook_id = w.id and ${IS_DUE}
      order by (d.kind <> 'test'), d.next_at
      limit greatest(0, $1 - (select count(*) from delivery busy where busy.webhook_id = w.id
        and busy.state = 'waiting' and busy.claimed_until > now()))
    ) due
    where w.not_before <= now()
    order by due.place, due.next_at limit $2
  ), locked as (
    select d.id from delivery d join chosen using (id) where ${IS_DUE} for update of d skip locked
  )
  update delivery d set claimed_until = now() + $3 * interval '1 second', attempts = d.attempts + 1
  from locked, webhook w, saved_search s
  where d.id = locked.id and w.id = d.webhook_id and s.id = w.search_id
  returning d.id, d.kind, d.attempts, d.created_at, d.claimed_until::text as claim,
    (extract(epoch from now() - d.tried_since) * 1000)::float8 as tried_for_ms, d.event_id::text, d.digest_id,
    d.digest_from, d.digest_to, w.id as webhook_id, w.failures as webhook_failures, w.url, w.secret,
    s.id as search_id, s.name as search_name,
    w.gone_at is not null as is_gone, (d.kind = 'test' or
      s.notify->'webhooks' @> jsonb_build_array(jsonb_build_object('url', w.url))) as is_wanted`;

/**
 * State ($2), milliseconds until the next try ($3), the entry of the log ($4), entries kept ($5). Only
 * the log when the claim of the try ($6) has ended: somebody asked for it again, or another tries it.
 */
export const RECORD = `
  update delivery set
    state = case when claimed_until::text = $6 then $2 else state end,
    claimed_until = case when claimed_until::text = $6 then null else claimed_until end,
    next_at = case when claimed_until::text = $6 then now() + $3 * interval '1 millisecond' else next_at end,
    done_at = case when claimed_until::text <> $6 or claimed_until is null then done_at
      when $2 <> 'waiting' then now() end,
    log = (select coalesce(jsonb_agg(entry order by place), '[]'::jsonb) from (
      select entry, place from jsonb_array_elements(log || $4::jsonb) with ordinality as t (entry, place)
      order by place desc limit $5) latest)
  where id = $1`;
