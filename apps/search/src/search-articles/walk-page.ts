import type { estypes } from '@elastic/elasticsearch';
import type { Copies, CountedTotal } from '@warta/contracts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import type { SortValues } from './cursor.ts';
import type { FacetAggregates } from './facet-aggregations.ts';
import {
  copiesBody,
  groupCountBody,
  readCopies,
  readGroupCount,
  readRepeated,
} from './group-copies.ts';
import { groupsOf, idsIn, isIncomplete, judgeHits, liveAmong } from './judge-hits.ts';
import { countBody, searchBody, sortOf } from './search-body.ts';
import type { HitSource, SearchPlan } from './search-body.ts';
import { matching } from './search-filters.ts';
import type { FoundHit } from './search-hits.ts';
import type { SearchParts } from './search-parts.ts';

/** Hits of one page with what is told of them together. */
export interface WalkedPage {
  readonly hits: readonly FoundHit[];
  readonly total: CountedTotal;
  /** Of the first page only. */
  readonly groups?: CountedTotal | undefined;
  /** By group. */
  readonly copies?: ReadonlyMap<string, Copies>;
  /** As they were counted. */
  readonly facets?: FacetAggregates | undefined;
  /** Where the next page begins; absent on the last. */
  readonly after?: SortValues | undefined;
  readonly isPartial: boolean;
}

type Found = estypes.SearchResponse<HitSource>;

/**
 * Requests for one page at most. Each decides of a page of hits, so that only a group with hundreds
 * of copies needs more: then the page is shorter than was asked for, and the next one goes on.
 */
const ROUNDS_MAX = 4;

/** Asked for in addition: one article in five is a copy of another. */
const COPIES_EXPECTED = 0.25;

/**
 * A page of a search in one state of the index.
 * @param after where the page before ended; absent for the first.
 * @throws SnapshotGoneError; TransientError when Elasticsearch cannot answer.
 */
export function walkPage(
  parts: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
  after: SortValues | undefined,
): Promise<WalkedPage> {
  if (after === undefined) return firstPage(parts, plan, snapshot);
  return plan.request.collapse === 'none'
    ? laterPage(parts, plan, snapshot, after)
    : laterGroups(parts, plan, snapshot, after);
}

/**
 * Elasticsearch collapses a first page by itself. How many groups there are depends on the query alone,
 * so it is asked at the same time; of how many copies each has, only once it is known which are shown.
 */
async function firstPage(
  { snapshots }: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
): Promise<WalkedPage> {
  const { size, collapse } = plan.request;
  if (collapse === 'none') {
    const body = searchBody(plan, { size, isCollapsed: false });
    const found: Found = await snapshots.search(snapshot, body);
    return pageOf(plan, found, totalOf(found).value > size);
  }
  const [found, counted] = await snapshots.searchAll<HitSource>([
    { in: snapshot, body: searchBody(plan, { size, isCollapsed: true }) },
    { in: snapshot, body: groupCountBody(matching(plan.understood)) },
  ]);
  const { relation } = totalOf(found);
  const groups = { value: readGroupCount(counted?.aggregations), relation };
  const mayBeMore = relation === 'gte' || isIncomplete(counted);
  const isFull = found?.hits.hits.length === size;
  const page = pageOf(plan, found, groups.value > size || (mayBeMore && isFull));
  if (page.hits.length === 0) return page;
  const repeated = mayBeMore ? undefined : readRepeated(counted?.aggregations);
  const body = copiesBody(groupsOf(page.hits), plan.understood, repeated !== undefined);
  const copies = await snapshots.search(snapshot, body);
  return {
    ...page,
    groups: page.after === undefined ? { value: page.hits.length, relation: 'eq' } : groups,
    copies: readCopies(copies.aggregations, repeated),
    isPartial: [found, copies, counted].some(isIncomplete),
  };
}

/** Every article, but for those withdrawn since the state was taken. */
async function laterPage(
  parts: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
  after: SortValues,
): Promise<WalkedPage> {
  const { size } = plan.request;
  const [found, counted] = await parts.snapshots.searchAll<HitSource>([
    { in: snapshot, body: searchBody(plan, { size: size + 1, after, isCollapsed: false }) },
    ...facetsNow(plan),
  ]);
  const isMore = (found?.hits.hits.length ?? 0) > size;
  const page = {
    ...pageOf(plan, found, isMore),
    facets: facetsIn(counted),
    isPartial: [found, counted].some(isIncomplete),
  };
  if (page.hits.length === 0) return page;
  const [stillLive] = await parts.snapshots.searchAll([liveAmong(page.hits)]);
  const live = idsIn(stillLive);
  return {
    ...page,
    hits: page.hits.filter(({ _id }) => live.has(_id)),
    isPartial: page.isPartial || isIncomplete(stillLive),
  };
}

/** One article of each group, unless a better one of the group was shown on a page before. */
async function laterGroups(
  parts: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
  start: SortValues,
): Promise<WalkedPage> {
  const { size } = plan.request;
  const asked = size + Math.ceil(size * COPIES_EXPECTED) + 1;
  const hits: FoundHit[] = [];
  const copies = new Map<string, Copies>();
  const decided: string[] = [];
  let first: Found | undefined;
  let after = start;
  let facets: FacetAggregates | undefined;
  let isMore = true;
  let isPartial = false;
  for (let round = 0; isMore && hits.length < size && round < ROUNDS_MAX; round += 1) {
    const isContinued = round > 0;
    const bounds = { size: asked, after, isCollapsed: false, withoutGroups: decided, isContinued };
    const [found, counted] = await parts.snapshots.searchAll<HitSource>([
      { in: snapshot, body: searchBody(plan, bounds) },
      ...(isContinued ? [] : facetsNow(plan)),
    ]);
    first ??= found;
    facets ??= facetsIn(counted);
    const together = found?.hits.hits ?? [];
    const judged = await judgeHits(parts, plan, snapshot, together);
    isPartial ||= [found, counted].some(isIncomplete) || judged.isPartial;
    for (const [group, of] of judged.copies) copies.set(group, of);
    isMore = together.length === asked;
    for (const hit of together) {
      if (hits.length === size) {
        isMore ||= judged.shown.has(hit._id ?? '');
        continue;
      }
      after = placeOf(plan, hit);
      if (judged.shown.has(hit._id ?? '')) hits.push(hit);
    }
    decided.push(...groupsOf(together).filter((group) => !judged.open.has(group)));
  }
  return {
    hits,
    total: totalOf(first),
    copies,
    facets,
    after: isMore ? after : undefined,
    isPartial,
  };
}

/** Of a page that is not the first: counted in the index as it is, where nothing withdrawn is. */
function facetsNow(plan: SearchPlan) {
  const body = countBody(plan);
  return body === undefined ? [] : [{ in: 'now' as const, body }];
}

function facetsIn(counted: Found | undefined): FacetAggregates | undefined {
  return counted?.aggregations as FacetAggregates | undefined;
}

function pageOf(plan: SearchPlan, found: Found | undefined, isMore: boolean): WalkedPage {
  const hits = found?.hits.hits.slice(0, plan.request.size) ?? [];
  const last = hits.at(-1);
  return {
    hits,
    total: totalOf(found),
    facets: facetsIn(found),
    ...(isMore && last && { after: placeOf(plan, last) }),
    isPartial: isIncomplete(found),
  };
}

/** Elasticsearch adds a value of its own, which means nothing in another state of the index. */
function placeOf({ sort }: SearchPlan, hit: FoundHit): SortValues {
  return hit.sort?.slice(0, sortOf(sort).length) as SortValues;
}

function totalOf(found: Found | undefined): CountedTotal {
  const total = found?.hits.total;
  return typeof total === 'object'
    ? { value: total.value, relation: total.relation }
    : { value: found?.hits.hits.length ?? 0, relation: 'gte' };
}
