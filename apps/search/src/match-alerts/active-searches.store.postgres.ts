import type { SavedSearch } from '@warta/contracts';
import { retrying } from '@warta/postgres';
import type { DataSource } from 'typeorm';

/** A saved search that is not paused, as matching needs it. */
export interface ActiveSearch {
  readonly id: string;
  readonly version: number;
  readonly q: string | undefined;
  readonly filters: SavedSearch['filters'];
  readonly matchesFromMs: number;
  readonly isFailing: boolean;
}

interface Row {
  id: string;
  version: number;
  q: string | null;
  filters: SavedSearch['filters'];
  matches_from: Date;
}

/**
 * The active searches, read anew each time but for those that did not change: so a search counts
 * from the moment on in which it is saved, in every process.
 */
export class ActiveSearches {
  readonly #dataSource: DataSource;
  #known = new Map<string, Omit<ActiveSearch, 'isFailing'>>();

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async read(): Promise<readonly ActiveSearch[]> {
    const heads: { id: string; version: number; is_failing: boolean }[] = await retrying(() =>
      this.#dataSource.query(
        'select id, version, failures > 0 as is_failing from saved_search where not paused',
      ),
    );
    const stale = heads.filter(({ id, version }) => this.#known.get(id)?.version !== version);
    const fresh = await this.#load(stale.map(({ id }) => id));
    const known = new Map<string, Omit<ActiveSearch, 'isFailing'>>();
    for (const { id } of heads) {
      const search = fresh.get(id) ?? this.#known.get(id);
      if (search) known.set(id, search);
    }
    this.#known = known;
    return heads.flatMap(({ id, is_failing: isFailing }) => {
      const search = known.get(id);
      return search ? [{ ...search, isFailing }] : [];
    });
  }

  async #load(ids: readonly string[]): Promise<Map<string, Omit<ActiveSearch, 'isFailing'>>> {
    if (ids.length === 0) return new Map();
    const rows: Row[] = await retrying(() =>
      this.#dataSource.query(
        `select id, version, q, filters, matches_from from saved_search
         where id = any($1::uuid[]) and not paused`,
        [ids],
      ),
    );
    return new Map(
      rows.map(({ id, version, q, filters, matches_from: from }) => [
        id,
        { id, version, q: q ?? undefined, filters, matchesFromMs: from.getTime() },
      ]),
    );
  }
}
