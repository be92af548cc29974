import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { BODY_LENGTH_MAX, Instant, LanguageTag, storableText, TITLE_LENGTH_MAX } from './text.ts';

/** What a request of 1 MiB can carry, about. */
const ANNOTATE_BODY_LENGTH_MAX = 5 * BODY_LENGTH_MAX;

/** Body of POST /v1/annotate: a text, with the names that a push has for the same things. */
export const AnnotateText = z
  .strictObject({
    title: storableText(TITLE_LENGTH_MAX).min(1).optional(),
    body: storableText(ANNOTATE_BODY_LENGTH_MAX).describe(
      `Plain text. Of a longer one the first ${BODY_LENGTH_MAX} characters are annotated, and ` +
        'the answer has the flag `truncated`.',
    ),
    publishedAt: Instant.optional().describe(
      'What "kemarin" and "Senin" are counted from; without it such dates are left open.',
    ),
    language: LanguageTag.optional().describe('A hint for texts too short to tell.'),
  })
  .meta({ id: 'AnnotateText' });
export type AnnotateText = z.infer<typeof AnnotateText>;

/** Answer of POST /v1/annotate: offsets are UTF-16 units in the title and body as sent. */
export const AnnotatedText = Annotation.meta({ id: 'Annotation' });
export type AnnotatedText = Annotation;
