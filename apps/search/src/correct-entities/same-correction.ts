import type { CorrectEntity, CorrectionChange } from '@warta/contracts';
import { foldName } from '../article-index/fold-name.ts';
import type { EntityBook, LoggedCorrection } from '../entity-book/entity-book.ts';

type Wanted = CorrectEntity['change'];

/**
 * The correction in force that already says what is asked for, if one does: whoever asks twice, or
 * after somebody else, is answered with it. One that a later correction took back does not count.
 */
export function sameInForce(book: EntityBook, wanted: Wanted): LoggedCorrection | undefined {
  const entityId = wanted.entityId.toLowerCase();
  if (!isEffective(book, wanted, entityId)) return undefined;
  const ids = new Set([entityId, ...book.membersOf(entityId)]);
  return book
    .list()
    .find(
      ({ correction: { change, undone } }) =>
        undone === undefined && ids.has(change.entityId) && saysSame(book, change, wanted),
    );
}

/** Whether it is so now, by what people said. */
function isEffective(book: EntityBook, wanted: Wanted, entityId: string): boolean {
  switch (wanted.kind) {
    case 'merge':
      return (
        book.mergeOf(entityId) !== undefined &&
        book.canonicalOf(entityId) === book.canonicalOf(wanted.intoId.toLowerCase())
      );
    case 'block':
      return book.isBlocked(entityId);
    case 'retype':
      return book.typeOf(entityId) === wanted.type;
    case 'alias-add':
      return book.namesAddedTo(entityId).map(foldName).includes(foldName(wanted.alias));
    case 'alias-remove':
      return book.isNotCalled(entityId, foldName(wanted.alias));
    case 'split':
      return true;
  }
}

function saysSame(book: EntityBook, change: CorrectionChange, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'merge':
      return (
        change.kind === 'merge' &&
        change.entityId === wanted.entityId.toLowerCase() &&
        change.intoId === wanted.intoId.toLowerCase()
      );
    case 'block':
      return change.kind === 'block';
    case 'retype':
      return change.kind === 'retype' && change.type === wanted.type;
    case 'alias-add':
    case 'alias-remove':
      return change.kind === wanted.kind && foldName(change.alias) === foldName(wanted.alias);
    case 'split':
      return (
        change.kind === 'split' &&
        sameNames(change.names, wanted.names) &&
        meant(book, change, wanted)
      );
  }
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  const folded = new Set(some.map(foldName));
  return folded.symmetricDifference(new Set(others.map(foldName))).size === 0;
}

function meant(
  book: EntityBook,
  change: Extract<CorrectionChange, { kind: 'split' }>,
  wanted: Extract<Wanted, { kind: 'split' }>,
): boolean {
  return wanted.newId === undefined
    ? foldName(change.newName) === foldName(wanted.newName ?? '')
    : book.canonicalOf(change.newId) === book.canonicalOf(wanted.newId.toLowerCase());
}
