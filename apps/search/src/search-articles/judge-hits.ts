import type { estypes } from '@elastic/elasticsearch';
import type { Copies } from '@warta/contracts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import { copiesBody, readCopies } from './group-copies.ts';
import { scored, SEARCH_TIMEOUT, sortOf } from './search-body.ts';
import type { SearchPlan } from './search-body.ts';
import { matching, onlyLive } from './search-filters.ts';
import type { FoundHit } from './search-hits.ts';
import type { SearchParts } from './search-parts.ts';

/** What is to become of hits. */
export interface Judgement {
  /** Ids of those to show. */
  readonly shown: ReadonlySet<string>;
  /** By group. */
  readonly copies: ReadonlyMap<string, Copies>;
  readonly isPartial: boolean;
}

/** Which of these hits, each the first of its group from here on, are the group's best of all. */
export async function judgeHits(
  { snapshots }: SearchParts,
  plan: SearchPlan,
  snapshot: Snapshot,
  hits: readonly FoundHit[],
): Promise<Judgement> {
  if (hits.length === 0) return { shown: new Set(), copies: new Map(), isPartial: false };
  const groups = groupsOf(hits);
  const query = matching(plan.understood);
  const best: estypes.SearchRequest = {
    query: {
      bool: { must: [scored(plan, query)], filter: [{ terms: { duplicateGroup: groups } }] },
    },
    sort: sortOf(plan.sort),
    collapse: { field: 'duplicateGroup' },
    size: groups.length,
    _source: false,
    track_total_hits: false,
    timeout: SEARCH_TIMEOUT,
  };
  const answers = await snapshots.searchAll([
    { in: snapshot, body: best },
    { in: snapshot, body: copiesBody(groups, plan.understood) },
    liveAmong(hits),
  ]);
  const [bests, copies, stillLive] = answers;
  const isBest = idsIn(bests);
  const isLive = idsIn(stillLive);
  const liveBest = hits.flatMap(({ _id = '' }) =>
    isBest.has(_id) && isLive.has(_id) ? [_id] : [],
  );
  return {
    shown: new Set(liveBest),
    copies: readCopies(copies?.aggregations),
    isPartial: answers.some(isIncomplete),
  };
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
