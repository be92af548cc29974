import { createHash } from 'node:crypto';
import type { ArticleContent } from '@warta/contracts';
import type { z } from 'zod';

type Json = z.core.util.JSONType;

/**
 * SHA-256 over the canonical JSON of content, publishedAt and embargoUntil. Equal for the same
 * content however its fields were ordered; absent fields and undefined ones are the same. The
 * embargo is part of it because changing only that is a correction too, and not a retry.
 */
export function contentHash(
  content: ArticleContent,
  publishedAt: string | undefined,
  embargoUntil: string | undefined,
): string {
  const canonical = canonicalJson({ content, publishedAt, embargoUntil } as Json);
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * JSON with the keys of every object in code-unit order and without spaces, strings and numbers
 * as JSON.stringify writes them: RFC 8785 for values that JSON can hold.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}
