import type { estypes } from '@elastic/elasticsearch';
import type { FacetName, SearchFilters } from '@warta/contracts';
import { analysisOf, analyzedLanguages } from '../article-index/article-document.ts';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import { foldText } from '../article-index/fold-name.ts';
import type { EntityBook } from '../entity-book/entity-book.ts';
import { findEntities } from '../entity-book/find-entities.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { startOfDay } from '../query-language/day-starts.ts';
import { queryFaults } from '../query-language/query-faults.ts';
import { publishedAt } from '../revisions-index/revisions-index.ts';
import { InvalidSearchError } from './invalid-search-error.ts';
import { understandText } from './search-text.ts';
import type { SearchText } from './search-text.ts';

type Clause = estypes.QueryDslQueryContainer;

/**
 * Ids that are looked for in results because people merged them, those merged last first: until the
 * enricher has published an entity's articles again they carry the ids from before. A merge of longer
 * ago has long been published.
 */
const MERGED_ASKED_MAX = 500;

/** Values chosen for one facet; any of them will do. */
export interface Selection {
  readonly values: readonly { readonly value: string; readonly clause: Clause }[];
  readonly clause: Clause;
}

/** Filters with what had to be found out for them. */
export interface UnderstoodFilters {
  readonly filters: SearchFilters;
  /** The analyses that the texts asked for may have had. */
  readonly languages: readonly AnalyzedLanguage[];
  /** Absent without `q`. */
  readonly text?: SearchText | undefined;
  /** What `entity` stands for; absent without it, empty when nobody bears the name. */
  readonly entityIds?: readonly string[] | undefined;
  /** False when a name is borne by more entities than are searched: results are partial. */
  readonly isComplete: boolean;
  /** Ids of entities that people merged, the last first: see `MERGED_ASKED_MAX`. */
  readonly merged: readonly string[];
  /** Those that narrow one facet each. */
  readonly selections: ReadonlyMap<FacetName, Selection>;
}

/** The field that a facet counts. */
export const facetFields: Readonly<Record<FacetName, string>> = {
  feed: 'feed',
  language: 'language',
  person: 'people',
  organization: 'organizations',
  place: 'places',
  section: 'sectionKey',
  day: 'datedAt',
};

/**
 * Understands what every kind of search may be narrowed by: the one way from parameters to a query.
 * @param parts of the moment that the filters name: see `SearchParts.at`.
 * @param nowMs see `searchedAtMs`.
 * @throws InvalidSearchError; TransientError when Elasticsearch cannot answer.
 */
export async function understandFilters(
  parts: EntityParts & { readonly moment?: string | undefined },
  filters: SearchFilters,
  nowMs = Date.now(),
): Promise<UnderstoodFilters> {
  if (filters.asOf !== parts.moment) {
    throw new InvalidSearchError('asOf', 'is not available here');
  }
  const languages =
    filters.lang === undefined
      ? analyzedLanguages
      : analyzedLanguages.filter((one) => filters.lang?.map(analysisOf).includes(one));
  refuseEmptyTime(filters);
  const clock = { nowMs: searchedAtMs(filters, nowMs), timeZone: filters.timeZone ?? 'UTC' };
  const [text, entities] = await Promise.all([
    filters.q === undefined ? undefined : understandText(parts, filters.q, { languages, clock }),
    filters.entity === undefined ? undefined : findEntities(parts, filters.entity),
  ]);
  return {
    filters,
    languages,
    text,
    entityIds: entities?.ids,
    isComplete: (text?.isComplete ?? true) && (entities?.isComplete ?? true),
    merged: parts.book.mergedLately(MERGED_ASKED_MAX),
    selections: selectionsOf(filters, parts.book),
  };
}

/**
 * The moment that a search speaks of: the one it names, else now. So a search of the past has the dates
 * and the order that it had then.
 * @param nowMs of pages, when the first was asked for.
 */
export function searchedAtMs({ asOf }: Pick<SearchFilters, 'asOf'>, nowMs: number): number {
  return asOf === undefined ? nowMs : Date.parse(asOf);
}

/**
 * The query: live articles that match everything. It scores when `q` has words.
 * @param without facets whose own selection is left out.
 * @param quotes of a request whose hits are shown: they bring the quotes that match.
 */
export function matching(
  understood: UnderstoodFilters,
  { without = [], quotes = false }: { without?: readonly FacetName[]; quotes?: boolean } = {},
): Clause {
  const { filters, text, entityIds, selections } = understood;
  return {
    bool: {
      ...(text && { must: [(quotes ? text.withQuotes : undefined) ?? text.clause] }),
      filter: [
        ...publishedClauses(filters),
        ...(entityIds === undefined ? [] : [{ terms: { entityIds: [...entityIds] } }]),
        ...datedIn(filters),
        ...[...selections].flatMap(([facet, { clause }]) =>
          without.includes(facet) ? [] : [clause],
        ),
      ],
    },
  };
}

/** None without a text, and not the index's own book-keeping. */
export const onlyLive: Clause = { term: { status: 'live' } };

/**
 * All live articles of the same feeds, languages and time: what a share is a share of.
 */
export function volume({ filters, selections }: UnderstoodFilters): Clause {
  const narrowed = (['feed', 'language', 'day'] as const).flatMap(
    (facet) => selections.get(facet)?.clause ?? [],
  );
  return { bool: { filter: [...publishedClauses(filters), ...narrowed, ...datedIn(filters)] } };
}

/** What is published: now, or was at the moment asked for. */
export function publishedClauses({ asOf }: SearchFilters): Clause[] {
  return asOf === undefined ? [onlyLive] : publishedAt(asOf);
}

/**
 * A date without a time is the start of that day in the time zone.
 * @throws InvalidSearchError when nothing can be in it.
 */
export function datedIn({ from, to, timeZone }: SearchFilters): Clause[] {
  refuseEmptyTime({ from, to, timeZone });
  const bounds = [
    ...(from === undefined ? [] : [['gte', from] as const]),
    ...(to === undefined ? [] : [['lt', to] as const]),
  ];
  return bounds.map(([bound, at]) => ({
    range: {
      datedAt: isDay(at)
        ? { [bound]: at, format: 'strict_date', time_zone: timeZone ?? 'UTC' }
        : { [bound]: Date.parse(at), format: 'epoch_millis' },
    },
  }));
}

function refuseEmptyTime({ from, to, timeZone = 'UTC' }: SearchFilters): void {
  if (from === undefined || to === undefined) return;
  if (momentOf(from, timeZone) < momentOf(to, timeZone)) return;
  throw new InvalidSearchError('to', queryFaults.emptyTime());
}

/** @param at a day, which begins in the time zone, or an instant */
export function momentOf(at: string, timeZone: string): number {
  if (!isDay(at)) return Date.parse(at);
  const [year = 0, month = 1, day = 1] = at.split('-').map(Number);
  return startOfDay(timeZone, { year, month, day });
}

/** A date without a time: which moment it begins at depends on the time zone. */
export const isDay = (at: string) => !at.includes('T');

function selectionsOf(filters: SearchFilters, book: EntityBook): Map<FacetName, Selection> {
  const { feed, lang, person, organization, place, section, day, timeZone = 'UTC' } = filters;
  const selections = new Map<FacetName, Selection>();
  const select = (
    facet: FacetName,
    values: readonly string[] | undefined,
    clauseOf = (value: string): Clause => ({ term: { [facetFields[facet]]: value } }),
  ) => {
    if (values === undefined) return;
    const chosen = [...new Set(values)].map((value) => ({ value, clause: clauseOf(value) }));
    const clause = { bool: { should: chosen.map((one) => one.clause) } };
    selections.set(facet, { values: chosen, clause });
  };
  const entities = (facet: FacetName, ids: readonly string[] | undefined) =>
    select(
      facet,
      ids?.map((id) => book.canonicalOf(id)),
      // What people merged is one entity, whichever of its ids an article still carries; what they
      // said is none finds nothing.
      (id) => {
        const members = book.membersOf(id).filter((member) => !book.isBlocked(member));
        return { terms: { [facetFields[facet]]: members } };
      },
    );
  select('feed', feed);
  select('language', lang);
  entities('person', person);
  entities('organization', organization);
  entities('place', place);
  select('section', section?.map(foldText));
  select('day', day, (date) => ({
    range: { datedAt: { gte: date, lte: date, format: 'strict_date', time_zone: timeZone } },
  }));
  return selections;
}
