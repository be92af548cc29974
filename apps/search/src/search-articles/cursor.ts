import { createHash } from 'node:crypto';
import type { SearchArticles } from '@warta/contracts';
import { z } from 'zod';

/**
 * Where a page ended: the sort values of its last hit, `[score, dated, id]` by relevance, else
 * `[dated, id]`. The next page is what comes after them, so nothing is kept on the server; what is
 * indexed meanwhile may appear on later pages, and by relevance it may shift scores a little.
 */
const ByRelevance = z.tuple([z.number(), z.number(), z.uuid()]);
const ByDate = z.tuple([z.int(), z.uuid()]);
export type SortValues = z.infer<typeof ByRelevance> | z.infer<typeof ByDate>;

/** Such a cursor is none of ours, or belongs to another search. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';

  constructor() {
    super('the cursor is not a `next` of this search: send it with the parameters it came from');
  }
}

/** Enough to tell searches apart and to notice damage; it keeps no secret and grants nothing. */
const DIGEST_LENGTH = 16;

export function writeCursor(request: SearchArticles, values: SortValues): string {
  const text = JSON.stringify(values);
  return Buffer.from(`${digestOf(request, text)}${text}`).toString('base64url');
}

/** @throws InvalidCursorError unless `writeCursor` made it for the same search; size may differ. */
export function readCursor(
  request: SearchArticles,
  sort: 'relevance' | 'newest' | 'oldest',
): SortValues | undefined {
  if (request.cursor === undefined) return undefined;
  const decoded = Buffer.from(request.cursor, 'base64url').toString();
  const text = decoded.slice(DIGEST_LENGTH);
  if (decoded.slice(0, DIGEST_LENGTH) !== digestOf(request, text)) throw new InvalidCursorError();
  const values = (sort === 'relevance' ? ByRelevance : ByDate).safeParse(parsed(text));
  if (!values.success) throw new InvalidCursorError();
  return values.data;
}

/** The same for every page of a search: also a good reason to ask the same copy of the index. */
export function searchDigest(request: SearchArticles): string {
  return digestOf(request, '');
}

function digestOf(request: SearchArticles, values: string): string {
  const { q, entity, lang, feed, from, to, sort } = request;
  return createHash('sha256')
    .update(JSON.stringify([q, entity, lang, feed, from, to, sort, values]))
    .digest('hex')
    .slice(0, DIGEST_LENGTH);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
