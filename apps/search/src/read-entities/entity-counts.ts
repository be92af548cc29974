import type { estypes } from '@elastic/elasticsearch';
import type { ReadEntity } from '@warta/contracts';
import { isWhole, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { printedOfKey } from '../article-index/entity-fields.ts';
import { foldName } from '../article-index/fold-name.ts';
import { countMerged } from '../entity-book/count-merged.ts';
import type { Entities } from '../entity-book/entities.ts';
import { foldBuckets } from '../entity-book/fold-buckets.ts';
import { datedIn, onlyLive } from '../search-articles/search-filters.ts';

type Aggregation = estypes.AggregationsAggregationContainer;

const NAMES_MAX = 50;
const ROLES_MAX = 50;

/** Below this nobody can tell company from chance. */
export const SUPPORT_MIN = 3;

/** More than are shown, since it is its own best company and merged ones become one. */
const NEIGHBOURS_ASKED = 60;

const SEARCH_TIMEOUT = '2s';

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}
interface Moment {
  readonly value: number | null;
}
interface Found {
  first: Moment;
  last: Moment;
  days: { buckets: readonly { key_as_string: string; doc_count: number }[] };
  company: {
    doc_count: number;
    bg_count: number;
    buckets: readonly (Bucket & { bg_count: number })[];
  };
}

interface Printed {
  readonly buckets: readonly (Bucket & { first?: Moment; last?: Moment })[];
}

export interface Seen {
  readonly articles: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** How often another entity is in the same articles, and in all. */
export interface Company {
  readonly id: string;
  readonly both: number;
  readonly other: number;
}

export interface EntityCounts {
  readonly articles: number;
  readonly firstSeen?: string | undefined;
  readonly lastSeen?: string | undefined;
  readonly days: readonly { day: string; articles: number }[];
  readonly names: readonly { name: string; articles: number }[];
  readonly roles: readonly (Seen & { role: string })[];
  /** Of the span: all articles, whatever they mention. */
  readonly all: number;
  readonly company: readonly Company[];
  readonly partial: boolean;
}

/**
 * What the articles of a span say of an entity, in one request.
 * @param ids every id that articles may carry for it.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function countEntity(
  { index, book }: Entities,
  ids: readonly string[],
  { from, to, timeZone }: ReadEntity,
): Promise<EntityCounts> {
  const dated = datedIn({ from, to, timeZone });
  const mentioned = [onlyLive, { terms: { entityIds: [...ids] } }, ...dated];
  const found = await askIndex(index, 'counting what is said of an entity', () =>
    index.client.search<unknown, Found & Record<`names-${number}` | `roles-${number}`, Printed>>({
      index: index.names.read,
      query: { bool: { filter: mentioned } },
      size: 0,
      track_total_hits: true,
      timeout: SEARCH_TIMEOUT,
      aggs: {
        ...firstAndLast,
        days: daysIn(timeZone),
        ...printedBy('names', ids, { field: 'entityForms', size: NAMES_MAX }),
        ...printedBy('roles', ids, { field: 'entityRoles', size: ROLES_MAX }, firstAndLast),
        company: companyOf(dated),
      },
    }),
  );
  const { aggregations: counted } = found;
  if (counted === undefined) throw new Error('counting an entity: the answer lacks the counts');
  const bucketsOf = (what: 'names' | 'roles') =>
    chunked(ids).flatMap((_, nth) => counted[`${what}-${nth}`]?.buckets ?? []);
  const others = new Map(counted.company.buckets.map(({ key, bg_count }) => [key, bg_count]));
  const own = new Set(ids);
  const company = counted.company.buckets
    .filter(({ key }) => !own.has(key))
    .map(({ key, doc_count }) => ({ id: key, articles: doc_count }));
  const folded = foldBuckets(book, company);
  const merged = await countMerged(
    (body) =>
      askIndex(index, 'counting company that was merged', () =>
        index.client.search({ index: index.names.read, ...body }),
      ),
    book,
    folded.map(({ id }) => id),
    {
      articles: { bool: { filter: mentioned } },
      background: { bool: { filter: [onlyLive, ...dated] } },
    },
  );
  return {
    articles: totalOf(found),
    firstSeen: instantOf(counted.first),
    lastSeen: instantOf(counted.last),
    days: counted.days.buckets.map(({ key_as_string: day, doc_count: articles }) => ({
      day,
      articles,
    })),
    names: namesIn(bucketsOf('names')),
    roles: rolesIn(bucketsOf('roles')),
    all: counted.company.bg_count,
    company: folded.map(({ id, articles }) => {
      const { articles: both, background: other } = merged.counts.get(id) ?? {
        articles,
        background: others.get(id) ?? 0,
      };
      return { id, both, other };
    }),
    partial: !isWhole(found) || merged.partial,
  };
}

/** Days without an article are no buckets. */
export function daysIn(timeZone: string): Aggregation {
  return {
    date_histogram: {
      field: 'datedAt',
      calendar_interval: 'day',
      time_zone: timeZone,
      min_doc_count: 1,
      format: 'yyyy-MM-dd',
    },
  };
}

const firstAndLast: Record<'first' | 'last', Aggregation> = {
  first: { min: { field: 'datedAt' } },
  last: { max: { field: 'datedAt' } },
};

/** What is printed for these ids, in aggregations counted on from `what-0`. */
function printedBy(
  what: string,
  ids: readonly string[],
  terms: { field: string; size: number },
  aggs?: Record<string, Aggregation>,
): Record<string, Aggregation> {
  const parts = chunked(ids).map((some, nth): [string, Aggregation] => [
    `${what}-${nth}`,
    { terms: { ...terms, include: `(${some.join('|')})\\|.*` }, ...(aggs && { aggs }) },
  ]);
  return Object.fromEntries(parts);
}

/** So many ids stay below the 1,000 characters that a pattern may have. */
const IDS_IN_PATTERN = 24;
/** Of an entity with more members the names of the first ones are shown. */
const PATTERNS_MAX = 8;

function chunked(ids: readonly string[]): string[][] {
  const chunks = Math.min(PATTERNS_MAX, Math.ceil(ids.length / IDS_IN_PATTERN));
  return Array.from({ length: chunks }, (_, nth) =>
    ids.slice(nth * IDS_IN_PATTERN, (nth + 1) * IDS_IN_PATTERN),
  );
}

/** Mutual information chooses by the same measure as G² does: it is G² over twice the articles. */
function companyOf(dated: readonly estypes.QueryDslQueryContainer[]): Aggregation {
  return {
    significant_terms: {
      field: 'entityIds',
      exclude: 'Q[0-9]+',
      size: NEIGHBOURS_ASKED,
      min_doc_count: SUPPORT_MIN,
      mutual_information: { include_negatives: false, background_is_superset: true },
      // Without it, what was taken down or is held would count as an article, too.
      background_filter: { bool: { filter: [onlyLive, ...dated] } },
    },
  };
}

function instantOf({ value }: Moment = { value: null }): string | undefined {
  return value === null ? undefined : new Date(value).toISOString();
}

/** A name that several of its members bear is one; one article that prints it for two counts twice. */
function namesIn(buckets: readonly Bucket[]): { name: string; articles: number }[] {
  const names = new Map<string, { name: string; articles: number }>();
  for (const { key, doc_count: articles } of buckets) {
    const name = printedOfKey(key);
    const known = names.get(name);
    if (known === undefined) names.set(name, { name, articles });
    else known.articles += articles;
  }
  return [...names.values()].sort((a, b) => b.articles - a.articles);
}

/** A role counts once in whatever case it is printed, as it is printed most; the latest first. */
function rolesIn(buckets: Printed['buckets']): (Seen & { role: string })[] {
  const roles = new Map<string, Seen & { role: string }>();
  for (const { key, doc_count: articles, first, last } of buckets) {
    const role = printedOfKey(key);
    const [firstSeen, lastSeen] = [instantOf(first), instantOf(last)];
    if (firstSeen === undefined || lastSeen === undefined) continue;
    const known = roles.get(foldName(role));
    const seen = { role, articles, firstSeen, lastSeen };
    roles.set(
      foldName(role),
      known === undefined
        ? seen
        : {
            role: known.role,
            articles: known.articles + articles,
            firstSeen: known.firstSeen < firstSeen ? known.firstSeen : firstSeen,
            lastSeen: known.lastSeen > lastSeen ? known.lastSeen : lastSeen,
          },
    );
  }
  return [...roles.values()].sort((a, b) => (a.lastSeen > b.lastSeen ? -1 : 1));
}
