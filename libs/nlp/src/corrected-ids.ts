import type { EntityFace, EntityType } from '@warta/contracts';

/** What corrections have said so far about which id is which entity, and how it is shown. */
export class CorrectedIds {
  readonly #into = new Map<string, string>();
  readonly #faces = new Map<string, EntityFace>();

  /** How an entity is shown where the text itself does not say it. The first to say it counts. */
  introduce(id: string, face: EntityFace): void {
    this.#faces.set(id, { ...face, ...this.#faces.get(id) });
  }

  retype(id: string, { name, type }: { name: string; type: EntityType }): void {
    this.#faces.set(id, { name, ...this.#faces.get(id), type });
  }

  faceOf(id: string): EntityFace | undefined {
    return this.#faces.get(id);
  }

  /** The entity that this id was merged into, through any number of merges; itself when it was not. */
  canonical(id: string): string {
    let at = id;
    // Merging never makes a circle, so this ends.
    for (let next = this.#into.get(at); next !== undefined; next = this.#into.get(at)) at = next;
    return at;
  }

  /** Who is meant by those who are not `leftId`: where it was merged into that, it is itself again. */
  canonicalOutside(id: string, leftId: string): string {
    if (this.canonical(id) !== leftId) return this.canonical(id);
    this.#into.delete(id);
    return id;
  }

  /**
   * From now on `id` is `intoId`; where that was merged into `id` before, this takes it back. An id
   * that was merged already stays where it is: there is nobody left of that id.
   */
  merge(id: string, intoId: string): string {
    const into = this.canonicalOutside(intoId, id);
    if (!this.#into.has(id)) this.#into.set(id, into);
    return into;
  }
}
