import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/** What is asked at every step of the catch-up, beside spans that ended weeks ago. */
export class MissedOrder1795941000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "create index missed_span_next on missed_span (search_id, from_at, id) where state = 'waiting'",
    );
    await runner.query(
      "create index missed_span_open on missed_span (to_at) where state in ('waiting', 'held')",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['missed_span_open', 'missed_span_next']) {
      await runner.query(`drop index ${index}`);
    }
  }
}
