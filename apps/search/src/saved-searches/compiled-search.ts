import type { estypes } from '@elastic/elasticsearch';
import type { SavedFilters } from '@warta/contracts';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';
import type { EntityParts } from '../entity-book/find-entities.ts';
import { clauseText, compileQuery } from '../query-language/compile-query.ts';
import type { UnderstoodQuery } from '../query-language/query-tree.ts';
import { understandQuery } from '../query-language/understand-query.ts';
import { NamesInIndex } from '../query-language/names-in-index.ts';
import { parseQuery } from '../query-language/parse-query.ts';
import { matching, understandFilters } from '../search-articles/search-filters.ts';

type Clause = estypes.QueryDslQueryContainer;

/** What is searched for: the same in a saved search, a back-test and a match. */
export interface SearchedFor {
  readonly q?: string | undefined;
  readonly filters: SavedFilters;
}

/** A search with all that had to be found out for it. */
export interface CompiledSearch {
  /**
   * Live articles that match at this moment, whose text had the analysis of one of these languages.
   * @param isTold hits name the clauses that matched, and bring the quotes.
   */
  clause(languages: readonly AnalyzedLanguage[], isTold?: boolean): Clause;
  /** How the search wrote the clause of this name; undefined when it is none of its own. */
  clauseText(name: string): string | undefined;
  /** Every id of the entities it asks for. */
  readonly entityIds: ReadonlySet<string>;
  /** The names it asks for as entities: an entity that bears one of them may be new. */
  readonly names: readonly string[];
  readonly hasText: boolean;
  /** False when a name is borne by more entities than are searched. */
  readonly isComplete: boolean;
}

/**
 * @param names where names are looked up; the process's own remember them for some seconds.
 * @throws QuerySyntaxError, TooExpensiveQueryError, InvalidSearchError; TransientError when
 * Elasticsearch cannot answer.
 */
export async function compileSearch(
  parts: EntityParts,
  { q, filters }: SearchedFor,
  names = NamesInIndex.of(parts),
): Promise<CompiledSearch> {
  const [narrowed, query] = await Promise.all([
    understandFilters(parts, filters),
    q === undefined ? undefined : understandQuery(names, parseQuery(q)),
  ]);
  const ids = [
    ...(query?.expansions.flatMap(({ entities }) => entities.map(({ id }) => id)) ?? []),
    ...(narrowed.entityIds ?? []),
    ...[filters.person, filters.organization, filters.place].flatMap((some) => some ?? []),
  ];
  return {
    clause: (languages, isTold = false) => {
      const filter = matching(narrowed);
      if (query === undefined) return filter;
      // Kept for minutes, and asked for again and again: "last7d" is that of each time.
      const clock = { nowMs: Date.now(), timeZone: filters.timeZone ?? 'UTC' };
      const options = { languages, clock, named: isTold, quotes: isTold };
      return { bool: { filter: [filter], must: [compileQuery(query, options)] } };
    },
    clauseText: (name) => query && clauseText(query, name),
    entityIds: new Set(ids),
    names: namesOf(query, filters),
    hasText: query?.hasText ?? false,
    isComplete: (query?.isComplete ?? true) && narrowed.isComplete,
  };
}

function namesOf(query: UnderstoodQuery | undefined, { entity }: SavedFilters): string[] {
  const asked = query?.expansions.map(({ text }) => text) ?? [];
  return entity === undefined ? asked : [...asked, entity];
}
