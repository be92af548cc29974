import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

const STATEMENTS = [
  // What a search asked for when it missed a span counts from then on, not from the span's beginning.
  "alter table missed_span add column counts_from timestamptz not null default 'epoch'",
  // Searches that an article of a span was passed over for, whatever they count from now.
  "alter table unmatched_article add column missed_by uuid[] not null default '{}'",
];

/** What was missed keeps whom it counts for, and from when on. */
export class MissedBounds1795942000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unmatched_article drop column missed_by');
    await runner.query('alter table missed_span drop column counts_from');
  }
}
