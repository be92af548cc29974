import { createHash } from 'node:crypto';
import type { SearchArticles, SearchFilters } from '@warta/contracts';
import { searchFilters } from '@warta/contracts';
import { z } from 'zod';

/**
 * Where a page ended: the sort values of its last hit, `[score, dated, id]` by relevance, else
 * `[dated, id]`.
 */
const ByRelevance = z.tuple([z.number(), z.number(), z.uuid()]);
const ByDate = z.tuple([z.int(), z.uuid()]);
const SortValues = z.union([ByRelevance, ByDate]);
export type SortValues = z.infer<typeof SortValues>;

export type SortKind = 'relevance' | 'newest' | 'oldest';

/** Longer than any of a cluster with a shard on each of a dozen nodes. */
const SNAPSHOT_ID_LENGTH_MAX = 2_500;

/** Elasticsearch can measure from any moment before it. */
const LATEST_MS = Date.parse('2100-01-01T00:00:00Z');

const Cursor = z.strictObject({
  after: SortValues,
  /** The state of the index that the pages come from. */
  snapshot: z
    .string()
    .regex(/^[\w+/=-]+$/)
    .max(SNAPSHOT_ID_LENGTH_MAX)
    .optional(),
  /** When the first page was asked for: what freshness and dates such as `last7d` go by. */
  nowMs: z.int().min(0).max(LATEST_MS),
});
/** Where to go on, and with what. */
export type Cursor = z.infer<typeof Cursor>;

/** Such a cursor is none of ours, or belongs to another search. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';

  constructor() {
    super('is not a `next` of this search: send it with the parameters it came from');
  }
}

/** Enough to tell searches apart and to notice damage; it keeps no secret and grants nothing. */
const DIGEST_LENGTH = 16;

export function writeCursor(request: SearchArticles, { after, snapshot, nowMs }: Cursor): string {
  const text = JSON.stringify([after, nowMs, snapshot]);
  return Buffer.from(`${digestOf(request, text)}${text}`).toString('base64url');
}

/**
 * @throws InvalidCursorError unless `writeCursor` made it for the same search. What does not change
 * which articles come, and in which order, may differ: size, facets, sentences.
 */
export function readCursor(request: SearchArticles): Cursor | undefined {
  if (request.cursor === undefined) return undefined;
  const decoded = Buffer.from(request.cursor, 'base64url').toString();
  const text = decoded.slice(DIGEST_LENGTH);
  if (decoded.slice(0, DIGEST_LENGTH) !== digestOf(request, text)) throw new InvalidCursorError();
  const [after, nowMs, snapshot] = parsed(text);
  const cursor = Cursor.safeParse({ after, nowMs, snapshot: snapshot ?? undefined });
  if (!cursor.success) throw new InvalidCursorError();
  return cursor.data;
}

/**
 * What a search is sorted by may follow from what it means by now.
 * @throws InvalidCursorError when the cursor is of another order.
 */
export function assertCursorOf(sort: SortKind, cursor: Cursor | undefined): void {
  const length = sort === 'relevance' ? 3 : 2;
  if (cursor !== undefined && cursor.after.length !== length) throw new InvalidCursorError();
}

const filterNames = Object.keys(searchFilters).sort() as readonly (keyof SearchFilters)[];

function digestOf(request: SearchArticles, text: string): string {
  const filters = filterNames.map((name) => request[name] ?? null);
  return createHash('sha256')
    .update(JSON.stringify([filters, request.sort, request.collapse, text]))
    .digest('hex')
    .slice(0, DIGEST_LENGTH);
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
