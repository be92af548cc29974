import type { PartitionBounds } from './kafka-admin-connection.ts';

/** The last records of each partition of a log, and whether they hold enough of what is wanted. */
export class ReadBack {
  readonly #count: number;
  /** Of partitions that are not read from their start: ids of what is wanted. */
  readonly #partly = new Map<number, Set<string>>();

  /** @param count of records, for each partition. */
  constructor(count: number) {
    this.#count = count;
  }

  /** @returns by partition, where to begin. */
  begin(bounds: readonly PartitionBounds[]): Map<number, bigint> {
    this.#partly.clear();
    const starts = bounds.map(({ partition, start, end }): [number, bigint] => {
      const from = end - BigInt(this.#count);
      if (from <= start) return [partition, start];
      this.#partly.set(partition, new Set());
      return [partition, from];
    });
    return new Map(starts);
  }

  /** Nothing is older than what was read. */
  get isWhole(): boolean {
    return this.#partly.size === 0;
  }

  add(partition: number, id: string): void {
    this.#partly.get(partition)?.add(id);
  }

  delete(id: string): void {
    for (const some of this.#partly.values()) some.delete(id);
  }

  /** None of the newest so many can lie before what was read. */
  holds(count: number): boolean {
    return [...this.#partly.values()].every(({ size }) => size >= count);
  }
}
