import { TransientError } from '@warta/messaging';
import type { WrittenAt } from './revision-bulk.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { faultForLog } from '../article-index/index-fault.ts';

/** A node that is alive answers long before. */
const READ_TIMEOUT_MS = 10_000;

type WrittenIndex = Pick<ArticleIndex, 'client' | 'names'>;

/**
 * Documents as they are written, in real time: newer than any search.
 * @param fields all unless told.
 * @throws TransientError when Elasticsearch cannot answer for each of them.
 */
export async function readWritten<Document>(
  index: WrittenIndex,
  ids: readonly string[],
  fields?: readonly string[],
): Promise<Map<string, { source: Document; at: WrittenAt }>> {
  const docs = await multiGet<Document>(index, ids, fields ? [...fields] : true);
  return new Map(
    docs.flatMap(({ _id, _source, at }) => (_source ? [[_id, { source: _source, at }]] : [])),
  );
}

/** Where documents stand, without what they say. */
export async function readVersions(
  index: WrittenIndex,
  ids: readonly string[],
): Promise<Map<string, WrittenAt>> {
  const docs = await multiGet(index, ids, false);
  return new Map(docs.map(({ _id, at }) => [_id, at]));
}

async function multiGet<Document>(
  { client, names }: WrittenIndex,
  ids: readonly string[],
  source: boolean | string[],
): Promise<{ _id: string; _source: Document | undefined; at: WrittenAt }[]> {
  if (ids.length === 0) return [];
  try {
    const { docs } = await client.mget<Document>(
      { index: names.write, ids: [...ids], _source: source },
      { requestTimeout: READ_TIMEOUT_MS },
    );
    return docs.flatMap((doc) => {
      if ('error' in doc) throw new Error(faultForLog(doc.error));
      if (!doc.found) return [];
      const at = { seqNo: doc._seq_no ?? 0, primaryTerm: doc._primary_term ?? 0 };
      return [{ _id: doc._id, _source: doc._source, at }];
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TransientError(`reading ${names.write}: ${why}`, { cause: error });
  }
}
