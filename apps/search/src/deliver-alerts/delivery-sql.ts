/** Only one process at a time makes deliveries of events, so that none is made twice or left out. */
export const LOCK = `select pg_try_advisory_xact_lock(hashtext('warta.search.deliveries')) as locked`;

export const EVENT_COLUMNS = `
  e.id::text as event_id, e.kind, e.at, e.article, e.matched, e.withdrawn_at,
  a.id as alert_id, a.duplicate_group, s.id as search_id, s.name as search_name`;
export const EVENTS = `alert_event e join alert a on a.id = e.alert_id join saved_search s on s.id = a.search_id`;

const PERIOD = `case s.notify->>'digest' when 'hourly' then 'hour' else 'day' end`;
const BOUNDARY = `date_trunc(${PERIOD}, now() at time zone 'UTC') at time zone 'UTC'`;

/** A digest begins with what comes after it was asked for. */
export const START_DIGESTS = `
  insert into digest_cursor (search_id, last_event_id, through)
  select s.id, (select last_id from alert_counter), now() from saved_search s
  where s.notify->>'digest' in ('hourly', 'daily')
  on conflict (search_id) do nothing`;

/** By event ids, not by their times: what becomes visible late is in the next one, not in none. */
export const DUE_DIGESTS = `
  select s.id as search_id, s.notify, c.last_event_id::text as after, c.through as "from", ${BOUNDARY} as "to",
    coalesce((select max(e.id) from alert_event e join alert a on a.id = e.alert_id
      where a.search_id = s.id and e.id > c.last_event_id and e.at < ${BOUNDARY}), c.last_event_id)::text as until
  from digest_cursor c join saved_search s on s.id = c.search_id
  where s.notify->>'digest' in ('hourly', 'daily') and c.through < ${BOUNDARY}`;

/** Given up at once when too many wait for the receiver ($9). */
export const ADD = `
  insert into delivery (id, webhook_id, kind, event_id, digest_after, digest_until, digest_from, digest_to,
    state, done_at, log)
  select $1, $2, $3, $4, $5, $6, $7, $8,
    case when full_up then 'given-up' else 'waiting' end,
    case when full_up then now() end,
    case when full_up then jsonb_build_array(jsonb_build_object('at', to_char(now() at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'ms', 0, 'error', 'too many deliveries wait for this receiver')) else '[]'::jsonb end
  from (select count(*) >= $9::integer as full_up from delivery where webhook_id = $2 and state = 'waiting') waiting
  on conflict do nothing`;

/** Candidates ($1), of each receiver so many ($2), in all so many ($3), for so many seconds ($4). */
export const CLAIM = `
  with candidate as (
    select d.id, d.webhook_id, d.next_at from delivery d join webhook w on w.id = d.webhook_id
    where d.state = 'waiting' and d.next_at <= now() and (d.claimed_until is null or d.claimed_until < now())
      and w.not_before <= now()
    order by d.next_at limit $1
  ), chosen as (
    select id from (
      select id, next_at, row_number() over (partition by webhook_id order by next_at) as place from candidate
    ) ranked where place <= $2 order by next_at limit $3
  ), locked as (
    select d.id from delivery d join chosen using (id)
    where d.state = 'waiting' and (d.claimed_until is null or d.claimed_until < now())
    for update of d skip locked
  )
  update delivery d set claimed_until = now() + $4 * interval '1 second', attempts = d.attempts + 1
  from locked, webhook w, saved_search s
  where d.id = locked.id and w.id = d.webhook_id and s.id = w.search_id
  returning d.id, d.kind, d.attempts, d.created_at, d.event_id::text, d.digest_after::text, d.digest_until::text,
    d.digest_from, d.digest_to, w.id as webhook_id, w.failures as webhook_failures, w.url, w.secret, s.id as search_id, s.name as search_name,
    (w.gone_at is null and (d.kind = 'test' or
      s.notify->'webhooks' @> jsonb_build_array(jsonb_build_object('url', w.url)))) as is_wanted`;

/** State ($2), milliseconds until the next try ($3), the entry of the log ($4), entries kept ($5). */
export const RECORD = `
  update delivery set state = $2, claimed_until = null,
    next_at = now() + $3 * interval '1 millisecond',
    done_at = case when $2 = 'waiting' then null else now() end,
    log = (select coalesce(jsonb_agg(entry order by place), '[]'::jsonb) from (
      select entry, place from jsonb_array_elements(log || $4::jsonb) with ordinality as t (entry, place)
      order by place desc limit $5) latest)
  where id = $1`;
