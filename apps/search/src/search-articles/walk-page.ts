import type { estypes } from '@elastic/elasticsearch';
import type { Copies, CountedTotal } from '@warta/contracts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import type { SortValues } from './cursor.ts';
import type { FacetAggregates } from './facet-aggregations.ts';
import { copiesBody, groupCountBody, readCopies, readGroupCount } from './group-copies.ts';
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

/** Elasticsearch collapses a first page by itself; how many copies there are is asked afterwards. */
async function firstPage(
  { snapshots }: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
): Promise<WalkedPage> {
  const { size, collapse } = plan.request;
  const isCollapsed = collapse === 'group';
  const found: Found = await snapshots.search(
    snapshot,
    searchBody(plan, { size: size + 1, isCollapsed }),
  );
  const page = pageOf(plan, found);
  if (!isCollapsed || page.hits.length === 0) return page;
  const isMore = page.after !== undefined;
  const [copies, counted] = await snapshots.searchAll([
    { in: snapshot, body: copiesBody(groupsOf(page.hits), plan.understood) },
    ...(isMore ? [{ in: snapshot, body: groupCountBody(matching(plan.understood)) }] : []),
  ]);
  const { relation } = page.total;
  return {
    ...page,
    copies: readCopies(copies?.aggregations),
    groups: counted
      ? { value: readGroupCount(counted.aggregations), relation }
      : { value: page.hits.length, relation: 'eq' },
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
  const body = searchBody(plan, { size: size + 1, after, isCollapsed: false });
  const found: Found = await parts.snapshots.search(snapshot, body);
  const page = pageOf(plan, found);
  if (page.hits.length === 0) return { ...page, facets: await facetsNow(parts, plan) };
  const [stillLive] = await parts.snapshots.searchAll([liveAmong(page.hits)]);
  const live = idsIn(stillLive);
  return {
    ...page,
    facets: await facetsNow(parts, plan),
    hits: page.hits.filter(({ _id }) => live.has(_id)),
    isPartial: [found, stillLive].some(isIncomplete),
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
  let isMore = true;
  let isPartial = false;
  for (let round = 0; isMore && hits.length < size && round < ROUNDS_MAX; round += 1) {
    const found: Found = await parts.snapshots.search(
      snapshot,
      searchBody(plan, {
        size: asked,
        after,
        isCollapsed: false,
        withoutGroups: decided,
        isContinued: round > 0,
      }),
    );
    first ??= found;
    const judged = await judgeHits(parts, plan, snapshot, found.hits.hits);
    isPartial ||= isIncomplete(found) || judged.isPartial;
    for (const [group, of] of judged.copies) copies.set(group, of);
    isMore = found.hits.hits.length === asked;
    for (const hit of found.hits.hits) {
      if (hits.length === size) {
        isMore ||= judged.shown.has(hit._id ?? '');
        continue;
      }
      after = placeOf(plan, hit);
      if (judged.shown.has(hit._id ?? '')) hits.push(hit);
    }
    decided.push(...groupsOf(found.hits.hits).filter((group) => !judged.open.has(group)));
  }
  return {
    hits,
    total: totalOf(first),
    copies,
    facets: await facetsNow(parts, plan),
    after: isMore ? after : undefined,
    isPartial,
  };
}

/** Of a page that is not the first: counted in the index as it is, where nothing withdrawn is. */
async function facetsNow(
  { snapshots }: SearchParts,
  plan: SearchPlan,
): Promise<FacetAggregates | undefined> {
  const body = countBody(plan);
  if (body === undefined) return undefined;
  const [counted] = await snapshots.searchAll([{ in: 'now', body }]);
  return counted?.aggregations as FacetAggregates | undefined;
}

function pageOf(plan: SearchPlan, found: Found): WalkedPage {
  const { size } = plan.request;
  const hits = found.hits.hits.slice(0, size);
  const last = hits.at(-1);
  const isMore = found.hits.hits.length > size;
  return {
    hits,
    total: totalOf(found),
    facets: found.aggregations as FacetAggregates | undefined,
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
