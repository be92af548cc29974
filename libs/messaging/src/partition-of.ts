import { strict as assert } from 'node:assert';

// The numbers of MurmurHash2 as Kafka's own clients use them (Utils.murmur2).
const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;
const SHIFT = 24;

/**
 * The partition of a key, the same that Kafka's Java producer chooses: a record written by any
 * other client with the same key lands beside ours and keeps its order.
 */
export function partitionOf(key: string | Buffer, partitions: number): number {
  assert(Number.isInteger(partitions) && partitions > 0, `${partitions} partitions cannot be`);
  const bytes = typeof key === 'string' ? Buffer.from(key, 'utf8') : key;
  return (murmur2(bytes) & 0x7fffffff) % partitions;
}

/** MurmurHash2 in 32-bit arithmetic, as a signed number. */
export function murmur2(bytes: Buffer): number {
  const wholeWords = bytes.length - (bytes.length % 4);
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < wholeWords; at += 4) {
    let word = Math.imul(bytes.readInt32LE(at), MULTIPLIER);
    word = Math.imul(word ^ (word >>> SHIFT), MULTIPLIER);
    hash = Math.imul(hash, MULTIPLIER) ^ word;
  }
  const rest = bytes.subarray(wholeWords);
  if (rest.length > 0) {
    for (const [index, byte] of rest.entries()) hash ^= byte << (8 * index);
    hash = Math.imul(hash, MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}
