import type { AnnotatedEntity, Annotation, Mention, Quote } from '@warta/contracts';

/**
 * What of an annotation has no column of its own travels through the columns `more` as JSON:
 * whatever the contract gains is stored and given back without a change here.
 */

/** Of an entity: all but the columns of `mention`, and who found which of its mentions. */
export type EntityMore = Partial<
  Omit<AnnotatedEntity, (typeof entityColumns)[number] | 'mentions'> & {
    /** Of the mentions in the title, then of those in the body; null where nobody is named. */
    mentionsBy: (string | null)[];
  }
>;
export type QuoteMore = Partial<Omit<Quote, (typeof quoteColumns)[number]>>;
export type AnnotationMore = Partial<Omit<Annotation, (typeof annotationColumns)[number]>>;

const entityColumns = ['id', 'type', 'name', 'wikidata', 'role', 'salience', 'aliases'] as const;
const quoteColumns = [
  'text',
  'field',
  'start',
  'end',
  'cue',
  'direct',
  'speakerEntityId',
  'speaker',
  'confidence',
] as const;
const annotationColumns = [
  'extractor',
  'version',
  'language',
  'entities',
  'quotes',
  'dates',
  'flags',
] as const;

/** Undefined when the columns say everything. */
export function moreOfEntity({ mentions, ...entity }: AnnotatedEntity): string | undefined {
  const mentionsBy = [...mentionsIn('title', mentions), ...mentionsIn('body', mentions)].map(
    ({ by }) => by ?? null,
  );
  const more: EntityMore = {
    ...without(entity, entityColumns),
    ...(mentionsBy.some((by) => by !== null) && { mentionsBy }),
  };
  return jsonOf(more);
}

export function moreOfQuote(quote: Quote): string | undefined {
  return jsonOf(without(quote, quoteColumns) satisfies QuoteMore);
}

export function moreOfAnnotation(annotation: Annotation): string | undefined {
  return jsonOf(without(annotation, annotationColumns) satisfies AnnotationMore);
}

export function mentionsIn(field: Mention['field'], mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => mention.field === field);
}

function without<T extends object, Name extends keyof T>(
  whole: T,
  names: readonly Name[],
): Omit<T, Name> {
  const left = new Set<string>(names as readonly string[]);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !left.has(name))) as Omit<
    T,
    Name
  >;
}

function jsonOf(more: object): string | undefined {
  const text = JSON.stringify(more);
  return text === '{}' ? undefined : text;
}
