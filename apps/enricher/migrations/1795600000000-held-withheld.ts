import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * Articles may be held until an embargo ends, or withheld until a newer version, and a takedown may
 * be lifted. What was said of it is kept as it was said, in `json`: nobody asks the database for
 * any of it. Only `due_at` is searched, by the scan for embargoes that end, and its index holds no
 * more than the articles that wait.
 *
 * The version of the enricher before this one would publish an embargoed text at once, since it
 * does not know of embargoes: bring the enrichers up to date before the ingestors.
 */
export class HeldWithheld1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `alter table article
     add column withheld json,
     add column restored json,
     add column held json,
     add column considered_at timestamptz,
     add column due_at timestamptz,
     drop constraint article_status,
     add constraint article_status check (status in ('live', 'held', 'withheld', 'canceled'))`,
  'alter table revision add column embargo_until text',
  'create index article_due on article (due_at) where due_at is not null',
];

const down = [
  'drop index article_due',
  'alter table revision drop column embargo_until',
  `alter table article
     drop constraint article_status,
     add constraint article_status check (status in ('live', 'canceled')),
     drop column due_at,
     drop column considered_at,
     drop column held,
     drop column restored,
     drop column withheld`,
];
