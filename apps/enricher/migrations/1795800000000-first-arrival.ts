import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * An embargo is put off by a newer push that came before its end, so it has to be known when a
 * content first came, also when a later push of it has the better stamp. Null where that is
 * `arrival_at`, as in all rows of the version before this one.
 */
export class FirstArrival1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revision add column first_arrival_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revision drop column first_arrival_at');
  }
}
