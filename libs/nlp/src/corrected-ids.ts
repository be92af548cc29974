/** An id, and the corrections that it rests on. */
export interface CorrectedId {
  readonly id: string;
  readonly by: readonly string[];
}

/** What the merges so far have said about which id is which entity. */
export class CorrectedIds {
  readonly #into = new Map<string, { readonly id: string; readonly by: string }>();
  /** Ids that were merged, until a later merge made them the ones that stay. */
  readonly #freedBy = new Map<string, readonly string[]>();

  /** The entity that this id was merged into, through any number of merges; itself when it was not. */
  canonical(id: string): CorrectedId {
    const by: string[] = [];
    for (let at = id; ;) {
      const next = this.#into.get(at);
      if (next === undefined) {
        return { id: at, by: [...by, ...(this.#freedBy.get(at) ?? [])] };
      }
      // Merging never makes a circle, so this ends.
      by.push(next.by);
      at = next.id;
    }
  }

  /** For what leaves an entity: it does not come back to it, though the new one was merged into it. */
  canonicalOutside(id: string, leftId: string): CorrectedId {
    const { id: canonical, by } = this.canonical(id);
    return { id: canonical === leftId ? id : canonical, by };
  }

  /**
   * From now on `id` is `intoId`; where that was merged into `id` before, this takes it back. An id
   * that was merged already stays where it is: there is nobody left of that id.
   */
  merge(id: string, intoId: string, correctionId: string): CorrectedId {
    const before = this.canonical(intoId);
    if (before.id === id) {
      this.#into.delete(intoId);
      this.#freedBy.set(intoId, [...before.by, correctionId]);
    }
    const into = this.canonical(intoId);
    if (!this.#into.has(id)) this.#into.set(id, { id: intoId, by: correctionId });
    return into;
  }
}
