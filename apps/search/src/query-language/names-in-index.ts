import { knownNames } from '@warta/nlp/known-names';
import { LRUCache } from 'lru-cache';
import { answersOf, isWhole, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { entityNamePrefix, foldName } from '../article-index/fold-name.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import { findEntities } from '../entity-book/find-entities.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { isAny, printedNames } from '../entity-book/names-in-use.ts';
import type { KnownEntity } from './query-tree.ts';
import { ENTITIES_PER_WORD_MAX, keyOf } from './understand-query.ts';
import type { AskedName, EntityFinder, FoundName } from './understand-query.ts';

/**
 * How long a name is taken for what it was: a search as it is typed, its pages and its facets ask
 * for the same names. A new article's names count after this time, people's corrections at once.
 */
const REMEMBERED_MS = 5_000;

/** Most are words that are no name: some 100 bytes each. */
const REMEMBERED_MAX = 20_000;

/** Entities whose other names are looked up; those of a name that many bear say nothing. */
const ENTITIES_WITH_ALIASES_MAX = 4;

/** Other names of an entity that a search looks for. */
export const ALIASES_MAX = 4;

type FoundNames = ReadonlyMap<string, FoundName>;

/** Names of entities as the index and people's corrections have them now. */
export class NamesInIndex implements EntityFinder {
  static readonly #ofBook = new WeakMap<EntityBook, NamesInIndex>();
  readonly #parts: EntityParts;
  #correctionsSeen = 0;
  readonly #known = new LRUCache<string, FoundName>({ max: REMEMBERED_MAX, ttl: REMEMBERED_MS });
  /** Names that another search is asking for right now, each with all that is asked for with it. */
  readonly #asked = new Map<string, Promise<FoundNames>>();

  constructor(parts: EntityParts) {
    this.#parts = parts;
  }

  /** The one of this process, so that all searches share what it remembers. */
  static of(parts: EntityParts): NamesInIndex {
    const known = this.#ofBook.get(parts.book) ?? new NamesInIndex(parts);
    this.#ofBook.set(parts.book, known);
    return known;
  }

  /**
   * One request for all words that may be names, and few for each that is one; none for what is
   * remembered, or asked for already by another search.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async find(names: readonly AskedName[]): Promise<readonly FoundName[]> {
    this.#forgetWhenCorrected();
    const found = new Map<string, FoundName>();
    const coming = new Set<Promise<FoundNames>>();
    const unknown: AskedName[] = [];
    for (const asked of names) {
      const key = keyOf(asked);
      const known = this.#known.get(key);
      const isAsked = this.#asked.get(key);
      if (known) found.set(key, known);
      else if (isAsked) coming.add(isAsked);
      else unknown.push(asked);
    }
    if (unknown.length > 0) coming.add(this.#ask(unknown));
    for (const some of await Promise.all(coming)) {
      for (const [key, what] of some) found.set(key, what);
    }
    return names.map((name) => found.get(keyOf(name)) ?? nobody);
  }

  /** Other searches that come meanwhile wait for the same answer, which is remembered. */
  #ask(names: readonly AskedName[]): Promise<FoundNames> {
    const corrections = this.#correctionsSeen;
    const asking = this.#lookUp(names)
      .then((found) => {
        // What was corrected meanwhile may have been looked up before.
        if (corrections !== this.#correctionsSeen) return found;
        for (const [key, what] of found) this.#known.set(key, what);
        return found;
      })
      .finally(() => {
        for (const name of names) {
          if (this.#asked.get(keyOf(name)) === asking) this.#asked.delete(keyOf(name));
        }
      });
    for (const name of names) this.#asked.set(keyOf(name), asking);
    return asking;
  }

  async #lookUp(names: readonly AskedName[]): Promise<FoundNames> {
    const borne = await this.#borne(names.filter(({ isText }) => isText));
    return new Map(
      await Promise.all(
        names.map(async (asked) => {
          const isWord = asked.isText && !borne.has(asked);
          return [keyOf(asked), isWord ? nobody : await this.#entities(asked)] as const;
        }),
      ),
    );
  }

  #forgetWhenCorrected(): void {
    const { changes } = this.#parts.book;
    if (changes === this.#correctionsSeen) return;
    this.#correctionsSeen = changes;
    this.#known.clear();
    this.#asked.clear();
  }

  /** Which of them any entity bears. */
  async #borne(names: readonly AskedName[]): Promise<Set<AskedName>> {
    if (names.length === 0) return new Set();
    const { index, book } = this.#parts;
    const searches = names.flatMap(({ name }) => [
      {},
      isAny({ prefix: { entityNames: { value: entityNamePrefix(name) } } }),
    ]);
    const doing = 'looking for names in a query';
    const { responses } = await askIndex(index, doing, () =>
      index.client.msearch({ index: index.names.read, searches }),
    );
    const answers = answersOf(doing, responses);
    return new Set(
      names.filter(({ name }, at) => {
        const found = answers[at];
        // Where a part of the index is away, it is asked for by itself.
        const mayBe = found !== undefined && (totalOf(found) > 0 || !isWhole(found));
        return mayBe || book.bearersOf(name).length > 0 || knownNames(name).length > 0;
      }),
    );
  }

  async #entities({ name, types, isText }: AskedName): Promise<FoundName> {
    const found = await findEntities(this.#parts, name, types);
    const { isComplete } = found;
    const isTooMany = found.ids.length > ENTITIES_PER_WORD_MAX || !isComplete;
    if (isText && isTooMany && !name.includes(' ')) return nobody;
    const [named, printed] = await Promise.all([
      this.#parts.names.current(found.ids),
      printedNames(this.#parts.index, found.ids.slice(0, ENTITIES_WITH_ALIASES_MAX)),
    ]);
    // Of what only our tables know, no article can be found.
    const ids = isText ? found.ids.filter((id) => named.has(id)) : found.ids;
    const entities = ids.map((id): KnownEntity => {
      const { type, name: canonical } = named.get(id) ?? {};
      const forms = printed.get(id);
      return {
        id,
        ...(type && { type }),
        ...(canonical !== undefined && { name: canonical }),
        aliases: forms === undefined ? [] : this.#aliases(id, name, [canonical ?? name, ...forms]),
      };
    });
    return { entities, isComplete };
  }

  /** What else it is called: as printed in articles or added by people, each spelling once. */
  #aliases(id: string, called: string, printed: readonly string[]): string[] {
    const { book } = this.#parts;
    const byFolded = new Map<string, string>();
    for (const form of [...book.namesAddedTo(id), ...printed]) {
      const folded = foldName(form);
      if (byFolded.has(folded) || folded === foldName(called) || folded === foldName(id)) continue;
      if (!book.isNotCalled(id, folded)) byFolded.set(folded, form);
    }
    return [...byFolded.values()].slice(0, ALIASES_MAX);
  }
}

const nobody: FoundName = { entities: [], isComplete: true };
