import type { Annotation } from '@warta/contracts';
import type { TextFile } from './text-file.ts';

/**
 * An annotation as one JSON document for programs: every mention with its text, every quote with
 * its speaker's canonical name beside the printed one. What else the annotation has is kept as it is.
 */
export function annotationData(file: string, text: TextFile, annotation: Annotation) {
  const { entities, quotes, dates, ...rest } = annotation;
  const { title, body, bodyStart } = text;
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return {
    file,
    ...rest,
    ...(title !== undefined && { title }),
    bodyStart,
    entities: entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map(({ field, start, end, ...more }) => ({
        text: (field === 'title' ? (title ?? '') : body).slice(start, end),
        field,
        start,
        end,
        ...more,
      })),
    })),
    quotes: quotes.map(({ speaker: speakerAsPrinted, ...quote }) => {
      const speaker = names.get(quote.speakerEntityId ?? '');
      return {
        ...quote,
        ...(speaker !== undefined && { speaker }),
        ...(speakerAsPrinted !== undefined && { speakerAsPrinted }),
      };
    }),
    dates,
  };
}
