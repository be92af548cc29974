import type { Annotation, MatchingSentence } from '@warta/contracts';
import { textOf } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { bestSentences, matchingSentences, readMarks } from './matching-sentences.ts';
import type { MarkedText } from './matching-sentences.ts';
import type { UnderstoodFilters } from './search-filters.ts';

/** What is needed of a document beside what every hit shows. */
export const sentenceFields = [
  'body',
  'annotation.entities.id',
  'annotation.entities.wikidata',
  'annotation.entities.mentions',
] as const;

export interface SentenceSource {
  readonly title?: LiveDocument['title'];
  readonly body?: LiveDocument['body'];
  readonly annotation?: { readonly entities?: readonly Mentioned[] };
}
type Mentioned = Pick<Annotation['entities'][number], 'id' | 'wikidata' | 'mentions'>;

/** Ids of the entities that a search asks for: what is marked though no word of the search is there. */
export function searchedEntities({
  text,
  entityIds = [],
  selections,
}: UnderstoodFilters): ReadonlySet<string> {
  const selected = (['person', 'organization', 'place'] as const).flatMap(
    (facet) => selections.get(facet)?.values.map(({ value }) => value) ?? [],
  );
  return new Set([...entityIds, ...(text?.entityIds ?? []), ...selected]);
}

/**
 * The sentences of an article in which words or entities of the search are.
 * @param highlights whole fields as Elasticsearch marked them; absent where it marked nothing.
 */
export function hitSentences(
  source: SentenceSource,
  highlights: { readonly title?: string | undefined; readonly body?: string | undefined },
  searched: ReadonlySet<string>,
): MatchingSentence[] {
  const found = (source.annotation?.entities ?? []).filter(
    ({ id, wikidata }) => searched.has(id) || (wikidata !== undefined && searched.has(wikidata)),
  );
  const mentions = found.flatMap((entity) => entity.mentions);
  return bestSentences(
    (['title', 'body'] as const).flatMap((field) => {
      const html = highlights[field];
      const text = textOf(source[field]) ?? '';
      const { marks } = html === undefined ? { marks: [] } : readMarks(html);
      const all = [...marks, ...mentions.filter((mention) => mention.field === field)];
      return matchingSentences(field, { text, marks: merged(all) });
    }),
  );
}

/** In order, and none within another. */
function merged(marks: MarkedText['marks']): { start: number; end: number }[] {
  const separate: { start: number; end: number }[] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = separate.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else separate.push({ start, end });
  }
  return separate;
}
