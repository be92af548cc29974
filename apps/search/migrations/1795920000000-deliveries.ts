import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

const TABLES = [
  // A receiver of one saved search; it stays when the search names it no more, for the log's sake.
  `create table webhook (
    id         uuid        primary key,
    search_id  uuid        not null references saved_search on delete cascade,
    url        text        not null,
    secret     text        not null,
    created_at timestamptz not null default now(),
    failures   integer     not null default 0,
    not_before timestamptz not null default now(),
    gone_at    timestamptz,
    unique (search_id, url)
  )`,
  // What is sent is put together when it is sent: a text taken down meanwhile is not in it.
  `create table delivery (
    id            uuid        primary key,
    webhook_id    uuid        not null references webhook on delete cascade,
    kind          text        not null,
    event_id      bigint,
    digest_after  bigint,
    digest_until  bigint,
    digest_from   timestamptz,
    digest_to     timestamptz,
    state         text        not null default 'waiting',
    attempts      integer     not null default 0,
    created_at    timestamptz not null default now(),
    next_at       timestamptz not null default now(),
    claimed_until timestamptz,
    done_at       timestamptz,
    log           jsonb       not null default '[]',
    constraint delivery_state check (state in ('waiting', 'delivered', 'given-up'))
  )`,
  'create unique index delivery_event on delivery (webhook_id, event_id) where event_id is not null',
  "create index delivery_due on delivery (next_at) where state = 'waiting'",
  'create index delivery_webhook on delivery (webhook_id, created_at desc, id)',
  'create index delivery_newest on delivery (created_at desc, id)',
  // One row: events up to here have their deliveries.
  'create table delivery_cursor (last_event_id bigint not null)',
  'insert into delivery_cursor (last_event_id) values (0)',
  `create table digest_cursor (
    search_id     uuid        primary key references saved_search on delete cascade,
    last_event_id bigint      not null,
    through       timestamptz not null
  )`,
];

/** Alerts on their way to receivers. */
export class Deliveries1795920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['digest_cursor', 'delivery_cursor', 'delivery', 'webhook']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
