import { z } from 'zod';
import { EntityType } from './annotation.ts';
import {
  CorrectionChange,
  EntityCorrectionV1,
  EntityName,
  SPLIT_NAMES_MAX,
} from './entity-correction.v1.ts';
import { Instant, LINE_LENGTH_MAX, storableText } from './text.ts';

const reason = storableText(LINE_LENGTH_MAX)
  .refine((text) => text.trim() !== '', 'must say why')
  .describe('Why, for those who find it in the list.');

const entityId = z.uuid().describe('The entity it is about.');

/** What a person asks for; the ids of an entity that a split makes are Warta’s to give. */
const WantedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    entityId: z.uuid().describe('The entity that is another one.'),
    intoId: z.uuid().describe('The one it is; keeps its name and type.'),
  }),
  z.strictObject({
    kind: z.literal('split'),
    entityId,
    names: z
      .array(EntityName)
      .min(1)
      .max(SPLIT_NAMES_MAX)
      .describe('The printed forms that mean somebody else.'),
    newId: z.uuid().optional().describe('An entity there is, when they mean that one.'),
    newName: EntityName.optional().describe('Needed without `newId`.'),
    newType: EntityType.optional().describe('Of a new entity; else the type of the old one.'),
  }),
  z.strictObject({ kind: z.literal('block'), entityId }),
  z.strictObject({ kind: z.literal('retype'), entityId, type: EntityType }),
  z.strictObject({ kind: z.literal('alias-add'), entityId, alias: EntityName }),
  z.strictObject({ kind: z.literal('alias-remove'), entityId, alias: EntityName }),
]);

/** Body of POST /v1/corrections. */
export const CorrectEntity = z
  .strictObject({ change: WantedChange, reason })
  .meta({ id: 'CorrectEntity' });
export type CorrectEntity = z.infer<typeof CorrectEntity>;

/** Body of POST /v1/corrections/{id}/undo. */
export const UndoCorrection = z.strictObject({ reason }).meta({ id: 'UndoCorrection' });
export type UndoCorrection = z.infer<typeof UndoCorrection>;

export const CorrectionProgress = z
  .object({
    affected: z.int().min(0).describe('Live articles that it changes, or changed before its undo.'),
    remaining: z
      .int()
      .min(0)
      .describe(
        'Those of them that still show what was before. Searches by entity are right at once.',
      ),
    isDone: z.boolean(),
  })
  .meta({ id: 'CorrectionProgress' });
export type CorrectionProgress = z.infer<typeof CorrectionProgress>;

export const CorrectionView = z
  .object({
    id: z.uuid(),
    change: CorrectionChange,
    entityName: EntityCorrectionV1.shape.entityName,
    intoName: z.string().optional().describe('Of a merge: the name of the other entity.'),
    made: EntityCorrectionV1.shape.made,
    undone: EntityCorrectionV1.shape.undone,
    state: z.enum(['in-force', 'undone']),
    progress: CorrectionProgress,
  })
  .meta({ id: 'CorrectionView' });
export type CorrectionView = z.infer<typeof CorrectionView>;

/** Query of GET /v1/corrections. */
export const ListCorrections = z.strictObject({
  entity: z.uuid().optional().describe('Those that concern this entity, as it is now.'),
  state: z.enum(['in-force', 'undone']).optional(),
  size: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});
export type ListCorrections = z.infer<typeof ListCorrections>;

/** Answer of GET /v1/corrections: the latest first. */
export const CorrectionList = z
  .object({
    data: z.array(CorrectionView),
    total: z.int().min(0),
    next: z.string().optional().describe('Cursor of the next page; absent on the last.'),
    asOf: Instant.describe('When the progress was counted.'),
  })
  .meta({ id: 'CorrectionList' });
export type CorrectionList = z.infer<typeof CorrectionList>;
