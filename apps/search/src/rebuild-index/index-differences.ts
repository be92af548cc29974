import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';

/** The largest page that the index gives. */
const PAGE = 1_000;
const PIT_KEPT = '5m';
/** A page of stored documents, of a busy node. */
const PAGE_TIMEOUT_MS = 30_000;

/** More than these are not looked at one by one: all are compared again. */
export const DIFFERING_MAX = 10_000;

/** What two documents of one article are compared by. */
export interface Compared {
  readonly id: string;
  readonly rev: number;
  readonly status: string;
  readonly contentHash?: string | undefined;
}

export interface Differences {
  readonly compared: number;
  /** Articles that the new index lacks, or has in another or an older state. */
  readonly count: number;
  /** The first of them, as the old index had them. */
  readonly first: readonly Compared[];
  /** Articles that only the new index has. */
  readonly onlyNew: number;
}

/**
 * Compares the articles of two indices by id, rev and content. That the new one is ahead is no
 * difference: what has been published last comes into one of them first.
 */
export async function compareIndices(
  { client }: ArticleIndex,
  current: string,
  next: string,
): Promise<Differences> {
  await client.indices.refresh({ index: [current, next] });
  // The old one as it was first: what is in it then must be in the new one now.
  const old = articlesOf(client, current);
  let left = await old.next();
  const fresh = articlesOf(client, next);
  let right = await fresh.next();
  const first: Compared[] = [];
  let [compared, count, onlyNew] = [0, 0, 0];
  const differs = (one: Compared) => {
    count += 1;
    if (first.length < DIFFERING_MAX) first.push(one);
  };
  try {
    while (left.done !== true) {
      const one = left.value;
      if (right.done !== true && right.value.id < one.id) {
        onlyNew += 1;
        right = await fresh.next();
        continue;
      }
      compared += 1;
      const isThere = right.done !== true && right.value.id === one.id;
      if (!isThere || isBehind(right.value as Compared, one)) differs(one);
      if (isThere) right = await fresh.next();
      left = await old.next();
    }
    for (; right.done !== true; right = await fresh.next()) onlyNew += 1;
  } finally {
    await Promise.all([old.return(undefined), fresh.return(undefined)]);
  }
  return { compared, count, first, onlyNew };
}

/**
 * Those of the articles that the new index still lacks or has otherwise than the old one had them, in
 * real time. What has been published since is not waited for: that would never end.
 */
export async function stillDiffering(
  { client }: ArticleIndex,
  next: string,
  articles: readonly Compared[],
): Promise<Compared[]> {
  const differing: Compared[] = [];
  for (let at = 0; at < articles.length; at += PAGE) {
    const page = articles.slice(at, at + PAGE);
    const ids = page.map(({ id }) => id);
    const fresh = await readAll(client, next, ids);
    for (const one of page) {
      const other = fresh.get(one.id);
      if (other === undefined || isBehind(other, one)) differing.push(one);
    }
  }
  return differing;
}

/** Whether the new index has less than the old one, or something else under the same number. */
export function isBehind(fresh: Compared, old: Compared): boolean {
  if (fresh.rev !== old.rev) return fresh.rev < old.rev;
  return fresh.status !== old.status || fresh.contentHash !== old.contentHash;
}

const comparedFields = ['rev', 'status', 'contentHash'] as const;
type Source = Pick<ArticleDocument, 'rev' | 'status'> & { contentHash?: string };

/** All articles of one index as it is now, ordered by id. */
async function* articlesOf(
  client: ArticleIndex['client'],
  name: string,
): AsyncGenerator<Compared, void, undefined> {
  let { id: pit } = await client.openPointInTime({ index: name, keep_alive: PIT_KEPT });
  try {
    for (let after: estypes.SortResults | undefined; ;) {
      const { hits, pit_id } = await client.search<Source>(
        {
          pit: { id: pit, keep_alive: PIT_KEPT },
          query: { exists: { field: 'articleId' } },
          sort: [{ articleId: 'asc' }],
          size: PAGE,
          _source: [...comparedFields],
          track_total_hits: false,
          allow_partial_search_results: false,
          ...(after && { search_after: after }),
        },
        { requestTimeout: PAGE_TIMEOUT_MS },
      );
      pit = pit_id ?? pit;
      for (const { _id, _source } of hits.hits) yield { id: _id ?? '', ...(_source as Source) };
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < PAGE) return;
    }
  } finally {
    await client.closePointInTime({ id: pit }, { ignore: [404] });
  }
}

async function readAll(
  client: ArticleIndex['client'],
  name: string,
  ids: readonly string[],
): Promise<Map<string, Compared>> {
  const { docs } = await client.mget<Source>({
    index: name,
    ids: [...ids],
    _source_includes: [...comparedFields],
  });
  return new Map(
    docs.flatMap((doc) =>
      'found' in doc && doc.found && doc._source
        ? [[doc._id, { id: doc._id, ...doc._source }] as const]
        : [],
    ),
  );
}
