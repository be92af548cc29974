import type { estypes } from '@elastic/elasticsearch';
import type { Copies } from '@warta/contracts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import { copiesBody, readCopies } from './group-copies.ts';
import { scored, SEARCH_TIMEOUT, sortOf } from './search-body.ts';
import type { HitSource, SearchPlan } from './search-body.ts';
import { matching, onlyLive } from './search-filters.ts';
import type { FoundHit } from './search-hits.ts';
import type { SearchParts } from './search-parts.ts';

/** What is to become of hits. */
export interface Judgement {
  /** Ids of those to show. */
  readonly shown: ReadonlySet<string>;
  /** Groups whose best was withdrawn, and whose next one is not among the hits. */
  readonly open: ReadonlySet<string>;
  /** By group. */
  readonly copies: ReadonlyMap<string, Copies>;
  readonly isPartial: boolean;
}

/** Members of groups whose best was withdrawn, looked through for the next one. */
const MEMBERS_MAX = 500;

/**
 * Which of these hits are the best of their group: of all that match in the state, but for those that
 * were withdrawn since.
 */
export async function judgeHits(
  { snapshots }: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
  hits: readonly FoundHit[],
): Promise<Judgement> {
  const none = { shown: new Set<string>(), open: new Set<string>(), copies: new Map() };
  if (hits.length === 0) return { ...none, isPartial: false };
  const groups = groupsOf(hits);
  const answers = await snapshots.searchAll<HitSource>([
    { in: snapshot, body: bestBody(plan, groups) },
    { in: snapshot, body: copiesBody(groups, plan.understood) },
    liveAmong(hits),
  ]);
  const [bests, copies, stillLive] = answers;
  const isLive = idsIn(stillLive);
  const elsewhere = without(bests?.hits.hits ?? [], hits);
  if (elsewhere.length > 0) {
    // Of pages before: shown there, unless it was withdrawn since.
    const [more] = await snapshots.searchAll([liveAmong(elsewhere)]);
    for (const id of idsIn(more)) isLive.add(id);
  }
  const chosen = (bests?.hits.hits ?? []).filter(({ _id }) => isLive.has(_id));
  const withdrawn = (bests?.hits.hits ?? []).filter(({ _id }) => !isLive.has(_id));
  const next = await nextLive(snapshots, plan, snapshot, withdrawn);
  const shown = new Set([...chosen, ...next].map(({ _id = '' }) => _id));
  const here = new Set(hits.filter(({ _id = '' }) => shown.has(_id)).map(groupOf));
  return {
    shown,
    open: new Set(groupsOf(next).filter((group) => !here.has(group))),
    copies: readCopies(copies?.aggregations),
    isPartial: answers.some(isIncomplete),
  };
}

/** The best of each of these groups. */
function bestBody(plan: SearchPlan, groups: readonly string[]): estypes.SearchRequest {
  return {
    ...membersBody(plan, groups),
    collapse: { field: 'duplicateGroup' },
    size: groups.length,
  };
}

/** Articles of these groups that match, the best first. */
function membersBody(plan: SearchPlan, groups: readonly string[]): estypes.SearchRequest {
  const query = scored(plan, matching(plan.understood));
  return {
    query: { bool: { must: [query], filter: [{ terms: { duplicateGroup: [...groups] } }] } },
    sort: sortOf(plan.sort),
    size: MEMBERS_MAX,
    _source: ['duplicateGroup'],
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
  };
}

/** Of groups whose best was withdrawn, the best that was not. */
async function nextLive(
  snapshots: SearchParts['snapshots'],
  plan: SearchPlan,
  snapshot: Snapshot,
  withdrawn: readonly FoundHit[],
): Promise<FoundHit[]> {
  if (withdrawn.length === 0) return [];
  const body = membersBody(plan, groupsOf(withdrawn));
  const [members] = await snapshots.searchAll<HitSource>([{ in: snapshot, body }]);
  const candidates = members?.hits.hits ?? [];
  if (candidates.length === 0) return [];
  const [stillLive] = await snapshots.searchAll([liveAmong(candidates)]);
  const isLive = idsIn(stillLive);
  return firstOfGroups(candidates.filter(({ _id }) => isLive.has(_id)));
}

/** The best of each group among hits that are in order. */
function firstOfGroups(hits: readonly FoundHit[]): FoundHit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const group = groupOf(hit);
    return !seen.has(group) && seen.add(group);
  });
}

function without(hits: readonly FoundHit[], those: readonly FoundHit[]): FoundHit[] {
  const ids = new Set(those.map(({ _id }) => _id));
  return hits.filter(({ _id }) => !ids.has(_id));
}

/** Which of the hits may still be shown: asked of the index as it is now, since takedowns stick. */
export function liveAmong(hits: readonly FoundHit[]) {
  const ids = hits.map(({ _id }) => _id ?? '');
  const body: estypes.SearchRequest = {
    query: { bool: { filter: [onlyLive, { ids: { values: ids } }] } },
    size: ids.length,
    _source: false,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
  };
  return { in: 'now' as const, body };
}

/** The group a hit belongs to; documents of old versions name none and are each their own. */
export function groupOf(hit: FoundHit): string {
  return hit._source?.duplicateGroup ?? hit._id ?? '';
}

export function groupsOf(hits: readonly FoundHit[]): string[] {
  return [...new Set(hits.map(groupOf))];
}

export function idsIn(found: estypes.SearchResponse<unknown> | undefined): Set<string | undefined> {
  return new Set(found?.hits.hits.map(({ _id }) => _id));
}

/** Some of the index did not answer, or not in time. */
export function isIncomplete(found: estypes.SearchResponse<unknown> | undefined): boolean {
  return found !== undefined && (found.timed_out || found._shards.failed > 0);
}
