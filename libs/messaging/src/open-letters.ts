import { readDeadLetter, readSettlement } from './dead-letter.ts';
import type { PartitionBounds } from './kafka-admin-connection.ts';
import type { LogRecord } from './records.ts';

/** Some 200 bytes each. Storms are stopped at 40 in a partition: more have waited for very long. */
export const OPEN_LETTERS_COUNTED_MAX = 20_000;

/** A settled letter may make room, but only reading all anew finds who it is for. */
const WORTH_READING_ANEW = 1 / 2;

export interface OpenCount {
  readonly open: number;
  /** There are older ones that are not counted. */
  readonly more: boolean;
}

interface Place {
  readonly partition: number;
  readonly offset: bigint;
}

/**
 * Which dead letters of a topic nobody has settled, as far as their log was read: only their ids and
 * places, of the newest ones. Given each record once, per partition in order, it goes on where it was.
 */
export class OpenLetters {
  readonly #max: number;
  readonly #open = new Map<string, Place>();
  readonly #next = new Map<number, bigint>();
  /** By partition, the newest that there was no room for. */
  readonly #dropped = new Map<number, bigint>();

  constructor(max = OPEN_LETTERS_COUNTED_MAX) {
    this.#max = max;
  }

  /** By partition, the first record that was not read yet. */
  get next(): ReadonlyMap<number, bigint> {
    return this.#next;
  }

  get count(): OpenCount {
    return { open: this.#open.size, more: this.#dropped.size > 0 };
  }

  add(record: LogRecord): void {
    const { partition, offset } = record;
    this.#next.set(partition, offset + 1n);
    const settled = readSettlement(record);
    if (settled !== undefined) {
      this.#open.delete(settled.id);
      return;
    }
    const letter = readDeadLetter(record);
    if (letter === undefined) return;
    this.#open.delete(letter.id);
    this.#open.set(letter.id, { partition, offset });
    const [oldest] = this.#open;
    if (this.#open.size <= this.#max || oldest === undefined) return;
    this.#open.delete(oldest[0]);
    this.#dropped.set(oldest[1].partition, oldest[1].offset);
  }

  /**
   * Before reading on: forgets what the log has forgotten, and everything when the topic was made anew
   * or there is room for older ones again; then all of it is to be read.
   */
  reconcile(bounds: readonly PartitionBounds[]): void {
    const byPartition = new Map(bounds.map((one) => [one.partition, one]));
    const startOf = (partition: number) => byPartition.get(partition)?.start ?? 0n;
    const isAnother = [...this.#next].some(
      ([partition, next]) => next > (byPartition.get(partition)?.end ?? 0n),
    );
    if (isAnother) return this.#forgetAll();
    for (const [id, { partition, offset }] of this.#open) {
      if (offset < startOf(partition)) this.#open.delete(id);
    }
    for (const [partition, offset] of this.#dropped) {
      if (offset < startOf(partition)) this.#dropped.delete(partition);
    }
    const hasRoom = this.#open.size < this.#max * WORTH_READING_ANEW;
    if (this.#dropped.size > 0 && hasRoom) this.#forgetAll();
  }

  #forgetAll(): void {
    this.#open.clear();
    this.#next.clear();
    this.#dropped.clear();
  }
}
