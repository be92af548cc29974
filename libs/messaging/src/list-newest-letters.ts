import { settledLetter } from './dead-letter.ts';
import type { DeadLetter, Settlement } from './dead-letter.ts';
import type { RestOfLog } from './kafka-log-reader.ts';
import { NewestLetters } from './newest-letters.ts';
import { ReadBack } from './read-back.ts';

/** Letters listed at once, whole: they are held in memory, and each may have 4 MiB. */
const LIST_MAX = 1_000;
const LIST_BYTES_MAX = 64 * 1024 * 1024;
/** Of each partition, for each letter that is wanted: there may be what settles one beside it. */
const READ_BACK_FIRST = 2;
/** What was read is read again with more: together a seventh more than the last time alone. */
const READ_BACK_FACTOR = 8;

export interface ListOptions {
  /** Also those that were sent back or discarded already. */
  readonly includeSettled?: boolean;
  /** The newest so many; at most 1,000. */
  readonly limit?: number;
  /** The newest within so many bytes, but at least one; at most 64 MiB. */
  readonly bytesMax?: number;
}

export interface DeadLetterList {
  /** Oldest first. */
  readonly letters: DeadLetter[];
  /** There may be older ones that did not fit in. Re-drive these, then list again. */
  readonly more: boolean;
}

interface Collected {
  readonly newest: NewestLetters;
  readonly isRoomLost: boolean;
  readonly isWhole: boolean;
  readonly isEnough: boolean;
}

export interface OnLetters {
  readonly letter: (letter: DeadLetter) => void;
  readonly settled: (settlement: Settlement, at: Date) => void;
}

/** Reads the dead letters of a topic, those of a partition in order. */
export type ReadLetters = (on: OnLetters, nextIn: RestOfLog['nextIn']) => Promise<void>;

/**
 * The letters that failed last and nobody has settled. What settles a letter comes after it in its
 * partition, so the end of each is read, and more of it only where that does not hold enough.
 */
export async function listNewestLetters(
  read: ReadLetters,
  options: ListOptions,
): Promise<DeadLetterList> {
  const wanted = Math.min(options.limit ?? LIST_MAX, LIST_MAX);
  for (let back = READ_BACK_FIRST * wanted; ; back *= READ_BACK_FACTOR) {
    const settled = new Set<string>();
    const first = await collect(read, options, settled, back);
    if (!first.isEnough) continue;
    // Letters were dropped for the sake of newer ones that turned out to be settled.
    const { newest, isWhole } = first.isRoomLost
      ? await collect(read, options, settled, back)
      : first;
    return { letters: newest.letters, more: !isWhole || newest.older > 0 };
  }
}

/**
 * @param settled ids that are no candidates; those found to be settled are added.
 * @param back how many records of each partition are read, the last ones.
 */
async function collect(
  read: ReadLetters,
  { includeSettled = false, limit = LIST_MAX, bytesMax = LIST_BYTES_MAX }: ListOptions,
  settled: Set<string>,
  back: number,
): Promise<Collected> {
  const count = Math.min(limit, LIST_MAX);
  const newest = new NewestLetters({ count, bytes: Math.min(bytesMax, LIST_BYTES_MAX) });
  const found = new ReadBack(back);
  let wasted = 0;
  const on = {
    letter: (letter: DeadLetter) => {
      if (settled.has(letter.id)) return;
      newest.add(letter);
      found.add(letter.facts.partition, letter.id);
    },
    settled: (settlement: Settlement, at: Date) => {
      const letter = newest.get(settlement.id);
      if (includeSettled && letter !== undefined) {
        newest.add(settledLetter(letter, settlement, at));
      }
      if (includeSettled) return;
      settled.add(settlement.id);
      found.delete(settlement.id);
      if (newest.delete(settlement.id)) wasted += 1;
    },
  };
  const nextIn: RestOfLog['nextIn'] = (bounds) => found.begin(bounds);
  await read(on, nextIn);
  const isRoomLost = wasted > 0 && newest.older > 0;
  return { newest, isRoomLost, isWhole: found.isWhole, isEnough: found.holds(count) };
}
