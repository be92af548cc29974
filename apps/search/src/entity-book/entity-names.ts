import type { EntityType, Place } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { z } from 'zod';
import { answersOf, isWhole } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { EntitySummary } from '../article-index/entity-fields.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import type { EntityBook } from './entity-book.ts';

/** An entity as its newest article shows it, corrections counted in. */
export interface EntityName {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly wikidata?: string | undefined;
  readonly place?: z.infer<typeof Place> | undefined;
}

/** Some 200 bytes each. */
const REMEMBERED_MAX = 20_000;

/** Names hardly ever change; and what is only a label stands beside what was just counted. */
const FRESH_MS = 5 * 60_000;

/** So long after a correction the newest articles of what it concerns may still be published again. */
const CORRECTING_MS = 60_000;

/**
 * What is nothing yet, or being corrected, may be something else in a moment; and of what was taken
 * down nobody may read the names who asks for them.
 */
const UNSETTLED_FRESH_MS = 2_000;

/** A merged entity that no article shows is named after one of these. */
const MEMBERS_ASKED_MAX = 20;

/** Searches in one request; each is a term and one document. */
const ASKED_AT_ONCE = 50;

interface NameSource {
  readonly entities: readonly EntitySummary[];
  readonly annotation?: { entities?: readonly { id: string; place?: z.infer<typeof Place> }[] };
}

/**
 * Names and types of entities by their ids. An entity has no record of its own: its newest article
 * says what it is called. Remembered for minutes, so that lists of names cost no request.
 */
export class EntityNames {
  readonly #index: ArticleIndex;
  readonly #book: EntityBook;
  readonly #now: () => number;
  /** The longest unused first. What no article mentions is remembered, too. */
  readonly #known = new Map<string, { atMs: number; found: EntityName | undefined }>();

  #changesSeen = 0;
  #correctedAtMs = -Infinity;

  constructor(index: ArticleIndex, book: EntityBook, now: () => number = Date.now) {
    this.#index = index;
    this.#book = book;
    this.#now = now;
  }

  /**
   * What these ids, Warta's or Wikidata's, stand for, by the id that was asked for: a merged one gets
   * the entity it is now. Ids that no article shows are left out, and so are blocked ones. One request
   * for up to 50 that are not remembered.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async of(ids: readonly string[]): Promise<Map<string, EntityName>> {
    return this.#named(ids, FRESH_MS);
  }

  /**
   * The same from the index as it is now, within two seconds: for whoever names an entity himself, since
   * its last article may have been taken down.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async current(ids: readonly string[]): Promise<Map<string, EntityName>> {
    return this.#named(ids, UNSETTLED_FRESH_MS);
  }

  /**
   * Warta's id of what articles say has this Wikidata id, whatever people corrected; undefined when
   * none says so.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async idOf(wikidata: string): Promise<string | undefined> {
    await this.#learn([wikidata], FRESH_MS);
    return this.#known.get(wikidata)?.found?.id;
  }

  async #named(ids: readonly string[], freshMs: number): Promise<Map<string, EntityName>> {
    this.#lookAtBook();
    const learn = (some: readonly string[]) => this.#learn(some, freshMs);
    const asked = [...new Set(ids)].filter((id) => !this.#book.isBlocked(id));
    await learn(asked.map((id) => this.#book.canonicalOf(id)));
    const unseen = asked.filter((id) => this.#shown(id) === undefined);
    await learn(unseen.flatMap((id) => this.#book.membersOf(id).slice(0, MEMBERS_ASKED_MAX)));
    const named = new Map<string, EntityName>();
    for (const id of asked) {
      const found = this.#corrected(id);
      if (found !== undefined) named.set(id, found);
    }
    return named;
  }

  #lookAtBook(): void {
    if (this.#book.changes === this.#changesSeen) return;
    this.#changesSeen = this.#book.changes;
    this.#correctedAtMs = this.#now();
  }

  #corrected(id: string): EntityName | undefined {
    const canonical = this.#book.canonicalOf(id);
    const split = this.#book.splitOf(canonical);
    const entity = this.#shown(id) ?? (split && { ...split, id: canonical });
    if (entity === undefined || this.#book.isBlocked(entity.id)) return undefined;
    const now = this.#book.canonicalOf(entity.id);
    return { ...entity, id: now, type: this.#book.typeOf(now) ?? entity.type };
  }

  /** As its newest article shows it; where none does yet, one that was merged into it. */
  #shown(id: string): EntityName | undefined {
    return this.#book
      .membersOf(id)
      .slice(0, MEMBERS_ASKED_MAX)
      .map((member) => this.#known.get(member)?.found)
      .find((found) => found !== undefined);
  }

  #isFresh(id: string, freshMs: number): boolean {
    const known = this.#known.get(id);
    if (known === undefined) return false;
    const isSettled =
      known.found !== undefined && this.#now() - this.#correctedAtMs > CORRECTING_MS;
    if (this.#now() - known.atMs > (isSettled ? freshMs : UNSETTLED_FRESH_MS)) return false;
    this.#known.delete(id);
    this.#known.set(id, known);
    return true;
  }

  async #learn(wanted: readonly string[], freshMs: number): Promise<void> {
    const ids = [...new Set(wanted)].filter((id) => !this.#isFresh(id, freshMs));
    for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
      const some = ids.slice(at, at + ASKED_AT_ONCE);
      const found = await this.#ask(some);
      for (const [nth, id] of some.entries()) this.#remember(id, found[nth]);
    }
  }

  #remember(id: string, found: EntityName | undefined): void {
    this.#known.delete(id);
    this.#known.set(id, { atMs: this.#now(), found });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= REMEMBERED_MAX) break;
      this.#known.delete(oldest);
    }
  }

  async #ask(ids: readonly string[]): Promise<(EntityName | undefined)[]> {
    const { client, names } = this.#index;
    const searches = ids.flatMap((id) => [
      {},
      {
        query: { bool: { filter: [{ term: { entityIds: id } }] } },
        sort: [{ datedAt: { order: 'desc' as const } }],
        size: 1,
        track_total_hits: false,
        _source: ['entities', 'annotation.entities.id', 'annotation.entities.place'],
      },
    ]);
    const doing = 'reading names of entities';
    const { responses } = await askIndex(this.#index, doing, () =>
      client.msearch<NameSource>({ index: names.read, searches }),
    );
    return answersOf<NameSource>(doing, responses).map((found, nth) => {
      const source = found.hits.hits[0]?._source;
      if (source === undefined && !isWhole(found)) throw new TransientError(`${doing}: in part`);
      const id = ids[nth] ?? '';
      const shown = source?.entities.find((one) => one.id === id || one.wikidata === id);
      if (shown === undefined) return undefined;
      const place = source?.annotation?.entities?.find((one) => one.id === shown.id)?.place;
      const { type, name, wikidata } = shown;
      return { id: shown.id, type, name, wikidata, place };
    });
  }
}
