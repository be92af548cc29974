import { CREATE_CONSUMER_PROGRESS } from '@warta/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * The schema of the enricher. No foreign keys: every row of the hot tables is written by one
 * statement sequence under the lock of its article's row, and a key check per mention measurably
 * slows the stage that is the dearest one already. Each index names the query it serves; a table
 * without one is read by its primary key.
 */
export class Article1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}

const up = [
  /* One row per article, for ever: after a takedown it is the tombstone. Text as given by the
     publisher is in `revision`, what the extractor found in `mention` and `quote`. */
  `create table article (
    id                 uuid        not null primary key,
    feed               text        not null,
    source_id          text,
    url                text,
    status             text        not null,
    rev                bigint      not null,
    revision_count     integer     not null,
    current_hash       text,
    extractor          text,
    extractor_version  text,
    language           text,
    dates              json,
    annotation_flags   text[],
    takedown_at        timestamptz,
    takedown_partition integer,
    takedown_offset    bigint,
    takedown_by        text,
    takedown_reason    text,
    changed_at         timestamptz not null default now(),
    constraint article_status check (status in ('live', 'canceled')),
    constraint article_canceled_has_no_text check
      (status = 'live' or (current_hash is null and dates is null and language is null))
  )`,
  /* One row per distinct content. updated_at and published_at keep the publisher's spelling, whose
     offset says which day it was there; extras keep theirs because nobody interprets them. */
  `create table revision (
    article_id        uuid        not null,
    content_hash      text        not null,
    version           bigint,
    updated_at        text,
    published_at      text,
    source_id         text,
    url               text,
    submitted_by      text        not null,
    arrival_at        timestamptz not null,
    arrival_partition integer     not null,
    arrival_offset    bigint      not null,
    title             text,
    body              text        not null,
    language          text,
    byline            text,
    section           text,
    extras            json,
    primary key (article_id, content_hash)
  )`,
  /* Shared by all articles: inserted when absent, never updated, no counters. */
  `create table entity (
    id         uuid        not null primary key,
    type       text        not null,
    name       text        not null,
    wikidata   text,
    created_at timestamptz not null default now()
  )`,
  `create table entity_alias (
    entity_id uuid not null,
    alias     text not null,
    primary key (entity_id, alias)
  )`,
  /* One row per article and entity. Offsets are pairs start, end in UTF-16 units. */
  `create table mention (
    article_id    uuid      not null,
    entity_id     uuid      not null,
    position      integer   not null,
    type          text      not null,
    name          text      not null,
    wikidata      text,
    role          text,
    salience      text      not null,
    aliases       text[]    not null,
    title_offsets integer[] not null,
    body_offsets  integer[] not null,
    primary key (article_id, entity_id)
  )`,
  /* Serves a takedown: is an entity mentioned anywhere else, and by which names? */
  `create index mention_entity on mention (entity_id)`,
  `create table quote (
    article_id        uuid             not null,
    position          integer          not null,
    text              text             not null,
    start_offset      integer          not null,
    end_offset        integer          not null,
    cue               text             not null,
    direct            boolean          not null,
    speaker_entity_id uuid,
    speaker           text,
    confidence        double precision not null,
    primary key (article_id, position)
  )`,
  CREATE_CONSUMER_PROGRESS,
];

const tables = [
  'consumer_progress',
  'quote',
  'mention',
  'entity_alias',
  'entity',
  'revision',
  'article',
];
