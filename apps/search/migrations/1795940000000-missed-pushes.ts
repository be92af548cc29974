import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

const STATEMENTS = [
  // Pushes that a search was not tried on, by when they arrived: it is tried on them later.
  `create table missed_span (
    id             bigint      generated always as identity primary key,
    search_id      uuid        not null references saved_search on delete cascade,
    reason         text        not null,
    state          text        not null default 'waiting',
    from_at        timestamptz not null,
    to_at          timestamptz not null,
    pushes         integer     not null default 0,
    version        integer     not null default 1,
    cursor_at      timestamptz,
    cursor_article uuid,
    tries          integer     not null default 0,
    next_at        timestamptz not null default now(),
    noted_at       timestamptz not null default now(),
    ended_at       timestamptz,
    constraint missed_span_reason check (reason in ('failing', 'full')),
    constraint missed_span_state check (state in ('waiting', 'held', 'done', 'lapsed'))
  )`,
  'create index missed_span_search on missed_span (search_id, from_at)',
  "create index missed_span_due on missed_span (next_at) where state = 'waiting'",
  'create index missed_span_ended on missed_span (ended_at) where ended_at is not null',
  // Articles that no search could be tried on, for themselves.
  `create table unmatched_article (
    article_id uuid        primary key,
    feed       text        not null,
    rev        bigint      not null,
    arrived_at timestamptz not null,
    news_at    timestamptz not null,
    reason     text        not null,
    tries      integer     not null default 0,
    failed_at  timestamptz not null default now(),
    next_at    timestamptz,
    noted_at   timestamptz not null default now()
  )`,
  'create index unmatched_article_due on unmatched_article (next_at) where next_at is not null',
  'create index unmatched_article_noted on unmatched_article (noted_at desc, article_id)',
  // Of what was told late: when its article arrived.
  'alter table alert_event add column arrived_at timestamptz',
];

/** What saved searches missed, until they are tried on it after all. */
export class MissedPushes1795940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert_event drop column arrived_at');
    for (const table of ['unmatched_article', 'missed_span']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
