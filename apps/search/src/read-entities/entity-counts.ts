import type { estypes } from '@elastic/elasticsearch';
import type { ReadEntity } from '@warta/contracts';
import { isWhole, totalOf } from '../article-index/answers-of.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { countMerged } from '../entity-book/count-merged.ts';
import type { Entities } from '../entity-book/entities.ts';
import { foldBuckets } from '../entity-book/fold-buckets.ts';
import { datedIn, onlyLive } from '../search-articles/search-filters.ts';
import { countPrinted, instantOf } from './printed-counts.ts';
import type { PrintedBucket, Seen } from './printed-counts.ts';

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
  readonly buckets: readonly PrintedBucket[];
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
  const again = (body: estypes.SearchRequest) =>
    askIndex(index, 'counting what was merged', () =>
      index.client.search({ index: index.names.read, ...body }),
    );
  const [merged, printed] = await Promise.all([
    countMerged(
      again,
      book,
      folded.map(({ id }) => id),
      {
        articles: { bool: { filter: mentioned } },
        background: { bool: { filter: [onlyLive, ...dated] } },
      },
    ),
    countPrinted(again, { names: bucketsOf('names'), roles: bucketsOf('roles') }, mentioned),
  ]);
  return {
    articles: totalOf(found),
    firstSeen: instantOf(counted.first),
    lastSeen: instantOf(counted.last),
    days: counted.days.buckets.map(({ key_as_string: day, doc_count: articles }) => ({
      day,
      articles,
    })),
    names: printed.names,
    roles: printed.roles,
    all: counted.company.bg_count,
    company: folded.map(({ id, articles }) => {
      const { articles: both, background: other } = merged.counts.get(id) ?? {
        articles,
        background: others.get(id) ?? 0,
      };
      return { id, both, other };
    }),
    partial: !isWhole(found) || merged.partial || printed.partial,
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
