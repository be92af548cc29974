import type { Alert, AlertEvent, AlertThread, StreamedAlert } from '@warta/contracts';
import { THREAD_EVENTS_MAX } from '@warta/contracts';
import { retrying, safeInteger } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import type { TeamView } from '../saved-searches/team-view.ts';

/** No alert is older; Postgres knows neither every year nor every offset that an instant may have. */
const EARLIEST_MS = Date.parse('2000-01-01T00:00:00Z');

interface EventRow {
  id: string;
  kind: AlertEvent['kind'];
  at: string | Date;
  article: AlertEvent['article'];
  matched: AlertEvent['matched'] | null;
  withdrawn_at: string | Date | null;
  arrived_at: string | Date | null;
}

interface AlertRow {
  id: string;
  search_id: string;
  search_name: string;
  duplicate_group: string;
  started_at: Date;
  changed_at: Date;
  last_event_id: string;
  articles: number;
  events: number;
}

interface StreamRow extends EventRow {
  alert_id: string;
  search_id: string;
  search_name: string;
  team: string;
  duplicate_group: string;
}

/** An event of any team's, as the stream hands it out. */
export interface TeamEvent {
  readonly id: number;
  readonly team: string;
  readonly searchId: string;
  readonly streamed: StreamedAlert;
}

const THREADS = `
  select a.*, s.name as search_name,
    counted.articles::integer as articles, counted.events::integer as events,
    to_jsonb(first_event) as first, to_jsonb(latest_event) as latest
  from alert a
  join saved_search s on s.id = a.search_id
  cross join lateral (
    select count(distinct e.article_id) as articles, count(*) as events, min(e.id) as first_id
    from alert_event e where e.alert_id = a.id
  ) counted
  join alert_event first_event on first_event.id = counted.first_id
  join alert_event latest_event on latest_event.id = a.last_event_id
  where ($1::text is null or s.team = $1)`;

/** Threads and events as their teams may see them. */
export class AlertReader {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Threads with the latest event first, one more than the page holds when there is a next one. */
  async list(
    team: TeamView,
    wanted: {
      search?: string | undefined;
      since?: string | undefined;
      before?: number | undefined;
      limit: number;
    },
  ): Promise<{ alert: Alert; lastEventId: number }[]> {
    const rows: (AlertRow & { first: EventRow; latest: EventRow })[] = await retrying(() =>
      this.#dataSource.query(
        `${THREADS} and ($2::uuid is null or a.search_id = $2)
           and ($3::timestamptz is null or a.changed_at >= $3)
           and ($4::bigint is null or a.last_event_id < $4)
         order by a.last_event_id desc limit $5`,
        [
          team ?? null,
          wanted.search ?? null,
          wanted.since === undefined
            ? null
            : new Date(Math.max(EARLIEST_MS, Date.parse(wanted.since))),
          wanted.before ?? null,
          wanted.limit,
        ],
      ),
    );
    return rows.map((row) => ({
      alert: { ...headOf(row), first: eventOf(row.first), latest: eventOf(row.latest) },
      lastEventId: safeInteger(row.last_event_id),
    }));
  }

  async thread(team: TeamView, id: string): Promise<AlertThread | undefined> {
    const [row]: AlertRow[] = await retrying(() =>
      this.#dataSource.query(`${THREADS} and a.id = $2`, [team ?? null, id]),
    );
    if (row === undefined) return undefined;
    const events: EventRow[] = await retrying(() =>
      this.#dataSource.query('select * from alert_event where alert_id = $1 order by id limit $2', [
        id,
        THREAD_EVENTS_MAX,
      ]),
    );
    return { ...headOf(row), data: events.map(eventOf) };
  }

  /** Those of the saved searches that there are, of this team. */
  async searchesOf(team: TeamView, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await retrying(() =>
      this.#dataSource.query(
        'select id from saved_search s where id = any($2::uuid[]) and ($1::text is null or s.team = $1)',
        [team ?? null, ids],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The id of the newest event there is; 0 before the first. */
  async newestId(): Promise<number> {
    const [row]: { last_id: string }[] = await retrying(() =>
      this.#dataSource.query('select last_id from alert_counter'),
    );
    return safeInteger(row?.last_id ?? '0');
  }

  /** Events after one, in their order. None is ever inserted before one that was returned. */
  async after(
    id: number,
    limit: number,
    only: { team?: TeamView; search?: string | undefined } = {},
  ): Promise<TeamEvent[]> {
    const rows: StreamRow[] = await retrying(() =>
      this.#dataSource.query(
        `select e.*, a.search_id, a.duplicate_group, s.name as search_name, s.team
         from alert_event e
         join alert a on a.id = e.alert_id
         join saved_search s on s.id = a.search_id
         where e.id > $1 and ($3::text is null or s.team = $3) and ($4::uuid is null or s.id = $4)
         order by e.id limit $2`,
        [id, limit, only.team ?? null, only.search ?? null],
      ),
    );
    return rows.map((row) => ({
      id: safeInteger(row.id),
      team: row.team,
      searchId: row.search_id,
      streamed: {
        alert: {
          id: row.alert_id,
          search: { id: row.search_id, name: row.search_name },
          duplicateGroup: row.duplicate_group,
        },
        event: eventOf(row),
      },
    }));
  }
}

function headOf(row: AlertRow) {
  return {
    id: row.id,
    search: { id: row.search_id, name: row.search_name },
    duplicateGroup: row.duplicate_group,
    startedAt: row.started_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    articles: row.articles,
    events: row.events,
  };
}

/** Rows come as columns or, of a thread's first and latest event, as JSON. */
function eventOf({
  id,
  kind,
  at,
  article,
  matched,
  withdrawn_at: withdrawnAt,
  arrived_at: arrivedAt,
}: EventRow): AlertEvent {
  return {
    id: String(id),
    kind,
    at: new Date(at).toISOString(),
    article,
    ...(matched && { matched }),
    ...(arrivedAt !== null && { late: true, arrivedAt: new Date(arrivedAt).toISOString() }),
    ...(withdrawnAt !== null && { withdrawnAt: new Date(withdrawnAt).toISOString() }),
  };
}
