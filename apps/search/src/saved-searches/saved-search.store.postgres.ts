import { randomUUID } from 'node:crypto';
import type { MissedPushes, SavedSearch, SaveSearch } from '@warta/contracts';
import { inTransaction, retrying } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import type { FaultLanguage } from '../query-language/query-faults.ts';
import { EVENTS_PER_DAY_MAX, FULL_SINCE, HOLD_PASSED_OVER, TURN } from './saved-search-sql.ts';
import { failureIn, searchTroubles } from './search-troubles.ts';
import type { TeamView } from './team-view.ts';

/** Who made or changed it, as the row keeps it. */
export type Author = SavedSearch['createdBy'];

/** All teams together may have several times as many: matching 1,000 was measured, see docs/alerts.md. */
export const SEARCHES_PER_TEAM_MAX = 250;

/** One of a team, and which of its versions. */
interface At {
  readonly team: TeamView;
  readonly id: string;
  /** Any when absent. */
  readonly version?: number | undefined;
  /** Of what is told of its trouble. */
  readonly language?: FaultLanguage | undefined;
}

interface Row {
  id: string;
  team: string;
  name: string;
  q: string | null;
  filters: SavedSearch['filters'];
  notify: SavedSearch['notify'];
  paused: boolean;
  version: number;
  created_at: Date;
  created_by: Author;
  changed_at: Date;
  changed_by: Author;
  matches_from: Date;
  failures: number;
  failing_since: Date | null;
  failure_reason: string | null;
  alerts: number;
  last_alert_at: Date | null;
  full_since: Date | null;
  /** Pushes. */
  waiting: number;
  missed: MissedRow[] | null;
}

/** What decides which articles count for a search. */
interface Asked {
  from: string;
  paused: boolean;
  feeds: readonly string[] | null;
}

interface MissedRow {
  from_at: string;
  to_at: string;
  pushes: number;
  reason: MissedPushes['reason'];
  state: MissedPushes['state'];
  cursor_at: string | null;
  ended_at: string | null;
}

/** Of one search: what waits, then what is held, of both of which there is less, then what ended last. */
export const MISSED_SHOWN_MAX = 200;

const MISSED = `
  (select jsonb_agg(to_jsonb(m) order by m.from_at, m.id) from (
     select * from missed_span where search_id = s.id
     order by ended_at desc nulls first, state = 'waiting' desc, from_at limit ${MISSED_SHOWN_MAX}) m)`;

/** @param missed null of many: the spans of all of them would be tens of thousands. */
const selecting = (missed: string): string => `
  select s.*, coalesce(made.alerts, 0)::integer as alerts, made.last_alert_at, ${FULL_SINCE} as full_since,
    (select coalesce(sum(pushes), 0)::float8 from missed_span
     where search_id = s.id and state = 'waiting') as waiting,
    ${missed} as missed
  from saved_search s
  left join lateral (
    select count(*) as alerts, max(a.changed_at) as last_alert_at
    from alert a where a.search_id = s.id
  ) made on true`;
const OF_TEAM = `($1::text is null or s.team = $1)`;

const INSERT = `
  insert into saved_search (id, team, name, q, filters, notify, paused, created_by, changed_by)
  select $1::uuid, $2, $3, $4, $5::jsonb, $6::jsonb, $7::boolean, $8::jsonb, $8::jsonb
  where (select count(*) from saved_search where team = $2) < $9::integer
  on conflict (id) do nothing`;

/** Another query, or the end of a pause, begins anew: what came before makes no alert. */
const REPLACE = `
  update saved_search s set
    name = $3, q = $4, filters = $5::jsonb, notify = $6::jsonb, paused = $7::boolean, changed_by = $8::jsonb,
    version = version + 1, changed_at = now(),
    matches_from = case when (s.paused and not $7::boolean) or s.q is distinct from $4 or s.filters <> $5::jsonb
      then now() else s.matches_from end,
    failures = case when s.q is distinct from $4 or s.filters <> $5::jsonb then 0 else s.failures end,
    failing_since = case when s.q is distinct from $4 or s.filters <> $5::jsonb
      then null else s.failing_since end
  where s.id = $2 and ${OF_TEAM} and ($9::integer is null or s.version = $9)`;

/** The saved searches of all teams. */
export class SavedSearchStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Without what each of them missed. */
  async list(team: TeamView, language?: FaultLanguage): Promise<SavedSearch[]> {
    const rows: Row[] = await retrying(() =>
      this.#dataSource.query(`${selecting('null')} where ${OF_TEAM} order by lower(s.name), s.id`, [
        team ?? null,
      ]),
    );
    return rows.map((row) => viewOf(row, language));
  }

  /** @param language of what is told of its trouble. */
  async get(
    team: TeamView,
    id: string,
    language?: FaultLanguage,
  ): Promise<SavedSearch | undefined> {
    const [row]: Row[] = await retrying(() =>
      this.#dataSource.query(`${selecting(MISSED)} where ${OF_TEAM} and s.id = $2`, [
        team ?? null,
        id,
      ]),
    );
    return row && viewOf(row, language);
  }

  /** @returns undefined when the team has as many as it may. */
  async create(team: string, wanted: SaveSearch, by: Author): Promise<SavedSearch | undefined> {
    const id = randomUUID();
    const parameters = [id, team, ...columnsOf(wanted), by, SEARCHES_PER_TEAM_MAX];
    await retrying(() => this.#dataSource.query(INSERT, parameters));
    return this.get(team, id);
  }

  /** @returns undefined when there is none of this team, or none of this version. */
  async replace(at: At, wanted: SaveSearch, by: Author): Promise<SavedSearch | undefined> {
    const parameters = [at.team ?? null, at.id, ...columnsOf(wanted), by, at.version ?? null];
    const changed = await inTransaction(this.#dataSource, async (manager) => {
      const asked = `select matches_from::text as from, paused, filters->'feed' as feeds
        from saved_search where id = $1`;
      const [before]: Asked[] = await manager.query(`${asked} for update`, [at.id]);
      const [, count]: [unknown, number] = await manager.query(REPLACE, parameters);
      const [after]: Asked[] = await manager.query(asked, [at.id]);
      if (count > 0 && (after?.paused || after?.from !== before?.from)) {
        // What was missed was missed by what it asked for before.
        await manager.query(TURN, [at.id, 'waiting', 'held']);
        // When those are tried again, it is paused or asks for something else.
        if (before?.paused === false) {
          await manager.query(HOLD_PASSED_OVER, [at.id, before.from, before.feeds]);
        }
      }
      return count;
    });
    return changed === 0 ? undefined : this.get(at.team, at.id, at.language);
  }

  /** What it missed, and was to be asked for, is matched with what it asks for now. */
  async catchUp(
    team: TeamView,
    id: string,
    language?: FaultLanguage,
  ): Promise<SavedSearch | undefined> {
    const found = await this.get(team, id);
    if (found === undefined) return undefined;
    await retrying(() => this.#dataSource.query(TURN, [id, 'held', 'waiting']));
    return this.get(team, id, language);
  }

  /** With everything that came of it. @returns false when there is none of this team and version. */
  async remove(at: { team: TeamView; id: string; version?: number | undefined }): Promise<boolean> {
    const [, removed]: [unknown, number] = await retrying(() =>
      this.#dataSource.query(
        `delete from saved_search s
         where s.id = $2 and ${OF_TEAM} and ($3::integer is null or s.version = $3)`,
        [at.team ?? null, at.id, at.version ?? null],
      ),
    );
    return removed > 0;
  }
}

function columnsOf({ name, q, filters, notify, paused }: SaveSearch): unknown[] {
  return [name, q ?? null, filters, notify, paused];
}

function viewOf(row: Row, language: FaultLanguage = 'en'): SavedSearch {
  return {
    id: row.id,
    team: row.team,
    name: row.name,
    ...(row.q !== null && { q: row.q }),
    filters: row.filters,
    notify: row.notify,
    paused: row.paused,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by,
    matchesFrom: row.matches_from.toISOString(),
    alerts: {
      total: row.alerts,
      ...(row.last_alert_at && { lastAt: row.last_alert_at.toISOString() }),
    },
    ...troubleOf(row, language),
    ...(row.missed && { missed: row.missed.map(missedOf) }),
  };
}

function missedOf(row: MissedRow): MissedPushes {
  const at = (text: string) => new Date(text).toISOString();
  const isOpen = row.state === 'waiting' && row.cursor_at !== null;
  return {
    from: at(row.from_at),
    to: at(row.to_at),
    pushes: row.pushes,
    reason: row.reason,
    state: row.state,
    ...(isOpen && row.cursor_at && { matchedTo: at(row.cursor_at) }),
    ...(row.ended_at !== null && { endedAt: at(row.ended_at) }),
  };
}

function troubleOf(row: Row, language: FaultLanguage): Pick<SavedSearch, 'trouble'> {
  const { waiting } = row;
  if (row.failures > 0 && row.failing_since) {
    const reason = failureIn(language, row.failure_reason, waiting);
    const since = row.failing_since.toISOString();
    return { trouble: { reason, failures: row.failures, since, waiting } };
  }
  if (row.full_since === null) return {};
  const reason = searchTroubles.toldEnough(EVENTS_PER_DAY_MAX)[language];
  return { trouble: { reason, failures: 0, since: row.full_since.toISOString(), waiting } };
}
