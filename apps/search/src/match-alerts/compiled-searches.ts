import { TransientError } from '@warta/messaging';
import { foldName } from '../article-index/fold-name.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { NamesInIndex } from '../query-language/names-in-index.ts';
import type { FaultTexts } from '../query-language/query-faults.ts';
import { searchTroubles, textsOf } from '../saved-searches/search-troubles.ts';
import type { ActiveSearch } from './active-searches.store.postgres.ts';
import type { LiveState } from './batch-states.ts';
import { compileSearch } from '../saved-searches/compiled-search.ts';
import type { CompiledSearch } from '../saved-searches/compiled-search.ts';

/** What a name stands for changes as articles and corrections come; slowly, but for what is new. */
const UNDERSTOOD_FOR_MS = 10 * 60_000;

/** Each asks the index a few questions. */
const COMPILED_AT_ONCE = 8;

/** A saved search ready to be matched. */
export interface ReadySearch extends ActiveSearch {
  readonly compiled: CompiledSearch;
}

interface Known {
  readonly asked: string;
  /** It may be written in another way and ask for the same. */
  readonly q: string | undefined;
  /** How many corrections of entities there were. */
  readonly corrections: number;
  /** Not the same for all, so that not all end at once. */
  readonly untilMs: number;
  readonly compiled: CompiledSearch;
  /** Folded. */
  readonly names: ReadonlySet<string>;
}

/** Compiled searches by id, kept while they hold. */
export class CompiledSearches {
  readonly #parts: EntityParts;
  readonly #now: () => number;
  #known = new Map<string, Known>();

  constructor(parts: EntityParts, now: () => number = Date.now) {
    this.#parts = parts;
    this.#now = now;
  }

  /**
   * A name that an article of the batch bears for an entity not known by it yet is looked up again:
   * else the first article about somebody would be missed by the search for them.
   * @returns what could be compiled, and why the others could not.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async ready(
    searches: readonly ActiveSearch[],
    articles: readonly LiveState[],
  ): Promise<{ ready: ReadySearch[]; failed: Map<string, FaultTexts> }> {
    const borne = namesIn(articles);
    // What was asked some seconds ago may lack just the entity that these articles bring.
    const names = new NamesInIndex(this.#parts);
    const failed = new Map<string, FaultTexts>();
    const known = new Map<string, Known>();
    const waiting = [...searches];
    const compileNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const before = this.#known.get(next.id);
        try {
          const holds = before !== undefined && this.#holds(before, next, borne);
          known.set(next.id, holds ? before : await this.#compile(next, names));
        } catch (error) {
          if (error instanceof TransientError) throw error;
          failed.set(next.id, searchTroubles.notUnderstood(textsOf(error as Error)));
        }
      }
    };
    await Promise.all(Array.from({ length: COMPILED_AT_ONCE }, compileNext));
    this.#known = known;
    const ready = searches.flatMap((search) => {
      const compiled = known.get(search.id)?.compiled;
      return compiled ? [{ ...search, compiled }] : [];
    });
    return { ready, failed };
  }

  #holds(known: Known, search: ActiveSearch, borne: ReadonlyMap<string, Set<string>>): boolean {
    if (known.asked !== search.asked || known.q !== search.q) return false;
    if (this.#now() > known.untilMs) return false;
    if (known.corrections !== this.#parts.book.changes) return false;
    for (const name of known.names) {
      for (const id of borne.get(name) ?? []) {
        if (!known.compiled.entityIds.has(id)) return false;
      }
    }
    return true;
  }

  async #compile(search: ActiveSearch, names: NamesInIndex): Promise<Known> {
    const corrections = this.#parts.book.changes;
    const untilMs = this.#now() + UNDERSTOOD_FOR_MS * (0.5 + Math.random());
    const compiled = await compileSearch(this.#parts, search, names);
    const folded = new Set(compiled.names.map(foldName));
    const { asked, q } = search;
    return { asked, q, corrections, untilMs, compiled, names: folded };
  }
}

/** Ids of the entities that bear a name in these articles, by the folded name. */
function namesIn(articles: readonly LiveState[]): Map<string, Set<string>> {
  const borne = new Map<string, Set<string>>();
  for (const { state } of articles) {
    for (const { id, name, aliases } of state?.annotation.entities ?? []) {
      for (const form of [name, ...aliases]) {
        const folded = foldName(form);
        const ids = borne.get(folded);
        if (ids) ids.add(id);
        else borne.set(folded, new Set([id]));
      }
    }
  }
  return borne;
}
