import type { estypes } from '@elastic/elasticsearch';
import type { DuplicateGroup, DuplicateMember, ReadDuplicates } from '@warta/contracts';
import { z } from 'zod';
import type { LiveDocument } from '../article-index/article-document.ts';
import { textOf } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { readDocument } from '../article-index/read-document.ts';
import { InvalidCursorError } from '../search-articles/cursor.ts';
import { isIncomplete } from '../search-articles/judge-hits.ts';
import { SEARCH_TIMEOUT } from '../search-articles/search-body.ts';
import { onlyLive } from '../search-articles/search-filters.ts';

const memberFields = [
  'articleId',
  'feed',
  'title',
  'url',
  'language',
  'publishedAt',
  'submittedAt',
  'duplicateOf',
] as const satisfies readonly (keyof LiveDocument)[];
type MemberSource = Pick<LiveDocument, (typeof memberFields)[number]>;

/** Where a page ended: milliseconds and id. */
const Place = z.tuple([z.int(), z.uuid()]);
type Place = z.infer<typeof Place>;

interface Counts {
  readonly first: { readonly value: number | null };
  readonly outlets: { readonly value: number };
}

/**
 * Who told one text, in the order of time.
 * @param id of the group, or of any article in it.
 * @returns undefined when no article of it can be shown.
 * @throws InvalidCursorError; TransientError when Elasticsearch cannot answer.
 */
export async function readDuplicates(
  index: ArticleIndex,
  id: string,
  request: ReadDuplicates,
): Promise<DuplicateGroup | undefined> {
  const after = readPlace(request.cursor);
  const page = await readPage(index, id, request.size, after);
  if (page.total > 0) return page;
  const article = await readDocument<LiveDocument>(index, id, ['status', 'duplicateGroup']);
  if (article?.status !== 'live') return undefined;
  const group = article.duplicateGroup ?? id;
  return group === id ? undefined : readPage(index, group, request.size, after);
}

async function readPage(
  index: ArticleIndex,
  group: string,
  size: number,
  after: Place | undefined,
): Promise<DuplicateGroup> {
  const found = await askIndex(index, `reading the group ${group}`, () =>
    index.client.search<MemberSource>({
      index: index.names.read,
      query: { bool: { filter: [onlyLive, { term: { duplicateGroup: group } }] } },
      sort: [{ datedAt: { order: 'asc' } }, { articleId: { order: 'asc' } }],
      ...(after && { search_after: after }),
      size: size + 1,
      track_total_hits: true,
      aggs: {
        first: { min: { field: 'datedAt' } },
        outlets: { cardinality: { field: 'feed' } },
      },
      _source: [...memberFields],
      allow_partial_search_results: true,
      timeout: SEARCH_TIMEOUT,
    }),
  );
  const { first, outlets } = (found.aggregations ?? {}) as Partial<Counts>;
  const hits = found.hits.hits.slice(0, size);
  const last = hits.at(-1);
  return {
    group,
    total: typeof found.hits.total === 'object' ? found.hits.total.value : hits.length,
    outlets: outlets?.value ?? 0,
    data: hits.map((hit) => toMember(hit, first?.value ?? undefined)),
    ...(found.hits.hits.length > size && last && { next: writePlace(last.sort as Place) }),
    partial: isIncomplete(found),
  };
}

function toMember(
  { _source, sort }: estypes.SearchHit<MemberSource>,
  firstMs: number | undefined,
): DuplicateMember {
  const source = _source as MemberSource;
  const [atMs] = sort as Place;
  return {
    id: source.articleId,
    feed: source.feed,
    title: textOf(source.title),
    url: source.url,
    language: source.language,
    publishedAt: source.publishedAt,
    submittedAt: source.submittedAt,
    at: new Date(atMs).toISOString(),
    delaySeconds: Math.max(0, (atMs - (firstMs ?? atMs)) / 1_000),
    leads: source.duplicateOf === undefined,
    similarity: source.duplicateOf?.similarity,
    kind: source.duplicateOf?.kind,
  };
}

function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidCursorError();
  }
}
