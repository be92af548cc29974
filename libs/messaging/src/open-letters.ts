import { readDeadLetter, readSettlement } from './dead-letter.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { LogRecord } from './records.ts';

/** Some 200 bytes each. Storms are stopped at 40 in a partition: more have waited for very long. */
export const OPEN_LETTERS_COUNTED_MAX = 20_000;

/** A settled letter may make room, but only reading all anew finds who it is for. */
const WORTH_READING_ANEW = 1 / 2;

/** For each open one that is counted, settled ones whose ids are kept for reading anew. */
const SETTLED_KEPT_PER_COUNTED = 5;

export interface OpenCount {
  readonly open: number;
  /** There are others, read before these, that are not counted. */
  readonly more: boolean;
}

interface Place {
  readonly partition: number;
  readonly offset: bigint;
}

/**
 * Which dead letters of a topic nobody has settled, as far as their log was read: only their ids and
 * places, of those that were read last, which are the newest of each partition. Given each record
 * once, per partition in order, it goes on where it was.
 */
export class OpenLetters {
  readonly #max: number;
  readonly #open = new Map<string, Place>();
  readonly #next = new Map<number, bigint>();
  #newestMs = 0;
  /** By partition, the newest that there was no room for. */
  readonly #dropped = new Map<number, bigint>();
  /**
   * Marks that came once there was no room: read anew, what they settle takes none from the others.
   * It only grows, but for what the log forgets, so all is read anew only as long as that says more.
   */
  readonly #settled = new Map<string, Place>();
  #hasMoreSettled = false;
  #bounds: ReadonlyMap<number, PartitionBounds> = new Map();

  constructor(max = OPEN_LETTERS_COUNTED_MAX) {
    this.#max = max;
  }

  /** By partition, the first record that was not read yet. */
  get next(): ReadonlyMap<number, bigint> {
    return this.#next;
  }

  /** Nothing that was read was appended later. 0 when nothing was. */
  get newestMs(): number {
    return this.#newestMs;
  }

  get count(): OpenCount {
    return { open: this.#open.size, more: this.#dropped.size > 0 };
  }

  add(record: LogRecord): void {
    const { partition, offset, appendedAtMs } = record;
    this.#next.set(partition, offset + 1n);
    if (appendedAtMs > this.#newestMs) this.#newestMs = appendedAtMs;
    const settled = readSettlement(record);
    if (settled !== undefined) {
      this.#open.delete(settled.id);
      if (this.#dropped.size > 0) this.#keepSettled(settled.id, { partition, offset });
      return;
    }
    const letter = readDeadLetter(record);
    if (letter === undefined || this.#isSettledLater(letter.id, { partition, offset })) return;
    this.#open.delete(letter.id);
    this.#open.set(letter.id, { partition, offset });
    const [oldest] = this.#open;
    if (this.#open.size <= this.#max || oldest === undefined) return;
    this.#open.delete(oldest[0]);
    this.#dropped.set(oldest[1].partition, oldest[1].offset);
  }

  /**
   * Before reading on: forgets what the log has forgotten, and everything when the topic was made anew
   * or there is room again for those that were dropped; then all of it is to be read.
   * @param later by partition, the first record appended after `newestMs`, or the end: one before
   * `next` is of a topic made anew, however long that has become.
   */
  reconcile(bounds: readonly PartitionBounds[], later?: ReadonlyMap<number, bigint>): void {
    const byPartition = new Map(bounds.map((one) => [one.partition, one]));
    const startOf = (partition: number) => byPartition.get(partition)?.start ?? 0n;
    const before = this.#bounds;
    this.#bounds = byPartition;
    const isAnother = [...this.#next].some(([partition, next]) => {
      const { start, end } = byPartition.get(partition) ?? { start: 0n, end: 0n };
      const isOlder = start < (before.get(partition)?.start ?? 0n);
      return next > end || next < start || isOlder || (later?.get(partition) ?? next) < next;
    });
    if (isAnother) {
      this.#settled.clear();
      this.#newestMs = 0;
      return this.#forgetAll();
    }
    for (const kept of [this.#open, this.#settled]) {
      for (const [id, { partition, offset }] of kept) {
        if (offset < startOf(partition)) kept.delete(id);
      }
    }
    for (const [partition, offset] of this.#dropped) {
      if (offset < startOf(partition)) this.#dropped.delete(partition);
    }
    const hasRoom = this.#open.size < this.#max * WORTH_READING_ANEW;
    // Else each try of a long reading would begin where the one before did.
    const isThrough = [...before.values()].every(
      ({ partition, start, end }) => start >= end || (this.#next.get(partition) ?? 0n) >= end,
    );
    const isWorth = this.#dropped.size > 0 && hasRoom && this.#hasMoreSettled;
    if (isWorth && isThrough) this.#forgetAll();
  }

  #keepSettled(id: string, at: Place): void {
    if (this.#isSettledLater(id, { ...at, offset: at.offset - 1n })) return;
    const hasRoom = this.#settled.size < this.#max * SETTLED_KEPT_PER_COUNTED;
    if (!hasRoom && !this.#settled.has(id)) return;
    this.#settled.set(id, at);
    this.#hasMoreSettled = true;
  }

  /** By a mark that was read already: those of a letter are in its partition. */
  #isSettledLater(id: string, { partition, offset }: Place): boolean {
    const mark = this.#settled.get(id);
    return mark !== undefined && mark.partition === partition && mark.offset > offset;
  }

  #forgetAll(): void {
    this.#open.clear();
    this.#next.clear();
    this.#dropped.clear();
    this.#hasMoreSettled = false;
  }
}
