import type { CorrectEntity, EntityView } from '../api/answers.ts';
import type { EntityType } from './entity-address.ts';

export const correctionKinds = [
  'merge',
  'split',
  'retype',
  'alias-add',
  'alias-remove',
  'block',
] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** A correction as it stands in the form; each kind needs some of it. */
export interface CorrectionForm {
  readonly kind: CorrectionKind;
  /** Whom it is merged with, or whom the split names mean. */
  readonly other: { readonly id: string; readonly name: string } | undefined;
  /** Of a merge: whose name and type stay. */
  readonly keeps: 'this' | 'other';
  readonly type: EntityType | undefined;
  readonly alias: string;
  readonly names: readonly string[];
  readonly newName: string;
  readonly reason: string;
}

export const faults = ['other', 'type', 'alias', 'names', 'newName', 'reason'] as const;
export type CorrectionFault = (typeof faults)[number];

export function emptyCorrection(kind: CorrectionKind): CorrectionForm {
  return {
    kind,
    other: undefined,
    keeps: 'other',
    type: undefined,
    alias: '',
    names: [],
    newName: '',
    reason: '',
  };
}

/** What the form still lacks, in the order of its fields; nothing when it can be sent. */
export function lackingIn(form: CorrectionForm, entity: Pick<EntityView, 'id' | 'type'>) {
  const { kind, other, type, alias, names, newName, reason } = form;
  const isOther = other !== undefined && other.id !== entity.id;
  const lacks: Record<CorrectionFault, boolean> = {
    other: kind === 'merge' && !isOther,
    type: kind === 'retype' && (type === undefined || type === entity.type),
    alias: (kind === 'alias-add' || kind === 'alias-remove') && alias.trim() === '',
    names: kind === 'split' && names.length === 0,
    newName: kind === 'split' && !isOther && newName.trim() === '',
    reason: reason.trim() === '',
  };
  return faults.filter((fault) => lacks[fault]);
}

/** The body that the service takes. Nothing while something is lacking. */
export function correctionOf(
  form: CorrectionForm,
  entity: Pick<EntityView, 'id' | 'type'>,
): CorrectEntity | undefined {
  if (lackingIn(form, entity).length > 0) return undefined;
  const change = changeOf(form, entity.id);
  return change === undefined ? undefined : { change, reason: form.reason.trim() };
}

function changeOf(form: CorrectionForm, entityId: string): CorrectEntity['change'] | undefined {
  const { kind, other, keeps, type, names, newName } = form;
  const alias = form.alias.trim();
  switch (kind) {
    case 'merge':
      if (other === undefined) return undefined;
      return keeps === 'other'
        ? { kind, entityId, intoId: other.id }
        : { kind, entityId: other.id, intoId: entityId };
    case 'split': {
      const meant = other === undefined ? { newName: newName.trim() } : { newId: other.id };
      return { kind, entityId, names: [...names], ...meant };
    }
    case 'retype':
      return type === undefined ? undefined : { kind, entityId, type };
    case 'block':
      return { kind, entityId };
    case 'alias-add':
    case 'alias-remove':
      return { kind, entityId, alias };
  }
}
