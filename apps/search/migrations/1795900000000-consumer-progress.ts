import { CREATE_CONSUMER_PROGRESS } from '@warta/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/** How far this service's own consumers are; the index keeps its progress itself. */
export class ConsumerProgress1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_CONSUMER_PROGRESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consumer_progress');
  }
}
