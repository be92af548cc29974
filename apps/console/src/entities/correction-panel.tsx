import type { EntityView } from '../api/answers.ts';

export function CorrectionPanel({ entity: _entity }: { readonly entity: EntityView }) {
  return null;
}
