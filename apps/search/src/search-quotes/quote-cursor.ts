import { createHash } from 'node:crypto';
import type { SearchQuotes } from '@warta/contracts';
import { z } from 'zod';

/**
 * Where a page of quotes ended: the date of the article, its id, and where in it the last quote
 * began; without that the article is done with.
 */
const QuotePlace = z.union([
  z.tuple([z.int(), z.uuid()]),
  z.tuple([z.int(), z.uuid(), z.int().min(0)]),
]);
export interface QuotePlace {
  readonly datedAtMs: number;
  readonly articleId: string;
  readonly start?: number | undefined;
}

/** Enough to tell searches apart and to notice damage; it keeps no secret and grants nothing. */
const DIGEST_LENGTH = 16;

export function writeQuoteCursor(request: SearchQuotes, place: QuotePlace): string {
  const { datedAtMs, articleId, start } = place;
  const text = JSON.stringify([datedAtMs, articleId, ...(start === undefined ? [] : [start])]);
  return Buffer.from(`${quotesDigest(request, text)}${text}`).toString('base64url');
}

/** Undefined for a cursor that `writeQuoteCursor` did not make for the same search; size may differ. */
export function readQuoteCursor(request: SearchQuotes, cursor: string): QuotePlace | undefined {
  const decoded = Buffer.from(cursor, 'base64url').toString();
  const text = decoded.slice(DIGEST_LENGTH);
  if (decoded.slice(0, DIGEST_LENGTH) !== quotesDigest(request, text)) return undefined;
  const place = QuotePlace.safeParse(parsed(text));
  if (!place.success) return undefined;
  const [datedAtMs, articleId, start] = place.data;
  return { datedAtMs, articleId, start };
}

/** The same for every page of a search. */
export function quotesDigest(request: SearchQuotes, place = ''): string {
  const { speaker, about, q, feed, lang, from, to, timeZone, collapse } = request;
  return createHash('sha256')
    .update(JSON.stringify([speaker, about, q, feed, lang, from, to, timeZone, collapse, place]))
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
