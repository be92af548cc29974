import type { DeadLetter } from './dead-letter.ts';
import { recordBytes } from './records.ts';

/** Of the facts and the objects around a record. */
const LETTER_OVERHEAD_BYTES = 1_024;

export interface LettersMax {
  readonly count: number;
  readonly bytes: number;
}

/** Memory a letter takes, roughly. */
export function letterBytes({ record, facts }: DeadLetter): number {
  return recordBytes(record) + facts.detail.length + LETTER_OVERHEAD_BYTES;
}

/**
 * The letters of those added that failed last, within bounds of number and bytes; of the others only
 * the ids. Always has room for one letter.
 */
export class NewestLetters {
  private readonly max: LettersMax;
  private readonly held = new Map<string, DeadLetter>();
  /** Oldest first. Partitions are read one after another, so they come in any order. */
  private readonly inOrder: DeadLetter[] = [];
  private readonly dropped = new Set<string>();
  private bytes = 0;

  constructor(max: LettersMax) {
    this.max = max;
  }

  /** Oldest first. */
  get letters(): DeadLetter[] {
    return [...this.inOrder];
  }

  /** How many there was no room for. */
  get older(): number {
    return this.dropped.size;
  }

  get(id: string): DeadLetter | undefined {
    return this.held.get(id);
  }

  /** A letter with the id of one that is there replaces it. */
  add(letter: DeadLetter): void {
    this.delete(letter.id);
    const { failedAt } = letter.facts;
    const before = this.inOrder.findLastIndex(({ facts }) => facts.failedAt <= failedAt);
    this.inOrder.splice(before + 1, 0, letter);
    this.held.set(letter.id, letter);
    this.bytes += letterBytes(letter);
    while (this.inOrder.length > this.max.count || this.bytes > this.max.bytes) {
      const [oldest] = this.inOrder;
      if (oldest === undefined || this.inOrder.length === 1) break;
      this.delete(oldest.id);
      this.dropped.add(oldest.id);
    }
  }

  /** @returns whether it was held. */
  delete(id: string): boolean {
    this.dropped.delete(id);
    const letter = this.held.get(id);
    if (letter === undefined) return false;
    this.bytes -= letterBytes(letter);
    this.inOrder.splice(this.inOrder.indexOf(letter), 1);
    return this.held.delete(id);
  }
}
