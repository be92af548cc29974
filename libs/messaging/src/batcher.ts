import { strict as assert } from 'node:assert';

export interface BatchLimits {
  readonly recordsMax: number;
  readonly bytesMax: number;
}

interface Item {
  readonly bytes: number;
  /** True when nobody waits for it any more: it is left out. */
  readonly expired: boolean;
}

/** A queue that is worked off in batches, first in, first out, each within the limits. */
export class Batcher<T extends Item> {
  private items: T[] = [];
  private next = 0;
  private readonly limits: BatchLimits;

  constructor(limits: BatchLimits) {
    assert(limits.recordsMax > 0 && limits.bytesMax > 0, 'a batch holds at least one record');
    this.limits = limits;
  }

  get length(): number {
    return this.items.length - this.next;
  }

  add(item: T): void {
    this.items.push(item);
  }

  /**
   * The next batch, and what was left out because it expired. A single item over the limit of
   * bytes goes alone, so that nothing waits for ever. Both empty only when the queue is.
   */
  take(): { batch: T[]; expired: T[] } {
    const batch: T[] = [];
    const expired: T[] = [];
    let bytes = 0;
    while (this.next < this.items.length && batch.length < this.limits.recordsMax) {
      const item = this.items[this.next] as T;
      if (!item.expired && batch.length > 0 && bytes + item.bytes > this.limits.bytesMax) break;
      this.next += 1;
      (item.expired ? expired : batch).push(item);
      if (!item.expired) bytes += item.bytes;
    }
    this.forget();
    return { batch, expired };
  }

  /** Gives up the taken part of the array now and then, not at every batch. */
  private forget(): void {
    if (this.next * 2 < this.items.length) return;
    this.items = this.items.slice(this.next);
    this.next = 0;
  }
}
