import { retrying } from '@warta/postgres';
import type { DataSource } from 'typeorm';

/** What is still to be matched behind what arrives. */
export interface Backlog {
  /** Pushes times searches that were not tried on them, and will be by themselves. */
  readonly missed: number;
  /** Articles that failed for themselves. */
  readonly passedOver: number;
}

export class BacklogStore {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async read(): Promise<Backlog> {
    const [row]: Backlog[] = await retrying(() => this.#dataSource.query(READ));
    return row ?? { missed: 0, passedOver: 0 };
  }
}

const READ = `
  select
    (select coalesce(sum(pushes), 0)::float8 from missed_span where state = 'waiting') as missed,
    (select count(*)::integer from unmatched_article) as "passedOver"`;
