import { z } from 'zod';

/**
 * What the extractor found in one article. Every `start` and `end` is a UTF-16 offset into the field
 * named beside it, and `field.slice(start, end)` is the text as printed.
 */

export const entityTypes = ['PERSON', 'ORGANIZATION', 'LOCATION', 'EVENT'] as const;
export const EntityType = z.enum(entityTypes);
export type EntityType = z.infer<typeof EntityType>;

export const AnnotatedField = z.enum(['title', 'body']);
export type AnnotatedField = z.infer<typeof AnnotatedField>;

const offset = z.int().nonnegative();

export const Mention = z.object({ field: AnnotatedField, start: offset, end: offset });
export type Mention = z.infer<typeof Mention>;

export const AnnotatedEntity = z.object({
  /** UUIDv5 of the knowledge-base key for a known entity, else of [type, normalised name]. */
  id: z.uuid(),
  type: EntityType,
  /** The canonical name: of the knowledge base, else the longest form in the article. */
  name: z.string().min(1),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
  /** The office printed with the name, such as "Pemimpin Korea Utara". */
  role: z.string().min(1).optional(),
  /** The forms as printed, distinct, in order of first appearance. */
  aliases: z.array(z.string().min(1)).min(1),
  /** `main`: the article is about it. */
  salience: z.enum(['main', 'passing']),
  mentions: z.array(Mention).min(1),
});
export type AnnotatedEntity = z.infer<typeof AnnotatedEntity>;

export const Quote = z.object({
  /** The words between the quotation marks, without the marks. */
  text: z.string().min(1),
  field: z.literal('body'),
  start: offset,
  end: offset,
  /** The reporting word that led to the speaker, such as "kata"; empty when there is none. */
  cue: z.string(),
  /** True for a whole utterance; false for a piece of one inside the reporter's own sentence. */
  direct: z.boolean(),
  /** An id among this annotation's entities. */
  speakerEntityId: z.uuid().optional(),
  /** The speaker as printed nearest to the quote. Absent rather than guessed. */
  speaker: z.string().min(1).optional(),
  /** How far the speaker can be trusted, 0 to 1. */
  confidence: z.number().min(0).max(1),
});
export type Quote = z.infer<typeof Quote>;

export const AnnotatedDate = z.object({
  text: z.string().min(1),
  field: AnnotatedField,
  start: offset,
  end: offset,
  /** ISO 8601 day, month or year, as exact as the text is: 2023-06-12, 2023-01 or 2023. */
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  /** `future`: well after publication. `implausible`: not to be believed. */
  flagged: z.enum(['future', 'implausible']).optional(),
});
export type AnnotatedDate = z.infer<typeof AnnotatedDate>;

export const Annotation = z.object({
  extractor: z.string().min(1),
  version: z.string().min(1),
  /** BCP-47 primary language of two letters, or `und`. */
  language: z.string().regex(/^([a-z]{2}|und)$/),
  /** In order of first mention. */
  entities: z.array(AnnotatedEntity),
  /** In order of position. */
  quotes: z.array(Quote),
  /** In order of position. */
  dates: z.array(AnnotatedDate),
  /** What a reader of the annotation must know, such as `truncated`. */
  flags: z.array(z.string().min(1)),
});
export type Annotation = z.infer<typeof Annotation>;
