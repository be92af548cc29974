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

/** Which rule or model found it, such as "tagger-id-1" or "rule:cue-after-quote": its proof. */
const foundBy = z.string().min(1).max(64).optional();

export const Mention = z.object({
  field: AnnotatedField,
  start: offset,
  end: offset,
  by: foundBy,
});
export type Mention = z.infer<typeof Mention>;

/** Where a place lies. */
export const Place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Place = z.infer<typeof Place>;

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
  /** How the mentions were tied to the knowledge base, such as "alias" or "short-form". */
  linkedBy: foundBy,
  /** Of a LOCATION in the knowledge base. */
  place: Place.optional(),
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
  /** The words between the quotation marks, without the marks; of indirect speech, what is said. */
  text: z.string().min(1),
  field: z.literal('body'),
  start: offset,
  end: offset,
  /** The reporting word that led to the speaker, such as "kata"; empty when there is none. */
  cue: z.string(),
  /** True for a whole utterance; false for a piece of one inside the reporter's own sentence. */
  direct: z.boolean(),
  /** True for speech reported without quotation marks. */
  indirect: z.boolean().optional(),
  /** An id among this annotation's entities. */
  speakerEntityId: z.uuid().optional(),
  /** The speaker as printed nearest to the quote. Absent rather than guessed. */
  speaker: z.string().min(1).optional(),
  /** Where `speaker` is printed. */
  speakerMention: Mention.optional(),
  /** How far the speaker can be trusted, 0 to 1. */
  confidence: z.number().min(0).max(1),
  by: foundBy,
});
export type Quote = z.infer<typeof Quote>;

export const AnnotatedDate = z.object({
  text: z.string().min(1),
  field: AnnotatedField,
  start: offset,
  end: offset,
  /** ISO 8601, as exact as the text is: 2023, 2023-01, 2023-06-12 or 2023-06-12T14:30+07:00. */
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}[+-]\d{2}:\d{2})?)?)?$/),
  /** `future`: well after publication. `implausible`: not to be believed. */
  flagged: z.enum(['future', 'implausible']).optional(),
  by: foundBy,
});
export type AnnotatedDate = z.infer<typeof AnnotatedDate>;

/** An amount of money, a share or a count, as a field. */
export const AnnotatedAmount = z.object({
  text: z.string().min(1),
  field: AnnotatedField,
  start: offset,
  end: offset,
  kind: z.enum(['money', 'percent', 'count', 'measure']),
  /** In whole units: "Rp 2,5 triliun" is 2500000000000. */
  value: z.number(),
  /** Money: ISO 4217. Percent: "%". Measure: the unit as UCUM writes it. Count: absent. */
  unit: z.string().min(1).max(16).optional(),
  /** What a count counts, as printed: "tewas" of "3 tewas", "warga" of "1.245 warga". */
  counts: z.string().min(1).max(64).optional(),
  flagged: z.literal('implausible').optional(),
  by: foundBy,
});
export type AnnotatedAmount = z.infer<typeof AnnotatedAmount>;

/**
 * What the publisher put around its text. It stays in the stored text, so that every offset holds;
 * nothing in it is taken for the article's own words.
 */
export const Furniture = z.object({
  kind: z.enum(['dateline', 'byline', 'attribution', 'read-also', 'embed', 'prompt', 'credit']),
  text: z.string().min(1),
  field: AnnotatedField,
  start: offset,
  end: offset,
});
export type Furniture = z.infer<typeof Furniture>;

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
  /** In order of position. Absent in annotations made before 2.0.0 of the extractor. */
  amounts: z.array(AnnotatedAmount).optional(),
  /** In order of position. */
  furniture: z.array(Furniture).optional(),
  /** Who wrote it, as printed: a name, or an editor's initials such as "nar". */
  byline: z.string().min(1).optional(),
  /** The agencies and media that the article says it is taken from, in order of first mention. */
  attribution: z.array(z.string().min(1)).optional(),
  /** The trained models that took part, such as "tagger-id-1". */
  models: z.array(z.string().min(1).max(64)).optional(),
  /** The corrections by people that concern an entity of this text, in the order they were made. */
  corrections: z.array(z.uuid()).optional(),
  /** What a reader of the annotation must know, such as `truncated`. */
  flags: z.array(z.string().min(1)),
});
export type Annotation = z.infer<typeof Annotation>;
