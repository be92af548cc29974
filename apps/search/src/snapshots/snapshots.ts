import { errors } from '@elastic/elasticsearch';
import type { estypes } from '@elastic/elasticsearch';
import { TransientError } from '@warta/messaging';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { faultOfSearch } from '../article-index/index-fault.ts';

/** As fresh as the index itself, which shows what is written once a second. */
const SNAPSHOT_FRESH_MS = 1_000;

/**
 * How long after the last page somebody can ask for the next. Elasticsearch keeps the files of as
 * many states: of 300 at most, which share nearly all of them.
 */
export const SNAPSHOT_KEPT = '5m';

/** Articles as they are, or as they were. */
type SearchedIndex = Pick<ArticleIndex, 'client' | 'names' | 'askLimit'>;

/** A state of the index to search in. */
export interface Snapshot {
  readonly id: string;
}

/** Elasticsearch keeps this state no more, or never did: search in a newer one. */
export class SnapshotGoneError extends TransientError {
  override readonly name = 'SnapshotGoneError';

  constructor() {
    super('the state of the index that was searched is gone');
  }
}

type Body = estypes.SearchRequest;
type Found<Source> = estypes.SearchResponse<Source>;

/**
 * States of the index that searches share (points in time, as Elasticsearch calls them), so that all
 * pages of a search come from one. A search costs no request more: the first one in each second asks
 * for a new state, all others take it.
 */
export class Snapshots {
  readonly #index: SearchedIndex;
  readonly #freshMs: number;
  #latest: { readonly askedMs: number; readonly opened: Promise<Snapshot> } | undefined;

  constructor(index: SearchedIndex, freshMs = SNAPSHOT_FRESH_MS) {
    this.#index = index;
    this.#freshMs = freshMs;
  }

  /** Asks for the state that `current` is about to wait for, while its caller finds out what to search. */
  prepare(): void {
    // Whoever waits for it is told.
    this.#shared().catch(() => undefined);
  }

  /**
   * A state at most a second older than what the index shows.
   * @param besides one that is gone, when that was found out.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async current(besides?: Snapshot): Promise<Snapshot> {
    const snapshot = await this.#shared();
    if (snapshot.id !== besides?.id) return snapshot;
    this.#latest = undefined;
    return this.#shared();
  }

  /**
   * Searches in a state, and keeps it for those who come back for the next page.
   * @throws SnapshotGoneError; TransientError when Elasticsearch cannot answer.
   */
  async search<Source>(snapshot: Snapshot, body: Body): Promise<Found<Source>> {
    const found = await askIndex(this.#index, 'searching articles', async () => {
      try {
        return await this.#index.client.search<Source>({
          ...inSnapshot(snapshot, body),
          // Half an answer that says so is better than none.
          allow_partial_search_results: true,
        });
      } catch (error) {
        throw goneOr(error);
      }
    });
    if (isPartGone(found)) throw new SnapshotGoneError();
    return found;
  }

  /**
   * Searches in the latest state, for an answer of one request.
   * @throws TransientError when Elasticsearch cannot answer.
   */
  async searchLatest<Source>(body: Body): Promise<Found<Source>> {
    const snapshot = await this.current();
    try {
      return await this.search<Source>(snapshot, body);
    } catch (error) {
      if (!(error instanceof SnapshotGoneError)) throw error;
      return this.search<Source>(await this.current(snapshot), body);
    }
  }

  /**
   * Several searches with one request, in order.
   * @param bodies each in the state, or in the index as it is now.
   * @throws as `search`
   */
  async searchAll<Source>(
    bodies: readonly { readonly in: Snapshot | 'now'; readonly body: Body }[],
  ): Promise<Found<Source>[]> {
    const { client, names } = this.#index;
    const searches = bodies.flatMap(({ in: place, body }) => [
      { ...(place === 'now' && { index: names.read }), allow_partial_search_results: true },
      place === 'now' ? body : inSnapshot(place, body),
    ]);
    const { responses } = await askIndex(this.#index, 'searching articles', () =>
      client.msearch<Source>({ searches: searches as estypes.MsearchRequest['searches'] }),
    );
    return responses.map((response) => {
      if (!('error' in response)) {
        if (isPartGone(response)) throw new SnapshotGoneError();
        return response;
      }
      if (isGone(response.error.root_cause)) throw new SnapshotGoneError();
      throw new TransientError(
        `searching articles: ${faultOfSearch(response.status, response.error)}`,
      );
    });
  }

  #shared(): Promise<Snapshot> {
    const nowMs = performance.now();
    if (this.#latest === undefined || nowMs - this.#latest.askedMs > this.#freshMs) {
      this.#latest = { askedMs: nowMs, opened: this.#open() };
    }
    const { opened } = this.#latest;
    return opened.catch((error: unknown) => {
      if (this.#latest?.opened === opened) this.#latest = undefined;
      throw error;
    });
  }

  #open(): Promise<Snapshot> {
    const { client, names } = this.#index;
    return askIndex(this.#index, 'looking at the index', async () => {
      const { id } = await client.openPointInTime({
        index: names.read,
        keep_alive: SNAPSHOT_KEPT,
        allow_partial_search_results: true,
      });
      return { id };
    });
  }
}

function inSnapshot({ id }: Snapshot, body: Body): Body {
  return { ...body, pit: { id, keep_alive: SNAPSHOT_KEPT } };
}

function goneOr(error: unknown): unknown {
  if (!(error instanceof errors.ResponseError)) return error;
  const { error: told } = (error.body ?? {}) as { error?: { root_cause?: Causes } };
  return isGone(told?.root_cause) ? new SnapshotGoneError() : error;
}

type Causes = readonly { readonly type?: string | null }[];

const isGone = (causes: Causes = []) => causes.some(({ type }) => goneCauses.has(type ?? ''));

/** A part of the index, when others answered. */
function isPartGone({ _shards }: Pick<estypes.SearchResponse, '_shards'>): boolean {
  return isGone(_shards.failures?.map(({ reason }) => reason));
}

const goneCauses = new Set(['search_context_missing_exception', 'index_not_found_exception']);
