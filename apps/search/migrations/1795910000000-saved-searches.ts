import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

const TABLES = [
  `create table saved_search (
    id             uuid        primary key,
    team           text        not null,
    name           text        not null,
    q              text,
    filters        jsonb       not null,
    notify         jsonb       not null,
    paused         boolean     not null,
    version        integer     not null default 1,
    created_at     timestamptz not null default now(),
    created_by     jsonb       not null,
    changed_at     timestamptz not null default now(),
    changed_by     jsonb       not null,
    matches_from   timestamptz not null default now(),
    failures       integer     not null default 0,
    failing_since  timestamptz,
    failure_reason text
  )`,
  'create index saved_search_team on saved_search (team, name)',
  `create table alert (
    id              uuid        primary key,
    search_id       uuid        not null references saved_search on delete cascade,
    duplicate_group uuid        not null,
    started_at      timestamptz not null default now(),
    changed_at      timestamptz not null default now(),
    last_event_id   bigint      not null
  )`,
  'create index alert_search on alert (search_id, last_event_id desc)',
  'create index alert_latest on alert (last_event_id desc)',
  // A thread goes by the groups of all its articles: a lead may change, and groups may merge.
  `create table alert_group (
    search_id       uuid not null references saved_search on delete cascade,
    duplicate_group uuid not null,
    alert_id        uuid not null references alert on delete cascade,
    primary key (search_id, duplicate_group)
  )`,
  'create index alert_group_alert on alert_group (alert_id)',
  // Ids are given out under a lock that is held until commit: whoever sees an id has seen all before.
  `create table alert_event (
    id           bigint      primary key,
    alert_id     uuid        not null references alert on delete cascade,
    kind         text        not null,
    at           timestamptz not null default now(),
    article_id   uuid        not null,
    rev          bigint      not null,
    state_key    text        not null,
    article      jsonb       not null,
    matched      jsonb,
    withdrawn_at timestamptz,
    unique (alert_id, article_id, state_key)
  )`,
  'create index alert_event_alert on alert_event (alert_id, id)',
  'create index alert_event_article on alert_event (article_id)',
  // One row: a sequence would go on counting under transactions that fail.
  `create table alert_counter (last_id bigint not null)`,
  'insert into alert_counter (last_id) values (0)',
];

/** What teams save, and what came of it. */
export class SavedSearches1795910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['alert_counter', 'alert_event', 'alert_group', 'alert', 'saved_search']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
