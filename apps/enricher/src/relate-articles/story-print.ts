import { createHash } from 'node:crypto';
import type { ArticleContent } from '@warta/contracts';
import { PRINT_VERSION, printOf } from '@warta/nlp/likeness';
import { canonicalUrl } from './canonical-url.ts';

/** How far apart two articles may be published and still be one story told twice. */
export const WINDOW_MS = 7 * 24 * 60 * 60 * 1_000;

/** What is kept of a live article to find others like it. */
export interface StoryPrint {
  readonly articleId: string;
  readonly feed: string;
  /** Of the content it was made from. */
  readonly contentHash: string;
  readonly textHash: string;
  /** Of the canonical address, where it has one. */
  readonly addressHash?: string;
  /** Sorted shingle hashes, see `overlapOf`. */
  readonly sketch: Uint32Array;
  /**
   * What it is found by, 64-bit numbers in decimal: the first for its whole text, then one per band
   * of it and one for its address, each moved by the week of `atMs`. So a text that comes back year
   * after year is only looked for among those of three weeks.
   */
  readonly keys: readonly string[];
  /** When it was published, as far as that is believed; the window is about it. */
  readonly atMs: number;
  /** When its first push arrived, which no correction changes: the earlier one leads. */
  readonly arrivalMs: number;
}

/** Undefined for a content without any word. */
export function storyPrintOf(article: {
  readonly articleId: string;
  readonly feed: string;
  readonly contentHash: string;
  readonly content: Pick<ArticleContent, 'title' | 'body'>;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly arrivalMs: number;
}): StoryPrint | undefined {
  const { articleId, feed, contentHash, content, url, arrivalMs } = article;
  const text = printOf(content);
  if (text === undefined) return undefined;
  const address = url === undefined ? undefined : canonicalUrl(url);
  const addressDigest = address === undefined ? undefined : digestOf(address);
  const atMs = believedTimeMs(article);
  const week = BigInt(Math.floor(atMs / WINDOW_MS));
  const bands = Array.from({ length: text.bands.length / 2 }, (_, band) => {
    return (BigInt(text.bands[2 * band] ?? 0) << 32n) | BigInt(text.bands[2 * band + 1] ?? 0);
  });
  const raw = [digestOf(text.textHash).readBigUInt64BE(), ...bands];
  if (addressDigest !== undefined) raw.push(addressDigest.readBigUInt64BE());
  return {
    articleId,
    feed,
    contentHash,
    textHash: text.textHash,
    ...(addressDigest && { addressHash: addressDigest.toString('hex').slice(0, HASH_DIGITS) }),
    sketch: text.sketch,
    keys: raw.map((key) => moved(key, week + VERSION_WEEKS)),
    atMs,
    arrivalMs,
  };
}

/** The keys that a print within the window of this one may have: of the weeks around it too. */
export function keysAround(print: Pick<StoryPrint, 'keys'>): string[] {
  return print.keys.flatMap((key) => [moved(BigInt(key), -1n), key, moved(BigInt(key), 1n)]);
}

/** Those of them that only a print of the very same text has. */
export function textKeysAround({ keys }: Pick<StoryPrint, 'keys'>): string[] {
  return keysAround({ keys: keys.slice(0, 1) });
}

/** Changes whenever anything changes that a decision about this print rests on. */
export function markOf({ textHash, addressHash, atMs, arrivalMs, keys }: StoryPrint): string {
  const [first = ''] = keys;
  const said = JSON.stringify([textHash, addressHash, atMs, arrivalMs, first]);
  return digestOf(said).toString('hex').slice(0, HASH_DIGITS);
}

const HASH_DIGITS = 32;

/** Prints of another version are as far away as another age. */
const VERSION_WEEKS = BigInt(PRINT_VERSION) << 32n;

/** 2^64 over the golden ratio: no two weeks bring two keys together. */
const STEP = 0x9e3779b97f4a7c15n;

function moved(key: bigint, weeks: bigint): string {
  return BigInt.asIntN(64, key + weeks * STEP).toString();
}

/** A clock a day ahead is a time zone mistaken; an article of next week arrived today. */
const AHEAD_MAX_MS = 24 * 60 * 60 * 1_000;

function believedTimeMs(given: { readonly publishedAt?: string; readonly arrivalMs: number }) {
  const publishedMs = Date.parse(given.publishedAt ?? '');
  const isBelieved = publishedMs - given.arrivalMs <= AHEAD_MAX_MS;
  return isBelieved ? publishedMs : given.arrivalMs;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
