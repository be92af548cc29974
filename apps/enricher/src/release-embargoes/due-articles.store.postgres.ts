import type { DataSource } from 'typeorm';

/** How many articles have a revision that is kept back. */
export interface KeptBackCount {
  /** Due or not. */
  readonly waiting: number;
  /** Of them those that should have been shown a minute ago. */
  readonly overdue: number;
}

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

  async count(): Promise<KeptBackCount> {
    const [row]: KeptBackCount[] = await this.#dataSource.query(
      `select count(*)::integer as waiting,
         count(*) filter (where due_at < now() - interval '1 minute')::integer as overdue
       from article where due_at is not null`,
    );
    return row ?? { waiting: 0, overdue: 0 };
  }
}
