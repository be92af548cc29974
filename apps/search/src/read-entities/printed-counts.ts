import type { estypes } from '@elastic/elasticsearch';
import { isWhole } from '../article-index/answers-of.ts';
import { printedOfKey } from '../article-index/entity-fields.ts';
import { foldText } from '../article-index/fold-name.ts';

interface Moment {
  readonly value: number | null;
}

/** How many articles print something for one id. */
export interface PrintedBucket {
  readonly key: string;
  readonly doc_count: number;
  readonly first?: Moment;
  readonly last?: Moment;
}

export interface Seen {
  readonly articles: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** What is printed for an entity; each once, whichever of its ids it is printed for. */
export interface PrintedCounts {
  readonly names: readonly { name: string; articles: number }[];
  readonly roles: readonly (Seen & { role: string })[];
  readonly partial: boolean;
}

/** Elasticsearch stops then and answers with what it has: such counts are partial. */
const SEARCH_TIMEOUT = '2s';

/** Names and roles counted anew, the most frequent first; the others are added up. */
const RECOUNTED_MAX = 100;

const kinds = { names: 'entityForms', roles: 'entityRoles' } as const;
type Kind = keyof typeof kinds;

/** A role counts once in whatever case it is printed. */
const shownOnce: Readonly<Record<Kind, (key: string) => string>> = {
  names: printedOfKey,
  roles: (key) => foldText(printedOfKey(key)),
};

/**
 * Names and roles of an entity. What is printed for several of its ids, or in several spellings, is
 * counted anew with one request, since one article may print both; nothing is asked otherwise.
 * @param buckets of each kind, by id and spelling.
 * @param mentioned the articles that are counted.
 * @throws as `search`
 */
export async function countPrinted(
  search: (body: estypes.SearchRequest) => Promise<estypes.SearchResponse>,
  buckets: Readonly<Record<Kind, readonly PrintedBucket[]>>,
  mentioned: readonly estypes.QueryDslQueryContainer[],
): Promise<PrintedCounts> {
  const names = groupsOf('names', buckets.names);
  const roles = groupsOf('roles', buckets.roles);
  const several = { names: severalOf(names), roles: severalOf(roles) };
  if (several.names.length + several.roles.length === 0) {
    return { names: namesIn(names), roles: rolesIn(roles), partial: false };
  }
  const found = await search({
    size: 0,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
    query: { bool: { filter: [...mentioned] } },
    aggs: { names: recountOf('names', several.names), roles: recountOf('roles', several.roles) },
  });
  const counted = found.aggregations as unknown as Record<
    Kind,
    { buckets: readonly { doc_count: number }[] } | undefined
  >;
  for (const kind of ['names', 'roles'] as const) {
    for (const [at, group] of several[kind].entries()) {
      group.articles = counted[kind]?.buckets[at]?.doc_count ?? group.articles;
    }
  }
  return { names: namesIn(names), roles: rolesIn(roles), partial: !isWhole(found) };
}

interface Group {
  readonly buckets: readonly PrintedBucket[];
  articles: number;
}

function groupsOf(kind: Kind, buckets: readonly PrintedBucket[]): Group[] {
  return [...Map.groupBy(buckets, ({ key }) => shownOnce[kind](key)).values()].map((of) => ({
    buckets: of,
    articles: of.reduce((sum, { doc_count }) => sum + doc_count, 0),
  }));
}

function severalOf(groups: readonly Group[]): Group[] {
  return groups
    .filter(({ buckets }) => buckets.length > 1)
    .sort((a, b) => b.articles - a.articles)
    .slice(0, RECOUNTED_MAX);
}

function recountOf(kind: Kind, groups: readonly Group[]): estypes.AggregationsAggregationContainer {
  const filters = groups.map(({ buckets }) => ({
    terms: { [kinds[kind]]: buckets.map(({ key }) => key) },
  }));
  // At least one, or Elasticsearch refuses it.
  return { filters: { filters: [...filters, { match_none: {} }] } };
}

function namesIn(groups: readonly Group[]): { name: string; articles: number }[] {
  return groups
    .map(({ buckets, articles }) => ({ name: printedOfKey(buckets[0]?.key ?? ''), articles }))
    .sort((a, b) => b.articles - a.articles);
}

/** As it is printed most; the latest first. */
function rolesIn(groups: readonly Group[]): (Seen & { role: string })[] {
  return groups
    .flatMap(({ buckets, articles }) => {
      const [most] = [...buckets].sort((a, b) => b.doc_count - a.doc_count);
      const firstSeen = buckets.flatMap(({ first }) => instantOf(first) ?? []).sort();
      const lastSeen = buckets.flatMap(({ last }) => instantOf(last) ?? []).sort();
      const [first, last] = [firstSeen[0], lastSeen.at(-1)];
      if (most === undefined || first === undefined || last === undefined) return [];
      return [{ role: printedOfKey(most.key), articles, firstSeen: first, lastSeen: last }];
    })
    .sort((a, b) => (a.lastSeen > b.lastSeen ? -1 : 1));
}

/** Instants in UTC with milliseconds are in order as texts. */
export function instantOf({ value }: Moment = { value: null }): string | undefined {
  return value === null ? undefined : new Date(value).toISOString();
}
