import type {
  Annotation,
  MatchingQuote,
  MatchingSentence,
  Mention,
  SearchArticles,
} from '@warta/contracts';
import type { SentenceFinder } from '@warta/nlp/sentence-bounds';
import { textOf } from '../article-index/article-document.ts';
import type { LiveDocument } from '../article-index/article-document.ts';
import { markedHtml } from './marked-html.ts';
import { bestSentences, matchingSentences, readMarks } from './matching-sentences.ts';
import type { UnderstoodFilters } from './search-filters.ts';

/** What is needed of a document beside what every hit shows. */
export const sentenceFields = [
  'body',
  'annotation.entities.id',
  'annotation.entities.wikidata',
  'annotation.entities.mentions.field',
  'annotation.entities.mentions.start',
  'annotation.entities.mentions.end',
] as const;

export interface SentenceSource {
  readonly title?: LiveDocument['title'];
  readonly body?: LiveDocument['body'];
  readonly annotation?: { readonly entities?: readonly Mentioned[] };
}
type Mentioned = Pick<Annotation['entities'][number], 'id' | 'wikidata'> & {
  readonly mentions: readonly MentionPlace[];
};
type MentionPlace = Pick<Mention, 'field' | 'start' | 'end'>;

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
 * Whether hits need marks that Elasticsearch does not set: of sentences, of quotes, and where entities
 * are mentioned that were asked for without any word. Then their texts come with them.
 */
export function isMarkedByPlace({ sentences }: SearchArticles, understood: UnderstoodFilters) {
  const { text } = understood;
  if (sentences || text?.withQuotes !== undefined) return true;
  return text?.hasText !== true && searchedEntities(understood).size > 0;
}

/** Whole fields as Elasticsearch marked them; absent where it marked nothing. */
export interface MarkedFields {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
}

/** What is marked in a text. */
export interface MarkedField {
  readonly field: 'title' | 'body';
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Words that matched, quotes that matched, and mentions of entities that were asked for. */
export function marksIn(
  source: SentenceSource,
  highlights: MarkedFields,
  searched: ReadonlySet<string>,
  quotes: readonly MatchingQuote[],
): MarkedField[] {
  const mentions = mentionsOf(source, searched);
  const inQuotes = quotes.flatMap(({ sentence }) => sentence?.marks ?? []);
  return (['title', 'body'] as const).map((field) => {
    const html = highlights[field];
    const words = html === undefined ? [] : readMarks(html).marks;
    const all = [
      ...words,
      ...mentions.filter((mention) => mention.field === field),
      ...(field === 'body' ? inQuotes : []),
    ];
    return { field, text: textOf(source[field]) ?? '', marks: merged(all) };
  });
}

/** Where an article mentions these entities. */
export function mentionsOf(
  { annotation }: SentenceSource,
  searched: ReadonlySet<string>,
): MentionPlace[] {
  return (annotation?.entities ?? [])
    .filter(
      ({ id, wikidata }) => searched.has(id) || (wikidata !== undefined && searched.has(wikidata)),
    )
    .flatMap((entity) => entity.mentions);
}

/** The sentences of an article in which something of the search is. */
export function hitSentences(
  marked: readonly MarkedField[],
  find?: SentenceFinder,
): MatchingSentence[] {
  return bestSentences(marked.flatMap((one) => matchingSentences(one.field, one, find)));
}

/** As many as Elasticsearch gives of a text in which it found words. */
const BODY_FRAGMENTS_MAX = 3;

/** The same as fragments of HTML, where Elasticsearch marked nothing. */
export function hitFragments(
  marked: readonly MarkedField[],
  find?: SentenceFinder,
): Partial<Record<'title' | 'body', string[]>> {
  return Object.fromEntries(
    marked.flatMap(({ field, ...one }) => {
      const sentences = bestSentences(matchingSentences(field, one, find));
      const fragments = sentences.slice(0, BODY_FRAGMENTS_MAX).map(({ text, start: from, marks }) =>
        markedHtml(
          text,
          marks.map(({ start, end }) => ({ start: start - from, end: end - from })),
        ),
      );
      return fragments.length === 0 ? [] : [[field, fragments]];
    }),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** In order, and none within another. */
export function merged(marks: readonly Span[]): Span[] {
  const separate: { start: number; end: number }[] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = separate.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else separate.push({ start, end });
  }
  return separate;
}
