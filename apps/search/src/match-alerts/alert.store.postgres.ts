import { randomUUID } from 'node:crypto';
import { inTransaction, retrying, safeInteger } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import { countEvents } from './alert-days.store.postgres.ts';
import type { HiddenState, LiveState } from './batch-states.ts';
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

/** A failure's reason is shown to people, and is not the whole answer of a server. */
const REASON_LENGTH_MAX = 500;

/** Longer than a text is copied, and than anybody waits for a delivery. */
const ALERTS_KEPT_DAYS = 90;
const FORGOTTEN_AT_ONCE = 5_000;

/** No process holds a match for as long before it writes it. */
const HIDDEN_KEPT_DAYS = 7;

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
      const current = await stillShown(manager, await currentOnly(manager, matches));
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

  /** Ends threads in which nothing has happened for long, some at a time. */
  async forgetOld(): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        `delete from alert where id in (
           select id from alert where changed_at < now() - make_interval(days => $1)
           order by last_event_id limit $2)`,
        [ALERTS_KEPT_DAYS, FORGOTTEN_AT_ONCE],
      ),
    );
    await retrying(() =>
      this.#dataSource.query(
        'delete from hidden_article where hidden_at < now() - make_interval(days => $1)',
        [HIDDEN_KEPT_DAYS],
      ),
    );
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
