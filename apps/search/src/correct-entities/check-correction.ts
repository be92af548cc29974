import type { CorrectEntity, CorrectionChange } from '@warta/contracts';
import { v5 } from 'uuid';
import { entityNameKey, foldName } from '../article-index/fold-name.ts';
import { answersOf, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { Entities } from '../entity-book/entities.ts';
import type { EntityName } from '../entity-book/entity-names.ts';

const NAME_LENGTH_MAX = 200;

type Wanted = CorrectEntity['change'];
type Split = Extract<Wanted, { kind: 'split' }>;

/** A correction that cannot be made; the message says what to do. */
export class InvalidCorrectionError extends Error {
  override readonly name = 'InvalidCorrectionError';
  /** RFC 6901, into the body; absent when it contradicts what is in force. */
  readonly pointer: string | undefined;

  constructor(message: string, pointer?: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** What a correction will say, and of whom. */
export interface CheckedCorrection {
  readonly change: CorrectionChange;
  readonly entity: EntityName;
}

/**
 * The change with ids as they count now: what is said of a merged entity is said of the one it is.
 * @param correctionId the id of the entity that a split makes comes of it.
 * @throws InvalidCorrectionError; TransientError when Elasticsearch cannot answer.
 */
export async function checkCorrection(
  entities: Entities,
  wanted: Wanted,
  correctionId: string,
): Promise<CheckedCorrection> {
  const { book } = entities;
  const entityId = book.canonicalOf(wanted.entityId.toLowerCase());
  const entity = await known(entities, entityId, '/change/entityId');
  switch (wanted.kind) {
    case 'merge': {
      const intoId = book.canonicalOf(wanted.intoId.toLowerCase());
      if (intoId === entityId) throw sameAlready(entities, wanted);
      const { name, type, wikidata, place } = await known(entities, intoId, '/change/intoId');
      return {
        change: { kind: 'merge', entityId, intoId, into: { name, type, wikidata, place } },
        entity,
      };
    }
    case 'split':
      return { change: await checkSplit(entities, entity, wanted, correctionId), entity };
    case 'block':
      return { change: { kind: 'block', entityId }, entity };
    case 'retype':
      if (entity.type === wanted.type) {
        throw new InvalidCorrectionError(`${entity.name} is of the type ${wanted.type} already`);
      }
      return { change: { kind: 'retype', entityId, type: wanted.type }, entity };
    case 'alias-add':
      checkName(wanted.alias, '/change/alias');
      return { change: { kind: 'alias-add', entityId, alias: wanted.alias.trim() }, entity };
    case 'alias-remove':
      await checkBorne(entities, entity, [wanted.alias], () => '/change/alias');
      return { change: { kind: 'alias-remove', entityId, alias: wanted.alias.trim() }, entity };
  }
}

async function checkSplit(
  entities: Entities,
  entity: EntityName,
  wanted: Split,
  correctionId: string,
): Promise<CorrectionChange> {
  await checkBorne(entities, entity, wanted.names, (nth) => `/change/names/${nth}`);
  const names = wanted.names.map((name) => name.trim());
  const kind = 'split' as const;
  if (wanted.newId === undefined) {
    if (wanted.newName === undefined) {
      const said =
        'say `newName`, the name of the new entity, or `newId`, the entity that is meant';
      throw new InvalidCorrectionError(said, '/change/newName');
    }
    checkName(wanted.newName, '/change/newName');
    const newId = v5(kind, correctionId);
    const newType = wanted.newType ?? entity.type;
    return { kind, entityId: entity.id, names, newId, newName: wanted.newName.trim(), newType };
  }
  const newId = entities.book.canonicalOf(wanted.newId.toLowerCase());
  if (newId === entity.id) {
    throw new InvalidCorrectionError('must be another entity than the one split', '/change/newId');
  }
  const other = await known(entities, newId, '/change/newId');
  return { kind, entityId: entity.id, names, newId, newName: other.name, newType: other.type };
}

/** An extractor's name may be longer than one that people can write. */
function clipped(name: string): string {
  return name.length <= NAME_LENGTH_MAX ? name : name.slice(0, NAME_LENGTH_MAX).toWellFormed();
}

async function known(entities: Entities, id: string, pointer: string): Promise<EntityName> {
  if (entities.book.isBlocked(id)) {
    throw new InvalidCorrectionError('the entity is blocked: undo that correction first');
  }
  const found = (await entities.names.current([id])).get(id);
  if (found !== undefined) return { ...found, name: clipped(found.name) };
  const said = 'no article mentions such an entity; GET /v1/entities?q= finds those there are';
  throw new InvalidCorrectionError(said, pointer);
}

function sameAlready(
  { book }: Entities,
  { entityId, intoId }: { entityId: string; intoId: string },
) {
  if (entityId.toLowerCase() === intoId.toLowerCase()) {
    return new InvalidCorrectionError('must be another entity than entityId', '/change/intoId');
  }
  const by = book.mergeOf(intoId.toLowerCase()) ?? book.mergeOf(entityId.toLowerCase());
  const undo = by === undefined ? '' : `; undo correction ${by.correctionId} first`;
  return new InvalidCorrectionError(`both are one entity already${undo}`);
}

function checkName(name: string, pointer: string): void {
  if (/[\p{L}\p{N}]/u.test(name)) return;
  throw new InvalidCorrectionError('must have a letter or a digit', pointer);
}

/** Names to be taken away must be there: a slip of the pen would change nothing and be believed. */
async function checkBorne(
  { index, book }: Entities,
  entity: EntityName,
  names: readonly string[],
  pointerOf: (nth: number) => string,
): Promise<void> {
  for (const [nth, name] of names.entries()) checkName(name, pointerOf(nth));
  const added = new Set(book.namesAddedTo(entity.id).map(foldName));
  const members = book.membersOf(entity.id);
  const searches = names.flatMap((name) => [
    {},
    {
      query: {
        terms: { entityNames: members.flatMap((id) => entityNameKey(name, id) ?? []) },
      },
      size: 0,
      track_total_hits: 1,
    },
  ]);
  const doing = 'looking for names of an entity';
  const { responses } = await askIndex(index, doing, () =>
    index.client.msearch({ index: index.names.read, searches }),
  );
  const counts = answersOf(doing, responses).map(totalOf);
  for (const [nth, name] of names.entries()) {
    if ((counts[nth] ?? 0) > 0 || added.has(foldName(name))) continue;
    throw new InvalidCorrectionError(`no article calls ${entity.name} so`, pointerOf(nth));
  }
}
