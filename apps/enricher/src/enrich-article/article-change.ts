import { isDeepStrictEqual } from 'node:util';
import { merge } from './article-order.ts';
import type { History, Push, Said } from './article-order.ts';
import { dueAtMs, embargoMs, publishedOf } from './article-standing.ts';
import type { KeptBack, Published } from './article-standing.ts';

/** An article as Postgres has it. */
export interface StoredArticle {
  readonly id: string;
  readonly feed: string;
  /** 0 while nothing has been published: a row just made to be locked. */
  readonly rev: number;
  readonly history: History;
  /** The content whose annotation is stored. */
  readonly annotatedHash?: string;
}

/** What Postgres has to do for one article, and nothing more. */
export interface ArticleChange {
  readonly id: string;
  readonly rev: number;
  readonly history: History;
  /** Undefined while all that is known is how far the log has come: nothing to publish. */
  readonly published: Published | undefined;
  /** When an embargo ends that keeps something back. */
  readonly dueAtMs?: number;
  /** Revisions to insert, or to give a better stamp. */
  readonly revisions: readonly Push[];
  /** The content to annotate, when the stored annotation is of another one. */
  readonly annotateHash?: string;
  /** Not shown any more, or taken down meanwhile: forget what was found in the text. */
  readonly isHidden: boolean;
  /** Contents to erase: they were taken down, perhaps restored at once. */
  readonly erased: readonly string[];
  /** Restored just now: what was known of its arrivals does not count any more. */
  readonly isRestarted: boolean;
  /** The end of the embargo, when it was waited for and has just been lifted. */
  readonly releasedFromMs?: number;
}

/**
 * What follows for an article from what arrived. Undefined when it changes nothing that is stored.
 * `rev` goes up by one when anything changes that is published.
 *
 * @param keptBack stored contents that cannot be annotated.
 */
export function changeOf(
  stored: StoredArticle,
  arrived: Iterable<Said>,
  keptBack?: KeptBack,
): ArticleChange | undefined {
  const history = merge(stored.history, arrived);
  const published = publishedOf(history, keptBack);
  const currentHash = published?.status === 'live' ? published.current.contentHash : undefined;
  const erased = [...stored.history.revisions.keys()].filter((one) => !history.revisions.has(one));
  const isRestarted = !isDeepStrictEqual(stored.history.restore, history.restore);
  const isTakenDown = erased.length > 0 || isRestarted;
  const annotatedHash = isTakenDown ? undefined : stored.annotatedHash;
  const isAnnotated = currentHash === annotatedHash;
  const revisions = [...history.revisions.values()].filter(
    (revision) => !isDeepStrictEqual(stored.history.revisions.get(revision.contentHash), revision),
  );
  // What was kept back is not what is stored, although the history has not changed.
  const isPublishedAnew =
    !isDeepStrictEqual(publishedOf(stored.history, keptBack), published) ||
    (currentHash !== undefined && !isAnnotated);
  if (!isPublishedAnew && revisions.length === 0 && isSameRuling(stored.history, history)) {
    return undefined;
  }
  return {
    id: stored.id,
    rev: isPublishedAnew ? stored.rev + 1 : stored.rev,
    history,
    published,
    ...withDueAt(dueAtMs(history, keptBack)),
    revisions,
    ...(currentHash !== undefined && !isAnnotated ? { annotateHash: currentHash } : {}),
    isHidden: stored.annotatedHash !== undefined && (currentHash === undefined || isTakenDown),
    erased,
    isRestarted,
    ...releasedFrom(stored.history, published),
  };
}

function isSameRuling(before: History, after: History): boolean {
  const { revisions: _, ...said } = before;
  const { revisions: __, ...saidNow } = after;
  return isDeepStrictEqual(said, saidNow);
}

function withDueAt(ms: number | undefined): { dueAtMs?: number } {
  return ms === undefined ? {} : { dueAtMs: ms };
}

/** Only what was known before has been waited for. */
function releasedFrom(
  before: History,
  published: Published | undefined,
): { releasedFromMs?: number } {
  if (published?.status !== 'live' || !before.revisions.has(published.current.contentHash)) {
    return {};
  }
  const ms = embargoMs(published.current);
  const wasReleased = ms === undefined || ms <= (before.consideredAtMs ?? -Infinity);
  return wasReleased ? {} : { releasedFromMs: ms };
}
