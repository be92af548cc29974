import type { AnnotatedEntity, EntityFace, EntityType, Mention } from '@warta/contracts';

/** A mention, and what it prints. */
export interface Printed {
  readonly mention: Mention;
  readonly form: string;
}

export interface Working {
  /** As the extractor found it, or as a correction made it. */
  facts: AnnotatedEntity;
  printed: Printed[];
  isCorrected: boolean;
  /** What it may be at most, once its mentions are known: of an entity whose mentions were parted. */
  salienceMax: AnnotatedEntity['salience'];
}

export function faceFacts({ name, type, wikidata, place }: EntityFace): EntityFace {
  const isPlace = type === 'LOCATION' && place !== undefined;
  return { type, name, ...(wikidata && { wikidata }), ...(isPlace && { place }) };
}

/** Only places lie somewhere. */
export function typed({ place, ...facts }: AnnotatedEntity, type: EntityType): AnnotatedEntity {
  return { ...facts, type, ...(type === 'LOCATION' && place && { place }) };
}

export function stronger(
  a: AnnotatedEntity['salience'],
  b: AnnotatedEntity['salience'],
): AnnotatedEntity['salience'] {
  return a === 'main' ? a : b;
}

export function byPosition({ mention: a }: Printed, { mention: b }: Printed): number {
  return comparePlaces(a, b);
}

export function byFirstMention(
  { mentions: [a] }: AnnotatedEntity,
  { mentions: [b] }: AnnotatedEntity,
): number {
  return a && b ? comparePlaces(a, b) : 0;
}

function comparePlaces(a: Mention, b: Mention): number {
  return Number(a.field === 'body') - Number(b.field === 'body') || a.start - b.start;
}
