import type { SearchAnswer, SearchArticles } from '@warta/contracts';
import { recordedSince } from '../revisions-index/read-ledger.ts';
import { SnapshotGoneError } from '../snapshots/snapshots.ts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import { assertCursorOf, readCursor, writeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readFacets } from './facets.ts';
import { isMarkedByPlace, searchedEntities } from './hit-sentences.ts';
import { groupOf } from './judge-hits.ts';
import { sortKindOf } from './search-body.ts';
import type { SearchPlan } from './search-body.ts';
import { searchedAtMs, understandFilters } from './search-filters.ts';
import { toHit } from './search-hits.ts';
import type { SearchParts } from './search-parts.ts';
import { walkPage } from './walk-page.ts';
import type { WalkedPage } from './walk-page.ts';

/**
 * One page of the articles that match. The first page comes from the index as it was last refreshed,
 * the others from the same state of it, but without what was withdrawn since.
 * @throws InvalidSearchError, InvalidCursorError, or TransientError when Elasticsearch cannot
 * answer.
 */
export async function searchArticles(
  present: SearchParts,
  request: SearchArticles,
): Promise<SearchAnswer> {
  const parts = present.at(request.asOf);
  const cursor = readCursor(request);
  const nowMs = cursor?.nowMs ?? Date.now();
  if (cursor === undefined) parts.snapshots.prepare();
  const understood = await understandFilters(parts, request, nowMs);
  const sort = sortKindOf(request, understood);
  assertCursorOf(sort, cursor);
  const plan = { request, understood, sort, atMs: searchedAtMs(request, nowMs) };
  const { page, snapshot, moved } = await walkInSnapshot(parts, plan, cursor);
  // Later pages are counted in the index as it is: see `walkPage`.
  const counted = cursor === undefined ? snapshot : 'now';
  const read = page.facets && (await readFacets(parts, plan, page.facets, counted));
  const hits = await parts.showable(page.hits);
  const { sentences } = request;
  const searched = isMarkedByPlace(request, understood) ? searchedEntities(understood) : undefined;
  return {
    data: hits.map((hit) => {
      const copies = page.copies?.get(groupOf(hit));
      return toHit(hit, { copies, sentences, searched });
    }),
    total: page.total,
    ...(page.groups && { groups: page.groups }),
    ...(read && { facets: read.facets }),
    ...(page.after && {
      next: writeCursor(request, { after: page.after, snapshot: snapshot.id, nowMs }),
    }),
    ...(moved && { moved: true }),
    ...(parts.moment !== undefined && { recordedSince: await recordedSince(parts.revisions) }),
    partial: page.isPartial || read?.isPartial === true || !understood.isComplete,
  };
}

/**
 * A state of the index is kept for as long as pages of it are asked for; each page more would keep the
 * texts of the past for longer. Then the walk goes on in a newer one.
 */
const WALKED_MS_MAX = 30 * 60_000;

interface WalkedSomewhere {
  readonly page: WalkedPage;
  readonly snapshot: Snapshot;
  /** The state of the index that the pages before came from is gone. */
  readonly moved: boolean;
}

async function walkInSnapshot(
  parts: SearchParts,
  plan: SearchPlan,
  cursor: Cursor | undefined,
): Promise<WalkedSomewhere> {
  const { snapshots } = parts;
  const isTooOld = cursor !== undefined && Date.now() - cursor.nowMs > WALKED_MS_MAX;
  const id = isTooOld ? undefined : cursor?.snapshot;
  const snapshot = id === undefined ? await snapshots.current() : { id };
  try {
    const page = await walkPage(parts, plan, snapshot, cursor?.after);
    return { page, snapshot, moved: isTooOld };
  } catch (error) {
    // What a made-up cursor names instead of a state gives errors of any kind; whether it is the
    // state or the search itself shows in another one.
    if (id === undefined && !(error instanceof SnapshotGoneError)) throw error;
    const newer = await snapshots.current(snapshot);
    const page = await walkPage(parts, plan, newer, cursor?.after);
    return { page, snapshot: newer, moved: cursor !== undefined };
  }
}
