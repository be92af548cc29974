import type { MigrationInterface, QueryRunner } from 'typeorm';

// expand

/** Articles that were hidden lately, for whoever matched one before and writes it only now. */
export class HiddenArticles1795931000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table hidden_article (
        article_id uuid        primary key,
        rev        bigint      not null,
        hidden_at  timestamptz not null default now()
      )`,
    );
    await runner.query('create index hidden_article_at on hidden_article (hidden_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hidden_article');
  }
}
