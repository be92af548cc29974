import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * Room for what an annotation has beyond the columns of `mention`, `quote` and `article`. `json`,
 * not `jsonb`: nobody asks the database for any of it, and it comes back as it was written.
 *
 * What belongs to the whole article is in its current revision and not in its row: the version of
 * the enricher before this one, which may still run, erases revisions at a takedown, but would
 * leave a column of `article` that it does not know.
 */
export class AnnotationMore1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) {
      await runner.query(`alter table ${table} add column ${column} json`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) {
      await runner.query(`alter table ${table} drop column ${column}`);
    }
  }
}

const columns = [
  ['mention', 'more'],
  ['quote', 'more'],
  ['revision', 'annotation_more'],
];
