import type { estypes } from '@elastic/elasticsearch';
import type { ChangesAnswer, ReadChanges } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { ArticleDocument, ProgressDocument } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { faultForLog } from '../article-index/index-fault.ts';
import { readIndexedOffsets } from '../article-index/index-progress.ts';
import { toView } from '../article-index/article-view.ts';
import { InvalidSearchError } from '../search-articles/invalid-search-error.ts';
import { matching, understandFilters } from '../search-articles/search-filters.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { SnapshotGoneError } from '../snapshots/snapshots.ts';
import type { Snapshot } from '../snapshots/snapshots.ts';
import { readChangesCursor, writeChangesCursor } from './changes-cursor.ts';
import type { ChangesPosition, Offsets } from './changes-cursor.ts';
import {
  advanced,
  asideOf,
  furthest,
  hasMoved,
  inWindow,
  latest,
  MATCHED,
  told,
} from './changes-window.ts';
import type { IndexState } from './changes-window.ts';

type Clause = estypes.QueryDslQueryContainer;
type Change = ChangesAnswer['data'][number];

/** Elasticsearch stops collecting then; such a page is not believed. */
const SEARCH_TIMEOUT = '5s';

/** Articles read at once, of which the longest may have a megabyte each. */
const READ_AT_ONCE_MAX = 25;

/** A page ends when it is this long, however few articles it has. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/** What is written of an article beside its text, entities above all, is as long again. */
const BYTES_PER_CHARACTER = 2;

/** More partitions than the topic can have; each has one document that tells how far it is. */
const PROGRESS_DOCUMENTS_MAX = 1_000;

/** The index is not as far as the reader was told: it was lost or restored, or the topic made anew. */
export class IndexGoneBackError extends Error {
  override readonly name = 'IndexGoneBackError';
}

/** An article that has to be told, and where a reader stands once it has been. */
interface Told {
  readonly id: string;
  readonly isMatched: boolean;
  readonly position: ChangesPosition;
}

/** What a state of the index has to tell a reader. */
interface Page {
  readonly told: readonly Told[];
  /** Where a reader stands after all of them. */
  readonly end: ChangesPosition;
  readonly isLast: boolean;
}

/**
 * What changed since a cursor, in the newest state, so that whoever keeps the highest rev of each id
 * ends up with what the index has. Nothing is lost: a record that the index has worked in is either behind the cursor's
 * offsets or told; an article that changes while it is read comes again with a later offset. What offsets
 * do not tell of is told aside, by when it was written.
 *
 * How far the index is stands in the index, and is asked of the same state of it as the articles.
 */
export class ChangesReader {
  readonly #parts: SearchParts;
  /** The topic whose offsets count. */
  readonly #topic: string;

  constructor(parts: SearchParts, topic: string) {
    this.#parts = parts;
    this.#topic = topic;
  }

  /** @throws InvalidSearchError, InvalidCursorError, IndexGoneBackError; TransientError when Elasticsearch cannot answer. */
  async read(request: ReadChanges): Promise<ChangesAnswer> {
    const { cursor, since } = request;
    if (cursor !== undefined && since !== undefined) {
      throw new InvalidSearchError('since', 'must not be sent with a cursor');
    }
    const position = cursor === undefined ? undefined : readChangesCursor(request, cursor);
    const understood = await understandFilters(this.#parts, request);
    const page = await this.#page(request, position, matching(understood));
    const { data, isWhole, end } = await this.#read(page);
    return {
      data,
      next: writeChangesCursor(request, end),
      upToDate: isWhole && page.isLast,
      partial: !understood.isComplete,
    };
  }

  async #page(
    request: ReadChanges,
    from: ChangesPosition | undefined,
    filter: Clause,
  ): Promise<Page> {
    const { snapshots } = this.#parts;
    const snapshot = await snapshots.current();
    try {
      return await this.#pageIn(snapshot, request, from, filter);
    } catch (error) {
      if (!(error instanceof SnapshotGoneError)) throw error;
      return this.#pageIn(await snapshots.current(snapshot), request, from, filter);
    }
  }

  async #pageIn(
    snapshot: Snapshot,
    { size, since }: ReadChanges,
    from: ChangesPosition | undefined,
    filter: Clause,
  ): Promise<Page> {
    const state = await this.#progress(snapshot);
    const { index, ends } = state;
    if (from === undefined && since !== 'beginning') {
      return { told: [], end: { index, offsets: ends, saved: state.saved }, isLast: true };
    }
    const { offsets, aside, saved } = standing(from, state);
    await this.#assertNotBack(offsets, ends);
    const page: Told[] = [];
    if (aside !== undefined) {
      const query = told(asideOf(state, offsets, aside), filter);
      for (const { id, isMatched } of await this.#search(snapshot, query, byId, size)) {
        const position = { index, offsets, saved, aside: { ...aside, after: id } };
        page.push({ id, isMatched, position });
      }
      const last = page.at(-1);
      if (last && page.length === size) return { told: page, end: last.position, isLast: false };
    }
    const end = { index, saved, offsets: furthest(offsets, ends) };
    const placed = told(inWindow(offsets, ends), filter);
    const left = size - page.length;
    const found = await this.#search(snapshot, placed, byPlace, left);
    for (const { id, isMatched, sort } of found) {
      const [partition, offset] = sort;
      const place = { partition: Number(partition), offset: BigInt(offset ?? 0) };
      const position = { index, saved, offsets: advanced(offsets, ends, place) };
      page.push({ id, isMatched, position });
    }
    const last = page.at(-1);
    if (last && found.length === left) return { told: page, end: last.position, isLast: false };
    return { told: page, end, isLast: true };
  }

  /** How far a state of the index is, and which index it is of. */
  async #progress(snapshot: Snapshot): Promise<IndexState & { index: string }> {
    const found = await this.#parts.snapshots.search<ProgressDocument>(snapshot, {
      query: { term: { status: 'progress' } },
      size: PROGRESS_DOCUMENTS_MAX,
      seq_no_primary_term: true,
      timeout: SEARCH_TIMEOUT,
    });
    assertWhole(found);
    const ends = new Map<number, bigint>();
    const saved = new Map<number, number>();
    for (const { _source, _seq_no } of found.hits.hits) {
      if (_source?.progress.topic !== this.#topic) continue;
      ends.set(_source.progress.partition, BigInt(_source.progress.nextOffset));
      saved.set(_source.progress.partition, _seq_no ?? 0);
    }
    const savedLast = Math.max(0, ...found.hits.hits.map(({ _seq_no }) => _seq_no ?? 0));
    return { index: found.hits.hits[0]?._index ?? '', ends, saved, savedLast };
  }

  /** A copy of the index may be a moment behind; asked in real time, it may not. */
  async #assertNotBack(offsets: Offsets, ends: Offsets): Promise<void> {
    const isAhead = (of: Offsets) =>
      [...offsets].some(([partition, offset]) => offset > (of.get(partition) ?? 0n));
    if (!isAhead(ends)) return;
    const partitions = Math.max(...offsets.keys()) + 1;
    const now = await readIndexedOffsets(this.#parts.index, this.#topic, partitions);
    if (isAhead(now)) throw new IndexGoneBackError('the index is not as far as the cursor');
  }

  async #search(
    snapshot: Snapshot,
    query: Clause,
    sort: estypes.SortCombinations[],
    size: number,
  ): Promise<{ id: string; isMatched: boolean; sort: estypes.SortResults }[]> {
    const body = { query, sort, size, _source: false, timeout: SEARCH_TIMEOUT };
    const found = await this.#parts.snapshots.search(snapshot, body);
    assertWhole(found);
    return found.hits.hits.map(({ _id, sort: place = [], matched_queries: matched }) => ({
      id: _id ?? '',
      isMatched: Array.isArray(matched) && matched.includes(MATCHED),
      sort: place,
    }));
  }

  /** Reads the articles of a page in real time, so that none is told that was withdrawn meanwhile. */
  async #read({ told: page, end }: Page): Promise<Reading> {
    const data: Change[] = [];
    let bytes = 0;
    for (let from = 0; from < page.length; from += READ_AT_ONCE_MAX) {
      const chunk = page.slice(from, from + READ_AT_ONCE_MAX);
      const documents = await this.#documents(chunk);
      for (const { id, isMatched } of chunk) {
        const document = documents.get(id);
        if (document === undefined) continue;
        const change = toChange(document, isMatched);
        data.push(change);
        if (change.status === 'live') bytes += change.article.body.length * BYTES_PER_CHARACTER;
      }
      const last = chunk.at(-1);
      if (bytes > PAGE_BYTES_MAX && last && last !== page.at(-1)) {
        return { data, isWhole: false, end: last.position };
      }
    }
    return { data, isWhole: true, end };
  }

  async #documents(page: readonly Told[]): Promise<Map<string, ArticleDocument>> {
    const { index } = this.#parts;
    return askIndex(index, 'reading articles that changed', async () => {
      const { docs } = await index.client.mget<ArticleDocument>({
        index: index.names.read,
        docs: page.map(({ id, isMatched }) => ({
          _id: id,
          _source: isMatched ? true : ['status', 'articleId', 'rev', 'feed'],
        })),
      });
      return new Map(
        docs.flatMap((doc) => {
          if ('error' in doc) {
            throw new TransientError(`reading articles: ${faultForLog(doc.error)}`);
          }
          return doc._source === undefined ? [] : [[doc._id, doc._source] as const];
        }),
      );
    });
  }
}

interface Reading {
  readonly data: Change[];
  readonly isWhole: boolean;
  readonly end: ChangesPosition;
}

const byId: estypes.SortCombinations[] = [{ articleId: 'asc' }];
const byPlace: estypes.SortCombinations[] = [
  { 'updatedFrom.partition': 'asc' },
  { 'updatedFrom.offset': 'asc' },
];

/** Where a reader stands in a state of the index, and what it has to be told aside. */
function standing(
  from: ChangesPosition | undefined,
  { index, saved }: IndexState & { index: string },
): Pick<ChangesPosition, 'offsets' | 'saved' | 'aside'> {
  const offsets: Offsets = from?.offsets ?? new Map();
  if (from?.index !== index) return { offsets, saved, aside: { after: '', since: new Map() } };
  if (from.aside !== undefined) return { offsets, saved: from.saved, aside: from.aside };
  if (!hasMoved(from.saved, saved)) return { offsets, saved: from.saved };
  const aside = { after: '', since: from.saved };
  return { offsets, saved: latest(from.saved, saved), aside };
}

function toChange(document: ArticleDocument, isMatched: boolean): Change {
  const { articleId: id, rev, feed, status } = document;
  if (status !== 'live') return { id, status, rev, feed };
  if (!isMatched) return { id, status: 'unmatched', rev, feed };
  return { id, status, rev, article: toView(document) };
}

/** Whoever goes on behind a page that lacks something would never see it. */
function assertWhole({ timed_out: isLate, _shards }: estypes.SearchResponse): void {
  if (isLate || _shards.failed > 0) throw new TransientError('a part of the index did not answer');
}
