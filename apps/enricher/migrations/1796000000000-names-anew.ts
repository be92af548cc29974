import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/**
 * Names are compared by another rule than some rows of `entity_alias` were given their `name_key` by:
 * dots, hyphens and apostrophes do not count any more. They get one before names are looked for.
 */
export class NamesAnew1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update entity_alias set name_key = null where name_key is not null');
  }

  /** Nothing: keys of either rule are only keys to the version before. */
  async down(): Promise<void> {}
}
