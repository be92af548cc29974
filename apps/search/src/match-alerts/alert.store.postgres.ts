import { randomUUID } from 'node:crypto';
import { inTransaction, retrying, safeInteger } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import type { FaultTexts } from '../query-language/query-faults.ts';
import { ASKED } from '../saved-searches/saved-search-sql.ts';
import { storedReason } from '../saved-searches/search-troubles.ts';
import { countEvents } from './alert-days.store.postgres.ts';
import type { HiddenState, LiveState } from './batch-states.ts';
import { arrivalSpans } from './arrival-spans.ts';
import { noteMissed } from './missed-spans.store.postgres.ts';
import type { MissedBy } from './missed-spans.store.postgres.ts';
import { threadEvents } from './thread-events.ts';
import type { Match, NewEvent } from './thread-events.ts';
import {
  currentOnly,
  insertEvents,
  knownThreads,
  lockCounter,
  stillShown,
  writeThreads,
} from './thread-rows.store.postgres.ts';

/** Longer than a text is copied, and than anybody waits for a delivery. */
const ALERTS_KEPT_DAYS = 90;

/** Whoever tells something waits for as long as that takes. */
export const FORGOTTEN_AT_ONCE = 500;

/** No process holds a match for as long before it writes it. */
const HIDDEN_KEPT_DAYS = 7;

/** A search that could not be tried, and why. */
export interface FailedSearch {
  readonly id: string;
  readonly asked: string;
  readonly reason: FaultTexts;
}

/**
 * The threads of alerts. Everything that makes events takes the lock of the counter first and holds
 * it until commit, so that ids become visible in their order: who has seen one has seen all before.
 */
export class AlertStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /**
   * Writes what matches tell that was not told yet; again, it writes nothing. What a search may not
   * tell today is noted for later.
   */
  async record(matches: readonly Match[]): Promise<readonly NewEvent[]> {
    if (matches.length === 0) return [];
    return inTransaction(this.#dataSource, async (manager) => {
      const lastId = await lockCounter(manager);
      const { current: wanted, tooMany } = await currentOnly(manager, matches);
      await noteMissed(manager, missedOf(tooMany), 'full');
      const current = await stillShown(manager, wanted);
      const known = await knownThreads(manager, current);
      const writes = threadEvents(current, known, randomUUID);
      await writeThreads(manager, writes, lastId);
      await countEvents(manager, writes.events);
      return writes.events;
    });
  }

  /**
   * Erases what was told of articles that may not be shown, and tells each thread. What was matched
   * before and is written later is left out.
   */
  async withdraw(hidden: readonly HiddenState[]): Promise<number> {
    if (hidden.length === 0) return 0;
    const parameters = [hidden.map(({ articleId }) => articleId), hidden.map(({ rev }) => rev)];
    return inTransaction(this.#dataSource, async (manager) => {
      const lastId = await lockCounter(manager);
      await manager.query(HIDE, parameters);
      const threads: { alert_id: string; article_id: string; rev: string; feed: string }[] =
        await manager.query(SHOWN, parameters);
      if (threads.length === 0) return 0;
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

  /**
   * Ends some of the threads in which nothing has happened for long. Under the lock of the counter:
   * nobody adds to a thread that is about to go.
   * @returns how many; fewer than `FORGOTTEN_AT_ONCE` when no more are left.
   */
  async forgetOld(): Promise<number> {
    const forgotten = await inTransaction(this.#dataSource, async (manager) => {
      await lockCounter(manager);
      const [, count]: [unknown, number] = await manager.query(FORGET, [
        ALERTS_KEPT_DAYS,
        FORGOTTEN_AT_ONCE,
      ]);
      return count;
    });
    await retrying(() =>
      this.#dataSource.query(
        'delete from hidden_article where hidden_at < now() - make_interval(days => $1)',
        [HIDDEN_KEPT_DAYS],
      ),
    );
    return forgotten;
  }

  /**
   * Counts batches that a search could not be tried on; shown on it until it can be, and what it
   * missed is tried then. One that was given another query meanwhile has neither failed nor succeeded.
   */
  async noteFailures(failed: readonly FailedSearch[], mended: readonly string[]): Promise<void> {
    if (failed.length > 0) {
      const reasons = failed.map(({ reason }) => storedReason(reason));
      const parameters = [failed.map(({ id }) => id), failed.map(({ asked }) => asked), reasons];
      await retrying(() => this.#dataSource.query(FAILED, parameters));
    }
    if (mended.length > 0) {
      await retrying(() => this.#dataSource.query(MENDED, [mended]));
    }
  }
}

const HIDE = `
  insert into hidden_article as h (article_id, rev)
  select article_id, max(rev) from unnest($1::uuid[], $2::bigint[]) as given(article_id, rev)
  group by article_id order by article_id
  on conflict (article_id) do update set rev = greatest(h.rev, excluded.rev), hidden_at = now()`;

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

/**
 * Threads that are deleted meanwhile are left out, rather than followed by rows that nothing holds.
 * A thread may go by a group that it went by before.
 */
const FOLLOW = `
  with locked as materialized (
    select a.id, a.search_id, a.started_at, given.duplicate_group
    from unnest($1::uuid[], $2::uuid[]) as given(article_id, duplicate_group)
    join alert_event e on e.article_id = given.article_id
    join alert a on a.id = e.alert_id and a.duplicate_group <> given.duplicate_group
    order by a.id for key share of a
  ), moved as (
    select distinct on (search_id, duplicate_group) search_id, duplicate_group, id as alert_id
    from locked order by search_id, duplicate_group, started_at
  ), known as (
    insert into alert_group (search_id, duplicate_group, alert_id)
    select search_id, duplicate_group, alert_id from moved
    on conflict (search_id, duplicate_group) do update set alert_id = alert_group.alert_id
    returning alert_id, duplicate_group
  )
  update alert a set duplicate_group = known.duplicate_group
  from known join moved using (alert_id, duplicate_group) where a.id = known.alert_id`;

const FAILED = `
  update saved_search s set failures = s.failures + 1, failure_reason = given.reason,
    failing_since = coalesce(s.failing_since, now())
  from unnest($1::uuid[], $2::text[], $3::text[]) as given(id, asked, reason)
  where s.id = given.id and given.asked = ${ASKED}`;

const MENDED = `
  with due as (
    update missed_span set next_at = now()
    where search_id = any($1::uuid[]) and state = 'waiting' and tries > 0
  )
  update saved_search set failures = 0, failure_reason = null, failing_since = null
  where id = any($1::uuid[]) and failures > 0`;

const FORGET = `
  delete from alert where id in (
    select id from alert where changed_at < now() - make_interval(days => $1)
    order by last_event_id limit $2)`;

function missedOf(matches: readonly Match[]): MissedBy[] {
  return [...Map.groupBy(matches, ({ searchId }) => searchId)].flatMap(([searchId, of]) => {
    const [first] = of;
    return first ? [{ searchId, asked: first.asked, spans: arrivalSpans(of) }] : [];
  });
}
