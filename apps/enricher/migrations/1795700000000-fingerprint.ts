import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * What articles are compared by, to relate those that tell the same story. One row per article
 * that was ever pushed and is not taken down; without content_hash and what is made of it while
 * the article is held or withheld, so that it keeps its place among the arrivals.
 *
 * The version of the enricher before this one, which may still run, knows nothing of it: a row
 * counts only while its content_hash is the current one of a live article.
 *
 * Bands in one array with a GIN index, not one row per band: with 100,000 articles, 100 took 15 ms
 * to write instead of 23, 69 MB of index instead of 222 MB, and 16 ms to look up either way. Leads
 * and followers have an index each, because leads are what every article looks for, and a text that
 * comes a thousand times has one lead and a crowd of followers. `fastupdate` is off: its list of what is
 * not indexed yet is read by every search.
 */
export class Fingerprint1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fingerprint');
  }
}

const up = [
  `create table fingerprint (
    article_id   uuid   not null primary key,
    arrival_ms   bigint not null,
    content_hash text,
    mark         text,
    text_hash    text,
    address_hash text,
    sketch       bytea,
    bands        bigint[],
    at_ms        bigint,
    lead_id      uuid,
    lead_mark    text,
    similarity   double precision,
    kind         text,
    constraint fingerprint_kind check (kind in ('exact', 'near')),
    constraint fingerprint_empty_has_no_lead check (content_hash is not null or lead_id is null)
  )`,
  /* Random numbers: compressing them is in vain. */
  `alter table fingerprint alter column sketch set storage external`,
  `create index fingerprint_of_leads on fingerprint
     using gin (bands) with (fastupdate = off) where lead_id is null`,
  `create index fingerprint_of_followers on fingerprint
     using gin (bands) with (fastupdate = off) where lead_id is not null`,
  /* Serves a change of a lead: who follows it? */
  `create index fingerprint_lead on fingerprint (lead_id) where lead_id is not null`,
];
