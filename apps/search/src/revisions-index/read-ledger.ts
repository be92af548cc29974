import { TransientError } from '@warta/messaging';
import { askIndex } from '../article-index/ask-index.ts';
import { revisionId } from './revision-document.ts';
import type { ErasedRevision, LedgerDocument, RevisionDocument } from './revision-document.ts';
import type { RevisionLedger } from './revision-ledger.ts';
import type { RevisionsIndex } from './revisions-index.ts';

/**
 * The ledger of an article, in real time; undefined when none of its states has been recorded.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readLedger(
  index: RevisionsIndex,
  articleId: string,
): Promise<RevisionLedger | undefined> {
  const document = await get<LedgerDocument>(index, articleId, articleId);
  return document?.ledger;
}

/**
 * One recorded state of an article, in real time; undefined when it is not kept or its text is gone.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function readRevision(
  index: RevisionsIndex,
  articleId: string,
  rev: number,
): Promise<RevisionDocument | undefined> {
  const id = revisionId(articleId, rev);
  const document = await get<RevisionDocument | ErasedRevision>(index, articleId, id);
  return document?.status === 'live' ? document : undefined;
}

function get<Document>(
  index: RevisionsIndex,
  articleId: string,
  id: string,
): Promise<Document | undefined> {
  const { client, names } = index;
  return askIndex(index, `reading revisions of ${articleId}`, async () => {
    const found = await client.get<Document>(
      // The same copy for every reader of an article: another might be a write behind.
      { index: names.read, id, preference: articleId },
      { ignore: [404] },
    );
    if (found.found === undefined) throw new TransientError(`there is no ${names.read}`);
    return found.found ? found._source : undefined;
  });
}

/** How long what was read of the index's settings is believed: another index may take its place. */
const SETTINGS_BELIEVED_MS = 60_000;
const known = new WeakMap<RevisionsIndex, { readonly since: string; readonly readAtMs: number }>();

/**
 * Since when states are recorded: what was replaced before is not known.
 * @throws TransientError when Elasticsearch cannot answer.
 */
export async function recordedSince(index: RevisionsIndex): Promise<string> {
  const remembered = known.get(index);
  if (remembered && Date.now() - remembered.readAtMs < SETTINGS_BELIEVED_MS) {
    return remembered.since;
  }
  const { client, names } = index;
  return askIndex(index, 'reading the settings of revisions', async () => {
    const settings = await client.indices.getSettings({
      index: names.read,
      name: 'index.creation_date',
    });
    const dates = Object.values(settings).flatMap(({ settings: of }) => {
      const at = of?.index?.creation_date;
      return at === undefined ? [] : [Number(at)];
    });
    const since = new Date(Math.min(...dates)).toISOString();
    known.set(index, { since, readAtMs: Date.now() });
    return since;
  });
}
