import type { PassedOverArticles } from '@warta/contracts';
import { CATCH_UP_DAYS_MAX, PASSED_OVER_LISTED_MAX, PASSED_OVER_MAX } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import { retrying, safeInteger } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import type { LiveState } from './batch-states.ts';

/** Said to people: not the whole answer of a server. */
const REASON_LENGTH_MAX = 500;

/** Waits behind each later try; then somebody has to ask. */
const RETRY_AFTER_MINUTES = [1, 10, 60, 360, 1_440];

interface Row {
  article_id: string;
  feed: string;
  rev: string;
  arrived_at: Date;
  news_at: Date;
  reason: string;
  tries: number;
  failed_at: Date;
  next_at: Date | null;
  missed_by: string[];
}

/** What the index is asked for of an article that was passed over. */
export interface PassedOver extends Pick<
  LiveState,
  'articleId' | 'rev' | 'newsAtMs' | 'arrivedAtMs'
> {
  /** Ids of the searches of whose spans it was. */
  readonly missedBy: readonly string[];
}

/** Articles that could not be matched for themselves, until they can. */
export class PassedOverStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /**
   * Before an article is passed over.
   * @param missedBy the searches that were late to be tried on it, for which it counts all the same.
   * @throws TransientError when there are as many as may be: then it must not be.
   */
  async note(article: LiveState, reason: string, missedBy: readonly string[] = []): Promise<void> {
    const noted: unknown[] = await retrying(() =>
      this.#dataSource.query(NOTE, [
        article.articleId,
        article.feed,
        article.rev,
        new Date(article.arrivedAtMs),
        new Date(article.newsAtMs),
        storable(reason),
        RETRY_AFTER_MINUTES[0],
        PASSED_OVER_MAX,
        missedBy,
      ]),
    );
    if (noted.length > 0) return;
    throw new TransientError(
      `matching alerts: ${PASSED_OVER_MAX} articles were passed over already; mend what is wrong and ` +
        'ask for them again, or discard them (./warta alerts passed-over), then it goes on',
    );
  }

  /** Some of those whose turn it is; they count as tried, so that none is tried for ever. */
  async claim(count: number): Promise<PassedOver[]> {
    const [rows]: [Row[], number] = await retrying(() =>
      this.#dataSource.query(CLAIM, [RETRY_AFTER_MINUTES, count]),
    );
    return rows.map((row) => ({
      articleId: row.article_id,
      rev: safeInteger(row.rev),
      newsAtMs: row.news_at.getTime(),
      arrivedAtMs: row.arrived_at.getTime(),
      missedBy: row.missed_by,
    }));
  }

  async failedAgain(articleId: string, reason: string): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        'update unmatched_article set reason = $2, failed_at = now() where article_id = $1',
        [articleId, storable(reason)],
      ),
    );
  }

  /** They could not be tried after all, for no fault of their own. */
  async putBack(articleIds: readonly string[]): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        `update unmatched_article set tries = greatest(0, tries - 1), next_at = now() + make_interval(mins => $2)
         where article_id = any($1::uuid[])`,
        [articleIds, RETRY_AFTER_MINUTES[0]],
      ),
    );
  }

  /**
   * It was matched, or is no longer there to be matched; a newer state that failed stays, and what
   * failed for another search meanwhile.
   */
  async settle({ articleId, rev, missedBy }: PassedOver): Promise<void> {
    await retrying(() =>
      this.#dataSource.query(
        'delete from unmatched_article where article_id = $1 and rev <= $2 and missed_by <@ $3::uuid[]',
        [articleId, rev, missedBy],
      ),
    );
  }

  /** The newest first. */
  async list(): Promise<PassedOverArticles> {
    const rows: Row[] = await retrying(() =>
      this.#dataSource.query(
        'select * from unmatched_article order by noted_at desc, article_id limit $1',
        [PASSED_OVER_LISTED_MAX],
      ),
    );
    return { data: rows.map(viewOf), total: await this.count(), limit: PASSED_OVER_MAX };
  }

  async count(): Promise<number> {
    const [row]: { count: number }[] = await retrying(() =>
      this.#dataSource.query('select count(*)::integer as count from unmatched_article'),
    );
    return row?.count ?? 0;
  }

  /** @param articleIds all of them when absent. @returns how many are tried again at once. */
  async askAgain(articleIds: readonly string[] | undefined): Promise<number> {
    const [, asked]: [unknown, number] = await retrying(() =>
      this.#dataSource.query(
        `update unmatched_article set next_at = now(), tries = 0
         where $1::uuid[] is null or article_id = any($1)`,
        [articleIds ?? null],
      ),
    );
    return asked;
  }

  /** @param articleIds all of them when absent. @returns how many are not tried again. */
  async discard(articleIds: readonly string[] | undefined): Promise<number> {
    const [, discarded]: [unknown, number] = await retrying(() =>
      this.#dataSource.query(
        'delete from unmatched_article where $1::uuid[] is null or article_id = any($1)',
        [articleIds ?? null],
      ),
    );
    return discarded;
  }

  /**
   * Those that nobody has asked for since they failed for the last time, as long ago as anything is
   * matched later. @returns how many were given up.
   */
  async forgetOld(): Promise<number> {
    const [, forgotten]: [unknown, number] = await retrying(() =>
      this.#dataSource.query(
        `delete from unmatched_article
         where next_at is null and failed_at < now() - make_interval(days => $1)`,
        [CATCH_UP_DAYS_MAX],
      ),
    );
    return forgotten;
  }
}

/** Postgres keeps no NUL, and no half of a surrogate pair. */
function storable(reason: string): string {
  return reason.slice(0, REASON_LENGTH_MAX).replaceAll('\0', '').toWellFormed();
}

function viewOf(row: Row): PassedOverArticles['data'][number] {
  return {
    articleId: row.article_id,
    feed: row.feed,
    rev: safeInteger(row.rev),
    arrivedAt: row.arrived_at.toISOString(),
    reason: row.reason,
    failedAt: row.failed_at.toISOString(),
    tries: row.tries,
    ...(row.next_at && { nextAt: row.next_at.toISOString() }),
  };
}

/** One that is known already needs no place. */
const NOTE = `
  insert into unmatched_article as u (article_id, feed, rev, arrived_at, news_at, reason, next_at,
    missed_by)
  select $1::uuid, $2::text, $3::bigint, $4::timestamptz, $5::timestamptz, $6::text,
    now() + make_interval(mins => $7), $9::uuid[]
  where (select count(*) from unmatched_article where article_id <> $1::uuid) < $8
  on conflict (article_id) do update set rev = greatest(u.rev, excluded.rev),
    arrived_at = least(u.arrived_at, excluded.arrived_at), news_at = greatest(u.news_at, excluded.news_at),
    reason = excluded.reason, failed_at = now(), tries = 0, next_at = excluded.next_at,
    missed_by = array(select distinct unnest(u.missed_by || excluded.missed_by))
  returning article_id`;

const CLAIM = `
  update unmatched_article u set tries = u.tries + 1,
    next_at = now() + ($1::integer[])[u.tries + 2] * interval '1 minute'
  from (
    select article_id from unmatched_article where next_at <= now()
    order by next_at limit $2 for update skip locked
  ) chosen
  where u.article_id = chosen.article_id
  returning u.*`;
