import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * Corrections of entities by people, and which articles have still to be published because of one.
 * What the extractor found stays as it is in `mention` and `quote`: a published state is made from
 * it and the corrections that `article.corrected_through` had heard of, so one `rev` is one state,
 * whoever publishes it and how often.
 *
 * A pass is a correction that was made or undone, in the order in which Warta heard of it; its number
 * and not the offset in the log, so that a topic that was made anew cannot turn time back.
 *
 * The version of the enricher before this one publishes what the extractor found, uncorrected: bring
 * all enrichers up to date before anybody corrects. Aliases that it inserts have no name_key; they
 * get one before names are looked for.
 */
export class Corrections1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  'alter table article add column corrected_through bigint',
  'alter table entity_alias add column name_key text',
  /* Serves a correction of a name: who is printed so? */
  'create index entity_alias_name on entity_alias (name_key)',
  'create index entity_alias_unnamed on entity_alias (entity_id) where name_key is null',
  `create table correction (
    id          uuid   not null primary key,
    event       json   not null,
    made_pass   bigint,
    undone_pass bigint
  )`,
  `create table correction_pass (
    id            bigint      not null primary key,
    correction_id uuid        not null,
    log_offset    bigint      not null,
    heard_at      timestamptz not null default now(),
    planned_at    timestamptz,
    articles      integer,
    finished_at   timestamptz
  )`,
  'create index correction_pass_open on correction_pass (id) where finished_at is null',
  /* One row per article that has still to be asked for, or to answer. */
  `create table correction_work (
    pass_id    bigint      not null,
    article_id uuid        not null,
    arrival_ms bigint      not null,
    asked      integer     not null default 0,
    ask_at     timestamptz not null default now(),
    primary key (pass_id, article_id)
  )`,
  /* Serves the next ones of a pass, newest first. */
  'create index correction_work_newest on correction_work (pass_id, arrival_ms)',
  'create index correction_work_article on correction_work (article_id)',
  'create index correction_work_asked on correction_work (ask_at) where asked > 0',
];

const down = [
  'drop table correction_work',
  'drop table correction_pass',
  'drop table correction',
  'drop index entity_alias_unnamed',
  'drop index entity_alias_name',
  'alter table entity_alias drop column name_key',
  'alter table article drop column corrected_through',
];
