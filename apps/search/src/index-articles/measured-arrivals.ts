import type { ArticleUpdatedV1 } from '@warta/contracts';
import type { ArticleDocument } from '../article-index/article-document.ts';
import { toSubmission } from '../article-index/article-document.ts';
import type { ArticleIndex } from '../article-index/article-index.ts';
import { compareSubmissions } from '../article-index/compare-submissions.ts';

/** A state made so soon after its push is measured as the push's: a mistake would be no larger. */
const MADE_SOON_MS = 2_000;

/** Indexing does not wait for longer on what is only measured. */
const ASKED_MS = 2_000;

type Known = Pick<ArticleDocument, 'status' | 'submission'>;

/**
 * Since when somebody waits for each state, by article: since the push that made it was stored, and
 * not before its embargo ended. None for a state that no push made, such as another relation to a
 * copy: it bears the arrival of a push that was shown long ago. To tell, the index is asked what it
 * has, for those that were made late and are not the first.
 * @returns undefined when Elasticsearch does not answer.
 */
export async function measuredArrivals(
  index: ArticleIndex,
  states: readonly ArticleUpdatedV1[],
): Promise<Map<string, number> | undefined> {
  const doubtful = states.filter((state) => {
    const lateMs = Date.parse(state.changedAt ?? '') - arrivalMsOf(state);
    return state.rev > 1 && lateMs > MADE_SOON_MS;
  });
  const known = await knownOf(
    index,
    doubtful.map(({ articleId }) => articleId),
  );
  if (known === undefined) return undefined;
  const measured = states.filter((state) => isAwaited(state, known.get(state.articleId)));
  return new Map(measured.map((state) => [state.articleId, arrivalMsOf(state)]));
}

/** Whether the state shows a push that the index does not have yet, or ends an embargo. */
function isAwaited(state: ArticleUpdatedV1, known: Known | undefined): boolean {
  if (known === undefined) return true;
  if (known.status === 'held' && state.status === 'live') return true;
  const { submission } = known;
  return (
    submission !== undefined && compareSubmissions(toSubmission(state.arrival), submission) > 0
  );
}

/** Nobody waits for an article while it is under embargo. */
function arrivalMsOf(state: ArticleUpdatedV1): number {
  const arrivalMs = Date.parse(state.arrival.at);
  if (state.status !== 'live' || state.embargoUntil === undefined) return arrivalMs;
  return Math.max(arrivalMs, Date.parse(state.embargoUntil));
}

async function knownOf(
  { client, names }: ArticleIndex,
  ids: readonly string[],
): Promise<Map<string, Known> | undefined> {
  if (ids.length === 0) return new Map();
  try {
    const { docs } = await client.mget<Known>(
      { index: names.write, ids: [...ids], _source_includes: ['status', 'submission'] },
      { requestTimeout: ASKED_MS },
    );
    const found = docs.flatMap((doc) =>
      'found' in doc && doc.found && doc._source !== undefined
        ? [[doc._id, doc._source] as const]
        : [],
    );
    return new Map(found);
  } catch {
    return undefined;
  }
}
