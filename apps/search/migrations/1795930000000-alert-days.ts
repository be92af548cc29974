import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/** How many events each saved search told on its newest day. */
export class AlertDays1795930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table alert_day (
        search_id    uuid        primary key references saved_search on delete cascade,
        matches_from timestamptz not null,
        day          date        not null,
        events       integer     not null,
        changed_at   timestamptz not null default now()
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alert_day');
  }
}
