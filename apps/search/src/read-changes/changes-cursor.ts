import { createHash } from 'node:crypto';
import type { ReadChanges } from '@warta/contracts';
import { z } from 'zod';
import { InvalidCursorError } from '../search-articles/cursor.ts';

/** By partition of the topic of updated articles: the first offset that has not been told. */
export type Offsets = ReadonlyMap<number, bigint>;

/** How far a reader of changes has come. */
export interface ChangesPosition {
  /** The index it was told of; another one may have documents that do not say where they come from. */
  readonly index: string;
  /** While those are told: the id of the last one. They come before everything else. */
  readonly unplacedAfter?: string | undefined;
  readonly offsets: Offsets;
}

/** More than any topic here has; a longer list is no cursor of ours. */
const PARTITIONS_MAX = 1_000;

const Written = z.strictObject({
  filters: z.string(),
  index: z.string(),
  after: z.union([z.uuid(), z.literal('')]).optional(),
  offsets: z
    .array(z.tuple([z.int().min(0).max(PARTITIONS_MAX), z.string().regex(/^\d{1,19}$/)]))
    .max(PARTITIONS_MAX),
});

/** It keeps no secret and grants nothing: it only says where to go on. */
export function writeChangesCursor(request: ReadChanges, position: ChangesPosition): string {
  const { index, unplacedAfter: after, offsets } = position;
  const written: z.infer<typeof Written> = {
    filters: filtersDigest(request),
    index,
    ...(after !== undefined && { after }),
    offsets: [...offsets].map(([partition, offset]) => [partition, String(offset)]),
  };
  return Buffer.from(JSON.stringify(written)).toString('base64url');
}

/** @throws InvalidCursorError unless it was written for the same filters. */
export function readChangesCursor(request: ReadChanges, cursor: string): ChangesPosition {
  const read = Written.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success || read.data.filters !== filtersDigest(request)) throw new InvalidCursorError();
  const { index, after, offsets } = read.data;
  return {
    index,
    unplacedAfter: after,
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
