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
 * The newest letters of those added, within bounds of number and bytes; of the others only the
 * ids. Always has room for one letter.
 */
export class NewestLetters {
  private readonly max: LettersMax;
  private readonly held = new Map<string, DeadLetter>();
  private readonly dropped = new Set<string>();
  private bytes = 0;

  constructor(max: LettersMax) {
    this.max = max;
  }

  /** Oldest first. */
  get letters(): DeadLetter[] {
    return [...this.held.values()];
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
    this.held.set(letter.id, letter);
    this.bytes += letterBytes(letter);
    for (const [id, oldest] of this.held) {
      if (this.held.size <= this.max.count && this.bytes <= this.max.bytes) break;
      if (this.held.size === 1) break;
      this.held.delete(id);
      this.bytes -= letterBytes(oldest);
      this.dropped.add(id);
    }
  }

  /** @returns whether it was held. */
  delete(id: string): boolean {
    this.dropped.delete(id);
    const letter = this.held.get(id);
    if (letter === undefined) return false;
    this.bytes -= letterBytes(letter);
    return this.held.delete(id);
  }
}
