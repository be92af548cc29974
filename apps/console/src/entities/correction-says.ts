import type { CorrectionView } from '../api/answers.ts';
import type { EntityType } from './entity-address.ts';
import type { CorrectionsTexts } from './corrections-texts.ts';

/** What a correction says, as a sentence. */
export function correctionSays(
  { change, entityName, intoName }: Pick<CorrectionView, 'change' | 'entityName' | 'intoName'>,
  { says }: Pick<CorrectionsTexts, 'says'>,
  types: Readonly<Record<EntityType, string>>,
): string {
  switch (change.kind) {
    case 'merge':
      return says.merge(entityName, intoName ?? change.into?.name ?? change.intoId);
    case 'split':
      return says.split(entityName, change.names.join(', '), change.newName);
    case 'retype':
      return says.retype(entityName, types[change.type]);
    case 'block':
      return says.block(entityName);
    case 'alias-add':
    case 'alias-remove':
      return says[change.kind](entityName, change.alias);
  }
}
