import { z } from 'zod';
import { AnnotatedEntity, EntityType, Place } from './annotation.ts';
import { KeyId } from './access.v1.ts';
import { defineEvent } from './define-event.ts';
import { Instant, LINE_LENGTH_MAX, storableText } from './text.ts';

/** A name as printed or as people call it; longer ones are no names. */
export const EntityName = storableText(200).min(1);

export const SPLIT_NAMES_MAX = 50;

/** How an entity is shown in articles that do not name it themselves. */
export const EntityFace = z.object({
  name: EntityName,
  type: EntityType,
  wikidata: AnnotatedEntity.shape.wikidata,
  place: Place.optional(),
});
export type EntityFace = z.infer<typeof EntityFace>;

/**
 * What a person says about an entity. Names are compared without case, accents and spacing.
 */
export const CorrectionChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('merge'),
    entityId: z.uuid().describe('The entity that is another one.'),
    intoId: z.uuid().describe('The one it is; keeps its name and type.'),
    into: EntityFace.optional().describe('Its name and type when the correction was made.'),
  }),
  z.object({
    kind: z.literal('split'),
    entityId: z.uuid(),
    names: z
      .array(EntityName)
      .min(1)
      .max(SPLIT_NAMES_MAX)
      .describe('The printed forms that mean somebody else.'),
    newId: z
      .uuid()
      .describe('Of the entity they mean: UUIDv5 of the correction, or an entity known already.'),
    newName: EntityName,
    newType: EntityType,
  }),
  z.object({
    kind: z.literal('block'),
    entityId: z.uuid().describe('No entity at all: its mentions are no longer marked.'),
  }),
  z.object({ kind: z.literal('retype'), entityId: z.uuid(), type: EntityType }),
  z.object({
    kind: z.literal('alias-add'),
    entityId: z.uuid(),
    alias: EntityName.describe('Whoever is called so is this entity.'),
  }),
  z.object({
    kind: z.literal('alias-remove'),
    entityId: z.uuid(),
    alias: EntityName.describe('Whoever is called so is not this entity, but one of that name.'),
  }),
]);
export type CorrectionChange = z.infer<typeof CorrectionChange>;

const Author = z.object({
  keyId: KeyId.or(z.literal('admin')).describe(
    'Public id of the key; `admin`: the first admin key.',
  ),
  name: storableText(100).describe('Name of the key, as it was then.'),
});

const Decision = z.object({
  at: Instant,
  by: Author,
  reason: storableText(LINE_LENGTH_MAX).min(1),
});

export const EntityCorrectionV1 = z.object({
  correctionId: z.uuid(),
  change: CorrectionChange,
  entityName: EntityName.describe('The name of the entity when it was corrected, for people.'),
  entityType: EntityType.optional().describe('Its type when it was corrected.'),
  made: Decision,
  undone: Decision.optional().describe('An undone correction stays listed; it changes nothing.'),
});
export type EntityCorrectionV1 = z.infer<typeof EntityCorrectionV1>;

/**
 * One partition: corrections count in the order of the log, later ones over earlier ones, and an
 * undone one keeps the place of its making in it (`made.at`).
 */
export const EntityCorrection = defineEvent<EntityCorrectionV1>({
  topic: 'warta.entity.correction.v1',
  summary: 'A person corrected an entity, or undid a correction: who, why and what.',
  schema: EntityCorrectionV1,
  key: (event) => event.correctionId,
  partitions: 1,
  retention: { kind: 'compacted' },
  example: {
    correctionId: '0190b0a4-5c1e-7a3f-8f52-7b8f4dd7a0c1',
    change: {
      kind: 'merge',
      entityId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a0e1',
      intoId: '0190b0a4-5c1e-5a3f-8f52-7b8f4dd7a0e2',
      into: { name: 'Korea Utara', type: 'LOCATION', wikidata: 'Q423' },
    },
    entityName: 'Korut',
    entityType: 'LOCATION',
    made: {
      at: '2026-11-23T02:00:00.000Z',
      by: { keyId: 'k7f2m9x4', name: 'Meja pemantauan' },
      reason: 'Korut is short for Korea Utara.',
    },
  },
});
