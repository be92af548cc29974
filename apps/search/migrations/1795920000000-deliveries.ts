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
    digest_id     uuid,
    digest_from   timestamptz,
    digest_to     timestamptz,
    state         text        not null default 'waiting',
    attempts      integer     not null default 0,
    created_at    timestamptz not null default now(),
    tried_since   timestamptz not null default now(),
    next_at       timestamptz not null default now(),
    claimed_until timestamptz,
    done_at       timestamptz,
    log           jsonb       not null default '[]',
    constraint delivery_state check (state in ('waiting', 'delivered', 'given-up'))
  )`,
  'create unique index delivery_event on delivery (webhook_id, event_id) where event_id is not null',
  "create index delivery_due on delivery (webhook_id, next_at) where state = 'waiting'",
  'create index delivery_webhook on delivery (webhook_id, created_at desc, id)',
  'create index delivery_newest on delivery (created_at desc, id)',
  "create index delivery_done on delivery (done_at) where state <> 'waiting'",
  'create index delivery_digest on delivery (digest_id) where digest_id is not null',
  // One row: events up to here have their deliveries, or their place in a digest.
  'create table delivery_cursor (last_event_id bigint not null)',
  'insert into delivery_cursor (last_event_id) values (0)',
  // Events that wait for the digest of their search, and those that are in one (digest_id).
  `create table digest_event (
    event_id  bigint      primary key references alert_event on delete cascade,
    search_id uuid        not null references saved_search on delete cascade,
    taken_at  timestamptz not null default now(),
    digest_id uuid
  )`,
  'create index digest_event_waiting on digest_event (search_id, taken_at) where digest_id is null',
  'create index digest_event_digest on digest_event (digest_id) where digest_id is not null',
];

/** Alerts on their way to receivers. */
export class Deliveries1795920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['digest_event', 'delivery_cursor', 'delivery', 'webhook']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
