import { z } from 'zod';
import {
  BODY_LENGTH_MAX,
  Extras,
  LanguageTag,
  LINE_LENGTH_MAX,
  storableText,
  TITLE_LENGTH_MAX,
} from './text.ts';

/** What the publisher wrote, as plain text. Two contents are the same when their hashes are. */
export const ArticleContent = z.object({
  title: storableText(TITLE_LENGTH_MAX).optional().describe('Absent for wire flashes without one.'),
  body: storableText(BODY_LENGTH_MAX).describe('Plain text, paragraphs separated by newlines.'),
  language: LanguageTag.optional().describe('As the feed declares it; a hint, not yet believed.'),
  byline: storableText(LINE_LENGTH_MAX).optional(),
  section: storableText(LINE_LENGTH_MAX).optional(),
  extras: Extras.optional(),
});
export type ArticleContent = z.infer<typeof ArticleContent>;

/** SHA-256 in small hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
