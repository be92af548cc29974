import type { SavedSearch } from '@warta/contracts';
import { retrying } from '@warta/postgres';
import type { DataSource } from 'typeorm';
import { ASKED, FULL_SINCE } from '../saved-searches/saved-search-sql.ts';

/** A saved search that is to be matched, as matching needs it. */
export interface ActiveSearch {
  readonly id: string;
  /** Another one when it begins anew, with another query or after a pause; not for another name. */
  readonly asked: string;
  readonly q: string | undefined;
  readonly filters: SavedSearch['filters'];
  readonly matchesFromMs: number;
  readonly isFailing: boolean;
  /** It has told enough for today. */
  readonly isFull: boolean;
}

type Known = Omit<ActiveSearch, 'isFailing' | 'isFull'> & { readonly version: number };

interface Head {
  id: string;
  version: number;
  is_failing: boolean;
  is_full: boolean;
}

interface Row {
  id: string;
  asked: string;
  version: number;
  q: string | null;
  filters: SavedSearch['filters'];
  matches_from: Date;
}

/**
 * The searches to be matched, read anew each time but for those that did not change: so a search counts
 * from the moment on in which it is saved, in every process.
 */
export class ActiveSearches {
  readonly #dataSource: DataSource;
  #known = new Map<string, Known>();

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async read(): Promise<readonly ActiveSearch[]> {
    const heads: Head[] = await retrying(() =>
      this.#dataSource.query(
        `select s.id, s.version, s.failures > 0 as is_failing, ${FULL_SINCE} is not null as is_full
         from saved_search s where not s.paused`,
      ),
    );
    const stale = heads.filter(({ id, version }) => this.#known.get(id)?.version !== version);
    const fresh = await this.#load(stale.map(({ id }) => id));
    const known = new Map<string, Known>();
    for (const { id } of heads) {
      const search = fresh.get(id) ?? this.#known.get(id);
      if (search) known.set(id, search);
    }
    this.#known = known;
    return heads.flatMap(({ id, is_failing: isFailing, is_full: isFull }) => {
      const search = known.get(id);
      return search ? [{ ...search, isFailing, isFull }] : [];
    });
  }

  async #load(ids: readonly string[]): Promise<Map<string, Known>> {
    if (ids.length === 0) return new Map();
    const rows: Row[] = await retrying(() =>
      this.#dataSource.query(
        `select s.id, s.version, ${ASKED} as asked, s.q, s.filters, s.matches_from from saved_search s
         where s.id = any($1::uuid[]) and not s.paused`,
        [ids],
      ),
    );
    return new Map(
      rows.map(({ id, version, asked, q, filters, matches_from: from }) => [
        id,
        { id, version, asked, q: q ?? undefined, filters, matchesFromMs: from.getTime() },
      ]),
    );
  }
}
