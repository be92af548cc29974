import type { estypes } from '@elastic/elasticsearch';
import type { ExportArticles, ExportedArticle } from '@warta/contracts';
import { TransientError } from '@warta/messaging';
import type { LiveDocument } from '../article-index/article-document.ts';
import { textOf } from '../article-index/article-document.ts';
import { quoteFields } from '../query-language/inner-quotes.ts';
import type { SortValues } from '../search-articles/cursor.ts';
import { idsIn, isIncomplete, liveAmong } from '../search-articles/judge-hits.ts';
import { hitFields, sortOf } from '../search-articles/search-body.ts';
import type { HitSource } from '../search-articles/search-body.ts';
import { matching, understandFilters } from '../search-articles/search-filters.ts';
import type { UnderstoodFilters } from '../search-articles/search-filters.ts';
import type { SearchParts } from '../search-articles/search-parts.ts';
import { toHit } from '../search-articles/search-hits.ts';
import { SnapshotGoneError } from '../snapshots/snapshots.ts';
import type { Snapshot } from '../snapshots/snapshots.ts';

/** Some 700 KB of hits; twice as many are no faster. */
const PAGE_SIZE = 500;

/** With their texts, of which the longest have 200 KB. */
const PAGE_SIZE_WITH_BODY = 50;

/** Each clause of quotes is looked up and marked in every hit, which no timeout bounds. */
const PAGE_SIZE_WITH_QUOTES = 100;

/** Nobody waits for a single page; Elasticsearch may be busy. */
const PAGE_TIMEOUT = '10s';

/** Whoever asked for it may not read any more. */
export class ExportRevokedError extends Error {
  override readonly name = 'ExportRevokedError';
}

type Source = HitSource & Pick<LiveDocument, 'body'>;
type Found = estypes.SearchResponse<Source>;

/**
 * Every article that matches, page by page from one state of the index, without those that were
 * withdrawn meanwhile. A page is asked for when the one before has been taken, so an export of any
 * size holds a page or two in memory. If the state of the index is lost, it goes on in a newer one.
 * @param isAllowed asked before each page: an export may outlive the key it was asked with.
 * @throws InvalidSearchError at the first page; TransientError when Elasticsearch cannot answer whole;
 * ExportRevokedError.
 */
export async function* exportArticles(
  present: SearchParts,
  request: ExportArticles,
  isAllowed: () => boolean = () => true,
): AsyncGenerator<ExportedArticle[]> {
  const parts = present.at(request.asOf);
  const understood = await understandFilters(parts, request);
  const query = matching(understood, { quotes: true });
  const size = pageSize(request, understood);
  let snapshot = await parts.snapshots.current();
  let after: SortValues | undefined;
  for (;;) {
    const body = {
      query: { bool: { filter: [query] } },
      sort: sortOf(request.sort),
      size,
      ...(after && { search_after: [...after] }),
      _source: [
        ...hitFields,
        ...(request.body ? ['body'] : []),
        ...(understood.text?.withQuotes ? quoteFields : []),
      ],
      track_total_hits: false,
      timeout: PAGE_TIMEOUT,
    };
    const { found, shown, from } = await pageOf(parts, snapshot, body);
    snapshot = from;
    if (!isAllowed()) throw new ExportRevokedError('the key of an export counts no more');
    yield shown;
    const last = found.hits.hits.at(-1);
    if (last === undefined || found.hits.hits.length < size) return;
    after = last.sort?.slice(0, sortOf(request.sort).length) as SortValues;
  }
}

function pageSize({ body }: ExportArticles, { text }: UnderstoodFilters): number {
  if (body) return PAGE_SIZE_WITH_BODY;
  return text?.withQuotes ? PAGE_SIZE_WITH_QUOTES : PAGE_SIZE;
}

interface ExportPage {
  readonly found: Found;
  readonly shown: ExportedArticle[];
  /** The state of the index that it comes from. */
  readonly from: Snapshot;
}

async function pageOf(
  parts: SearchParts,
  snapshot: Snapshot,
  body: estypes.SearchRequest,
): Promise<ExportPage> {
  try {
    const found = await parts.snapshots.search<Source>(snapshot, body);
    assertWhole(found);
    if (found.hits.hits.length === 0) return { found, shown: [], from: snapshot };
    const [stillLive] = await parts.snapshots.searchAll([liveAmong(found.hits.hits)]);
    assertWhole(stillLive);
    const live = idsIn(stillLive);
    const shown = await parts.showable(found.hits.hits.filter(({ _id }) => live.has(_id)));
    return { found, shown: shown.map(toExported), from: snapshot };
  } catch (error) {
    if (!(error instanceof SnapshotGoneError)) throw error;
    return pageOf(parts, await parts.snapshots.current(snapshot), body);
  }
}

/** Quotes have no sentences here, so that they are the same with the text and without. */
function toExported({ _source: source, ...hit }: estypes.SearchHit<Source>): ExportedArticle {
  const { body: texts, ...shown } = source as Source;
  const { score: _score, highlights: _highlights, ...article } = toHit({ ...hit, _source: shown });
  const body = textOf(texts);
  return { ...article, ...(body !== undefined && { body }) };
}

/** Whoever takes an export for all there is must not miss what a late part of the index had. */
function assertWhole(found: estypes.SearchResponse<unknown> | undefined): void {
  if (found === undefined || isIncomplete(found)) {
    throw new TransientError('exporting articles: a part of the index did not answer in time');
  }
}
