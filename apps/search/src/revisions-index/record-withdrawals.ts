import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { BatchSignal } from '@warta/messaging';
import type { ArticleDocument } from '../article-index/article-document.ts';
import { askIndex } from '../article-index/ask-index.ts';
import { readWritten } from './read-written.ts';
import type { LedgerDocument } from './revision-document.ts';
import type { RevisionWriter } from './revision-writer.ts';
import type { RevisionsIndex } from './revisions-index.ts';
import { withoutText } from './withdrawn-since.ts';

/** Their documents have nothing but dates and numbers. */
const PAGE_SIZE = 500;

type Withdrawn = Exclude<ArticleDocument, { status: 'live' }>;

/**
 * Erases the recorded states of all articles that have lost their text in the index of articles without
 * a record of it, as happens while a version runs that records nothing. Articles of which no state is
 * recorded have nothing to erase.
 * @returns how many articles' states it has erased.
 * @throws TransientError when Elasticsearch cannot answer or does not take it: again later.
 */
export async function recordWithdrawals(
  index: RevisionsIndex,
  writer: RevisionWriter,
  signal: BatchSignal,
): Promise<number> {
  let erased = 0;
  let after: string | undefined;
  do {
    const page = await withdrawnAfter(index, after);
    after = page.length === PAGE_SIZE ? page.at(-1)?.articleId : undefined;
    const ids = page.map(({ articleId }) => articleId);
    const known = await readWritten<LedgerDocument>(index, ids, ['ledger.erasedThrough']);
    const missed = page.filter(({ articleId, rev }) => {
      const ledger = known.get(articleId)?.source.ledger;
      return ledger !== undefined && ledger.erasedThrough < rev;
    });
    await writer.write(
      missed.map((document) => ({ event: toState(document) })),
      signal,
    );
    erased += missed.length;
  } while (after !== undefined && !signal.aborted());
  return erased;
}

async function withdrawnAfter(
  { articles }: RevisionsIndex,
  after: string | undefined,
): Promise<Withdrawn[]> {
  const { hits } = await askIndex(articles, 'looking for withdrawn articles', () =>
    articles.client.search<Withdrawn>({
      index: articles.names.read,
      query: { bool: { filter: [{ terms: { status: [...withoutText] } }] } },
      sort: [{ articleId: { order: 'asc' } }],
      ...(after !== undefined && { search_after: [after] }),
      size: PAGE_SIZE,
      track_total_hits: false,
    }),
  );
  return hits.hits.flatMap(({ _source }) => _source ?? []);
}

/** The state that made the document, as far as a ledger remembers it. */
function toState(document: Withdrawn): ArticleUpdatedV1 {
  const { articleId, feed, rev, changedAt, submission } = document;
  const { at = new Date(0).toISOString(), partition = 0, offset = '0' } = submission ?? {};
  const head = { articleId, feed, rev, changedAt, arrival: { at, partition, offset } };
  switch (document.status) {
    case 'canceled':
      return { ...head, status: 'canceled', takenDownAt: document.takenDownAt };
    case 'held':
      return { ...head, status: 'held', embargoUntil: document.heldUntil };
    case 'withheld':
      return { ...head, status: 'withheld', withheldAt: document.withheldAt };
  }
}
