import { CATCH_UP_DAYS_MAX } from '@warta/contracts';
import type { MissedPushes } from '@warta/contracts';
import { inTransaction, retrying } from '@warta/postgres';
import type { DataSource, EntityManager } from 'typeorm';
import { ASKED, EVENTS_PER_DAY_MAX, TODAY } from '../saved-searches/saved-search-sql.ts';
import { SPAN_GAP_MS, SPAN_MS_MAX } from './arrival-spans.ts';
import type { ArrivalSpan } from './arrival-spans.ts';

/** Of one search as it was, and reason; with more, what lies between two is matched again, too. */
export const SPANS_PER_SEARCH_MAX = 2 * CATCH_UP_DAYS_MAX;

/** Of embargoes from before a search was as it is: seldom, and what lies between them is not its own. */
export const MOMENTS_PER_SEARCH_MAX = 1_000;

/** Of a day's events late ones take no more, so that there is room for what arrives. */
export const LATE_EVENTS_PER_DAY_MAX = EVENTS_PER_DAY_MAX / 2;

/** A process that ended in the middle of a step holds its span up for no longer. */
const CLAIM_SECONDS = 60;

/** Behind each failed try, doubled each time: a search that is still broken costs little. */
const RETRY_FIRST_SECONDS = 60;
const RETRY_LAST_SECONDS = 3_600;

/** What was missed by searches, by their ids, of those that still ask for the same. */
export interface MissedBy {
  readonly searchId: string;
  readonly asked: string;
  readonly spans: readonly ArrivalSpan[];
}

/** A span that this process goes on with. */
export interface ClaimedSpan {
  readonly id: string;
  readonly searchId: string;
  /** What it asked for when its turn came. */
  readonly asked: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** What was pushed by then does not count for it. */
  readonly countsFromMs: number;
  /** Another one when more was noted in it. */
  readonly version: number;
  /** The last article that was matched. */
  readonly cursor: { readonly atMs: number; readonly articleId: string } | undefined;
}

/** What saved searches missed: noted durably, and worked off whenever they can be tried again. */
export class MissedSpans {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Before the progress of the batch that was missed is recorded; again, it notes the same span. */
  async note(missed: readonly MissedBy[], reason: MissedPushes['reason']): Promise<void> {
    if (missed.length === 0) return;
    await inTransaction(this.#dataSource, (manager) => noteMissed(manager, missed, reason));
  }

  /**
   * The span whose turn it is: the oldest of a search that may be tried, which is for this process
   * alone for a minute. What is too old to be matched is given up before.
   */
  async claim(): Promise<ClaimedSpan | undefined> {
    await retrying(() => this.#dataSource.query(LAPSE, [CATCH_UP_DAYS_MAX]));
    const [rows]: [SpanRow[], number] = await retrying(() =>
      this.#dataSource.query(CLAIM, [LATE_EVENTS_PER_DAY_MAX, CLAIM_SECONDS]),
    );
    const [row] = rows;
    return row && claimedOf(row);
  }

  /** How far a claimed span has been matched; what was noted in it meanwhile is not passed over. */
  async advance(span: ClaimedSpan, cursor: ClaimedSpan['cursor'] | 'end'): Promise<void> {
    const isEnd = cursor === 'end';
    const at = cursor === undefined || isEnd ? null : new Date(cursor.atMs);
    const articleId = cursor === undefined || isEnd ? null : cursor.articleId;
    await retrying(() =>
      this.#dataSource.query(ADVANCE, [span.id, span.version, isEnd, at, articleId]),
    );
  }

  /** It could not be matched just now. */
  async putOff(span: ClaimedSpan): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(PUT_OFF, [span.id, RETRY_FIRST_SECONDS, RETRY_LAST_SECONDS]),
    );
  }

  /** Forgets what was done, or given up, as long ago as anything is matched later. */
  async forgetEnded(): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        'delete from missed_span where ended_at < now() - make_interval(days => $1)',
        [CATCH_UP_DAYS_MAX],
      ),
    );
  }
}

/** In the transaction of whoever found out. */
export async function noteMissed(
  manager: EntityManager,
  missed: readonly MissedBy[],
  reason: MissedPushes['reason'],
): Promise<void> {
  const bySpan = new Map<string, { span: ArrivalSpan; of: MissedBy[] }>();
  for (const one of missed) {
    for (const span of one.spans) {
      const key = `${span.fromMs} ${span.toMs} ${span.pushes}`;
      const known = bySpan.get(key) ?? { span, of: [] };
      known.of.push(one);
      bySpan.set(key, known);
    }
  }
  for (const { span, of } of bySpan.values()) {
    await manager.query(NOTE, [
      of.map(({ searchId }) => searchId),
      of.map(({ asked }) => asked),
      reason,
      new Date(span.fromMs),
      new Date(span.toMs),
      span.pushes,
      SPAN_GAP_MS,
      SPANS_PER_SEARCH_MAX,
      SPAN_MS_MAX,
      MOMENTS_PER_SEARCH_MAX,
    ]);
  }
}

interface SpanRow {
  id: string;
  search_id: string;
  asked: string;
  from_at: Date;
  to_at: Date;
  counts_from: Date;
  version: number;
  cursor_at: Date | null;
  cursor_article: string | null;
}

function claimedOf(row: SpanRow): ClaimedSpan {
  return {
    id: row.id,
    searchId: row.search_id,
    asked: row.asked,
    fromMs: row.from_at.getTime(),
    toMs: row.to_at.getTime(),
    countsFromMs: row.counts_from.getTime(),
    version: row.version,
    cursor:
      row.cursor_at && row.cursor_article !== null
        ? { atMs: row.cursor_at.getTime(), articleId: row.cursor_article }
        : undefined,
  };
}

/** Of `missed_span m`: it is of embargoes from before what its search asked for. */
const IS_MOMENT = `m.counts_from = m.from_at - interval '1 millisecond'`;

/**
 * Widens the span that is near, or nearest when there are too many; else it is one more. Never across
 * the moment from which on the search counts: what lies before it is not told.
 */
const NOTE = `
  with given as (
    select s.id, case when $4::timestamptz > s.matches_from then s.matches_from
      else $4::timestamptz - interval '1 millisecond' end as counts_from
    from saved_search s
    join unnest($1::uuid[], $2::text[]) as asking(id, asked) on asking.id = s.id
    where asking.asked = ${ASKED} and not s.paused
    order by s.id for key share of s
  ), counted as (
    select g.id, g.counts_from, count(*) filter (where m.counts_from = g.counts_from) as spans,
      g.counts_from = $4::timestamptz - interval '1 millisecond'
        and count(*) filter (where ${IS_MOMENT}) >= $10 as is_crowded
    from given g join missed_span m on m.search_id = g.id and m.state = 'waiting' and m.reason = $3
    group by g.id, g.counts_from
  ), near as (
    select distinct on (m.search_id) m.id from missed_span m join counted c on c.id = m.search_id
    where m.state = 'waiting' and m.reason = $3
      and ((m.counts_from = c.counts_from
          and (c.spans >= $8 or (m.from_at - $7 * interval '1 millisecond' <= $5::timestamptz
            and m.to_at + $7 * interval '1 millisecond' >= $4::timestamptz
            and greatest(m.to_at, $5::timestamptz) - least(m.from_at, $4::timestamptz)
              <= $9 * interval '1 millisecond')))
        or (c.is_crowded and ${IS_MOMENT}))
    order by m.search_id, greatest(m.from_at - $5::timestamptz, $4::timestamptz - m.to_at), m.id
  ), widened as (
    update missed_span m set from_at = least(m.from_at, $4::timestamptz),
      to_at = greatest(m.to_at, $5::timestamptz), pushes = m.pushes + $6, version = m.version + 1,
      counts_from = least(m.counts_from, given.counts_from), noted_at = now(),
      cursor_at = case when $4::timestamptz > m.cursor_at then m.cursor_at end
    from near, given where m.id = near.id and given.id = m.search_id and m.state = 'waiting'
    returning m.search_id
  )
  insert into missed_span (search_id, reason, from_at, to_at, pushes, counts_from)
  select id, $3, $4, $5, $6, counts_from from given where id not in (select search_id from widened)`;

/** Only the first of a search: what it missed is told in its order, and its turns are as many as those of others. */
const CLAIM = `
  update missed_span m set next_at = now() + $2 * interval '1 second'
  from (
    select m.id, ${ASKED} as asked from missed_span m
    join saved_search s on s.id = m.search_id
    left join alert_day d on d.search_id = s.id and d.matches_from = s.matches_from and d.day = ${TODAY}
    where m.state = 'waiting' and m.next_at <= now() and not s.paused and coalesce(d.events, 0) < $1
      and not exists (select 1 from missed_span o where o.search_id = m.search_id and o.state = 'waiting'
        and (o.from_at, o.id) < (m.from_at, m.id))
    order by m.next_at, m.from_at limit 1 for update of m skip locked
  ) chosen
  where m.id = chosen.id
  returning m.id, m.search_id, chosen.asked, m.from_at, m.to_at, m.counts_from, m.version, m.cursor_at,
    m.cursor_article`;

const ADVANCE = `
  update missed_span set tries = 0, next_at = now(),
    cursor_at = case when version = $2 then $4::timestamptz else cursor_at end,
    cursor_article = case when version = $2 then $5::uuid else cursor_article end,
    state = case when version = $2 and $3 then 'done' else state end,
    ended_at = case when version = $2 and $3 then now() end
  where id = $1 and state = 'waiting'`;

const PUT_OFF = `
  update missed_span set tries = tries + 1,
    next_at = now() + least($3::float8, $2::float8 * power(2, least(tries, 20))) * interval '1 second'
  where id = $1`;

/** An article whose embargo was longer was missed only when it ended. */
const LAPSE = `
  update missed_span set state = 'lapsed', ended_at = now()
  where state in ('waiting', 'held') and to_at < now() - make_interval(days => $1)
    and noted_at < now() - make_interval(days => $1)`;
