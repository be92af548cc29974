import type { Annotation, ArticleContent, EntityCorrectionV1 } from '@warta/contracts';
import { CorrectedEntities } from './corrected-entities.ts';
import { spokenKey } from './name-key.ts';

export { whereToLook } from './corrections-reach.ts';
export type { WhereToLook } from './corrections-reach.ts';
export { spokenKey as nameKeyOfCorrections } from './name-key.ts';

/** Corrections that count, in their order, with the names they speak of ready to be compared. */
export type CorrectionsInForce = readonly CorrectionInForce[];

interface CorrectionInForce {
  readonly correction: EntityCorrectionV1;
  readonly names: ReadonlySet<string>;
}

/**
 * Of corrections in any order, repetitions included, those that are not undone, in the order in
 * which they were made. Of two that say one id, the undone one counts.
 */
export function correctionsInForce(corrections: Iterable<EntityCorrectionV1>): CorrectionsInForce {
  const byId = new Map<string, EntityCorrectionV1>();
  for (const one of corrections) {
    if (byId.get(one.correctionId)?.undone === undefined) byId.set(one.correctionId, one);
  }
  return [...byId.values()]
    .filter(({ undone }) => undone === undefined)
    .sort(inOrderMade)
    .map((correction) => ({ correction, names: namesOf(correction) }));
}

/**
 * The annotation as people corrected it: merged, split, blocked and retyped entities, and names
 * that mean somebody else. Pure: the same annotation, text and corrections give the same answer, so
 * a correction that is undone was never made. Always give it what the extractor found, never what
 * was corrected before.
 *
 * Offsets, dates, amounts and the words of quotes stay; quotes follow their speaker; no id points
 * at an entity that is not there. `corrections` of the answer names those that concerned it: leaving
 * any other out changes nothing. Without any, the annotation comes back as it is. Linear in annotation and corrections.
 *
 * @param text what the annotation was made from: only it tells how each mention is printed.
 */
export function applyCorrections(
  annotation: Annotation,
  corrections: CorrectionsInForce,
  text: Pick<ArticleContent, 'title' | 'body'>,
): Annotation {
  if (corrections.length === 0) return annotation;
  const entities = new CorrectedEntities(annotation, text);
  for (const { correction, names } of corrections) entities.correct(correction, names);
  const concerned = corrections.filter(({ correction }) => entities.isConcernedBy(correction));
  if (concerned.length === 0) return annotation;
  return {
    ...annotation,
    ...entities.done(),
    corrections: concerned.map(({ correction }) => correction.correctionId),
  };
}

function inOrderMade(a: EntityCorrectionV1, b: EntityCorrectionV1): number {
  return (
    Date.parse(a.made.at) - Date.parse(b.made.at) ||
    Number(a.correctionId > b.correctionId) - Number(a.correctionId < b.correctionId)
  );
}

function namesOf({ change }: EntityCorrectionV1): Set<string> {
  switch (change.kind) {
    case 'split':
      return new Set(change.names.map(spokenKey));
    case 'alias-add':
    case 'alias-remove':
      return new Set([spokenKey(change.alias)]);
    case 'merge':
    case 'block':
    case 'retype':
      return new Set();
  }
}
