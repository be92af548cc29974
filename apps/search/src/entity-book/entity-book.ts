import type { EntityCorrectionV1, EntityType } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { AccessReader } from '@warta/service';
import { foldName } from '../article-index/fold-name.ts';
import { viewOf } from './corrected-view.ts';
import type { CorrectedView, SplitEntity } from './corrected-view.ts';

/** Each takes a kilobyte or so here and in every enricher; people make some dozens a day. */
export const CORRECTIONS_MAX = 50_000;

/** A correction as the log has it now. */
export interface LoggedCorrection {
  readonly correction: EntityCorrectionV1;
  /** Of the record that says it, or says that it is undone. */
  readonly offset: bigint;
}

/**
 * What people said about entities, in memory, kept current by the log of corrections. The same events
 * make the same book in any order of delivery and with any repetition. Undone ones stay listed and
 * count for nothing. Ids are in small letters.
 */
export class EntityBook {
  readonly #logged = new Map<string, LoggedCorrection>();
  readonly #waiting = new Set<() => void>();
  #view: CorrectedView | undefined;
  #reader: AccessReader | undefined;
  #changes = 0;

  /** The reader whose progress decides whether this book is whole. */
  follow(reader: AccessReader): void {
    this.#reader = reader;
  }

  /** Why the book may lack corrections that were made before this process started. */
  get unavailable(): string | undefined {
    return this.#reader?.caughtUp === true
      ? undefined
      : 'the corrections of entities have not been read to their end yet';
  }

  apply(correction: EntityCorrectionV1, { offset }: { readonly offset: bigint }): void {
    const known = this.#logged.get(correction.correctionId);
    if (known === undefined || isNewer({ correction, offset }, known)) {
      this.#logged.set(correction.correctionId, { correction, offset });
      this.#view = undefined;
      this.#changes += 1;
    }
    for (const look of this.#waiting) look();
  }

  /** Counts what came in: whoever remembers what follows from the book knows by it that it is old. */
  get changes(): number {
    return this.#changes;
  }

  /** The one entity that this one is, by the merges in force; itself when there is none. */
  canonicalOf(id: string): string {
    return this.#current.canonical.get(id) ?? id;
  }

  /** All ids of what `id` is, the canonical one first: what articles may still carry for it. */
  membersOf(id: string): readonly string[] {
    const canonical = this.canonicalOf(id);
    return this.#current.members.get(canonical) ?? [canonical];
  }

  /**
   * Ids that a merge in force made one with others, and what they are; those merged last first.
   * @param max of them, at most.
   */
  mergedLately(max: number): string[] {
    const { mergedBy } = this.#current;
    if (mergedBy.size === 0) return [];
    const ids = new Set<string>();
    for (const id of [...mergedBy.keys()].slice(-max).reverse()) {
      if (ids.size + 2 > max) break;
      ids.add(id).add(this.canonicalOf(id));
    }
    return [...ids];
  }

  /** Whether people said that this is no entity, of itself or of the one it was then. */
  isBlocked(id: string): boolean {
    return this.#current.blocked.has(id);
  }

  /** The type people gave it; undefined when the extractor's stands. */
  typeOf(id: string): EntityType | undefined {
    return this.#current.types.get(this.canonicalOf(id));
  }

  /** Name and type that a split gave to the entity it made, for as long as no article shows it. */
  splitOf(id: string): SplitEntity | undefined {
    return this.#current.splits.get(id);
  }

  /** Who bears this name because people said so; canonical ids. */
  bearersOf(name: string): readonly string[] {
    const ids = this.#current.addedTo.get(foldName(name)) ?? [];
    return [...new Set(ids.map((id) => this.canonicalOf(id)))];
  }

  /** Names people added, as they wrote them, to any of its members. */
  namesAddedTo(id: string): readonly string[] {
    return this.membersOf(id).flatMap((member) => [
      ...(this.#current.added.get(member)?.values() ?? []),
    ]);
  }

  /** Every name that people added, folded, with those who bear it. */
  addedNames(): Iterable<readonly [folded: string, ids: readonly string[]]> {
    return this.#current.addedTo;
  }

  /** Whether people said that this entity is not called so. */
  isNotCalled(id: string, foldedName: string): boolean {
    const { removed } = this.#current;
    if (removed.size === 0) return false;
    return [id, this.canonicalOf(id)].some((of) => removed.get(of)?.has(foldedName) ?? false);
  }

  /** Whether nobody ever corrected anything. */
  get isEmpty(): boolean {
    return this.#logged.size === 0;
  }

  /** The merge in force by which this id is another entity. */
  mergeOf(id: string): EntityCorrectionV1 | undefined {
    return this.#current.mergedBy.get(id);
  }

  get(correctionId: string): LoggedCorrection | undefined {
    return this.#logged.get(correctionId);
  }

  /** Every correction, undone ones too, the latest made first. */
  list(): LoggedCorrection[] {
    return [...this.#logged.values()].sort((a, b) => byMaking(b.correction, a.correction));
  }

  /**
   * Resolves once the book has this state of a correction: what this process has read back, every
   * other process will read too.
   * @throws TransientError after `deadlineMs`.
   */
  async readBack(correctionId: string, isUndone: boolean, deadlineMs: number): Promise<void> {
    const isThere = () => {
      const logged = this.#logged.get(correctionId);
      return logged !== undefined && (!isUndone || logged.correction.undone !== undefined);
    };
    if (isThere()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = () => {
      if (isThere()) resolve();
    };
    const late = 'the correction was not read back in time';
    const timer = setTimeout(() => reject(new TransientError(late)), deadlineMs);
    this.#waiting.add(look);
    try {
      await promise;
    } finally {
      this.#waiting.delete(look);
      clearTimeout(timer);
    }
  }

  /** Made anew when first asked after a change: reading a long log makes it once. */
  get #current(): CorrectedView {
    this.#view ??= viewOf(
      [...this.#logged.values()]
        .map(({ correction }) => correction)
        .filter(({ undone }) => undone === undefined)
        .sort(byMaking),
    );
    return this.#view;
  }
}

/** By the time of making, as the contract says; the id makes the order total. */
export function byMaking(a: EntityCorrectionV1, b: EntityCorrectionV1): number {
  const apartMs = Date.parse(a.made.at) - Date.parse(b.made.at);
  if (apartMs !== 0) return apartMs;
  return a.correctionId < b.correctionId ? -1 : 1;
}

/** Undone is final, so it wins whatever came first; else the later record of the log does. */
function isNewer(one: LoggedCorrection, known: LoggedCorrection): boolean {
  const isUndone = one.correction.undone !== undefined;
  const wasUndone = known.correction.undone !== undefined;
  return isUndone === wasUndone ? one.offset > known.offset : isUndone;
}
