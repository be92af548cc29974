import { z } from 'zod';

/**
 * Text that every store can hold: well-formed UTF-16 (a lone surrogate cannot be written as UTF-8)
 * without U+0000, which PostgreSQL's text type refuses.
 */
export const storableText = (lengthMax: number) =>
  z
    .string()
    .max(lengthMax)
    .refine((text) => !text.includes('\u0000'), 'must not contain the NUL character')
    .refine((text) => text.isWellFormed(), 'must not contain half of a surrogate pair');

/** An instant with its offset, RFC 3339. */
export const Instant = z.iso.datetime({ offset: true });

export const FeedName = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be 1 to 63 small letters, digits or inner hyphens',
  )
  .describe('Name of the feed: 1 to 63 small letters, digits or inner hyphens.');

/** BCP 47, as short as feeds give it: `id`, `en`, `en-GB`. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'must be a BCP 47 language tag such as "id"');

export const TITLE_LENGTH_MAX = 1_000;
/** In UTF-16 units. The longest article of the 18,525 looked at has under 60,000. */
export const BODY_LENGTH_MAX = 200_000;
export const SOURCE_ID_LENGTH_MAX = 512;
export const URL_LENGTH_MAX = 2_048;
export const LINE_LENGTH_MAX = 500;
/** Serialised JSON of the publisher's own fields. */
export const EXTRAS_LENGTH_MAX = 16_384;

export const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .max(URL_LENGTH_MAX)
  // A URL parser would replace both silently; the stores could not hold them.
  .refine((url) => isStorable(url), 'must not contain the NUL character or half a surrogate pair');

export const SourceId = storableText(SOURCE_ID_LENGTH_MAX).min(1);

/** No publisher's metadata is as deep, and whoever walks a value by recursion stays safe. */
export const EXTRAS_DEPTH_MAX = 32;

type Json = z.core.util.JSONType;

/**
 * NOTE: not z.json(), which recurses: a few kilobytes of opening brackets make it throw a
 * RangeError where a schema should only fail.
 */
const JsonValue = (z.any() as z.ZodType<Json>).refine((value) => isJson(value), {
  error: `must be JSON, nested at most ${EXTRAS_DEPTH_MAX} deep`,
  // The rules of Extras recurse too.
  abort: true,
});

function isJson(value: unknown, depth = 1): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > EXTRAS_DEPTH_MAX) return false;
  return Object.values(value).every((inner) => isJson(inner, depth + 1));
}

/** A publisher's own fields, kept and shown but never interpreted. */
export const Extras = z
  .record(z.string().max(100), JsonValue)
  .refine((extras) => JSON.stringify(extras).length <= EXTRAS_LENGTH_MAX, {
    error: `must be at most ${EXTRAS_LENGTH_MAX} characters of JSON`,
  })
  .refine((extras) => isStorable(extras), {
    error: 'must not contain the NUL character or half of a surrogate pair',
  });

/** Looks at the strings themselves: in JSON text both faults are hidden behind escapes. */
export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
