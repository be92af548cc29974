import type { DataSource } from 'typeorm';

export interface DueArticle {
  readonly id: string;
  readonly feed: string;
}

/** Articles by the end of an embargo, which `article_due` holds the few of that have one. */
export class DueArticles {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Those that are due by the clock of Postgres, which is one for all enrichers. Longest first. */
  async due(limit: number): Promise<DueArticle[]> {
    return this.#dataSource.query(
      'select id, feed from article where due_at <= now() order by due_at limit $1',
      [limit],
    );
  }

  /** How many wait, due or not. */
  async waiting(): Promise<number> {
    const [row]: { waiting: number }[] = await this.#dataSource.query(
      'select count(*)::integer as waiting from article where due_at is not null',
    );
    return row?.waiting ?? 0;
  }
}
