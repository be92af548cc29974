import { createHash } from 'node:crypto';
import type { ReadChanges } from '@warta/contracts';
import { z } from 'zod';
import { InvalidCursorError } from '../search-articles/cursor.ts';

/** By partition of the topic of updated articles: the first offset that has not been told. */
export type Offsets = ReadonlyMap<number, bigint>;

/**
 * By partition: where among all writes of the index (`_seq_no`) its progress was saved last. Whatever
 * that progress covers was written before, so what is written later is new, wherever it lies.
 */
export type Saved = ReadonlyMap<number, number>;

/** How far a reader of changes has come. */
export interface ChangesPosition {
  /** The index it was told of; in another one nothing is known to have been told beside the offsets. */
  readonly index: string;
  readonly offsets: Offsets;
  /** What offsets cannot tell of was told up to here, or will have been once `aside` is through. */
  readonly saved: Saved;
  /** While such articles are told, which come before everything else. */
  readonly aside?: Aside | undefined;
}

export interface Aside {
  /** Of the last one that was told; empty at the beginning. */
  readonly after: string;
  /** Up to where they were told before. */
  readonly since: Saved;
}

/** More than any topic here has; a longer list is no cursor of ours. */
const PARTITIONS_MAX = 1_000;

const PlacesSaved = z
  .array(z.tuple([z.int().min(0).max(PARTITIONS_MAX), z.int().min(0)]))
  .max(PARTITIONS_MAX);

const Written = z.strictObject({
  filters: z.string(),
  index: z.string(),
  after: z.union([z.uuid(), z.literal('')]).optional(),
  /** Absent in cursors of versions that told once only what offsets cannot tell of. */
  saved: PlacesSaved.default([]),
  since: PlacesSaved.default([]),
  offsets: z
    .array(z.tuple([z.int().min(0).max(PARTITIONS_MAX), z.string().regex(/^\d{1,19}$/)]))
    .max(PARTITIONS_MAX),
});

/** It keeps no secret and grants nothing: it only says where to go on. */
export function writeChangesCursor(request: ReadChanges, position: ChangesPosition): string {
  const { index, aside, saved, offsets } = position;
  const written: z.input<typeof Written> = {
    filters: filtersDigest(request),
    index,
    ...(aside && { after: aside.after, since: [...aside.since] }),
    saved: [...saved],
    offsets: [...offsets].map(([partition, offset]) => [partition, String(offset)]),
  };
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** @throws InvalidCursorError unless it was written for the same filters. */
export function readChangesCursor(request: ReadChanges, cursor: string): ChangesPosition {
  const read = Written.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success || read.data.filters !== filtersDigest(request)) throw new InvalidCursorError();
  const { index, after, saved, since, offsets } = read.data;
  return {
    index,
    ...(after !== undefined && { aside: { after, since: new Map(since) } }),
    saved: new Map(saved),
    offsets: new Map(offsets.map(([partition, offset]) => [partition, BigInt(offset)])),
  };
}

const DIGEST_LENGTH = 12;

function filtersDigest(request: ReadChanges): string {
  const { cursor: _cursor, size: _size, since: _since, ...filters } = request;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(given.sort(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
