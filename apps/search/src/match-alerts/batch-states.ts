import type { ArticleUpdatedV1, LiveArticle } from '@warta/contracts';
import { analysisOf } from '../article-index/article-document.ts';
import type { AnalyzedLanguage } from '../article-index/article-document.ts';

/** An article that searches may have found by now. */
export interface LiveState {
  readonly articleId: string;
  readonly rev: number;
  readonly group: string;
  readonly feed: string;
  readonly language: string;
  readonly analysis: AnalyzedLanguage;
  /** When it became something to tell of: pushed, or at the end of its embargo. */
  readonly newsAtMs: number;
  /** When it was pushed. */
  readonly arrivedAtMs: number;
  /** Absent of one that was read from the index. */
  readonly state?: LiveArticle;
}

/** An article that may not be shown. */
export interface HiddenState {
  readonly articleId: string;
  readonly feed: string;
  readonly rev: number;
}

/**
 * An article is published again when others are related to it or people correct an entity, with the
 * content it had: no news, however old it is. For a day it is all the same to tell these from a first
 * state that came late, since what was told before is not told twice.
 */
const NEWS_FOR_MS = 24 * 3_600_000;

/** The newest state of each article that is live by then, and every state that hid one. */
export function batchStates(events: readonly ArticleUpdatedV1[]): {
  live: LiveState[];
  hidden: HiddenState[];
} {
  const newest = new Map<string, ArticleUpdatedV1>();
  for (const event of events) {
    const known = newest.get(event.articleId);
    if (known === undefined || known.rev < event.rev) newest.set(event.articleId, event);
  }
  return {
    live: [...newest.values()].flatMap((state) =>
      state.status === 'live' ? liveState(state) : [],
    ),
    hidden: events
      .filter(({ status }) => status !== 'live')
      .map(({ articleId, feed, rev }) => ({ articleId, feed, rev })),
  };
}

function liveState(state: LiveArticle): LiveState {
  const { articleId, rev, feed, duplicateOf, annotation } = state;
  return {
    articleId,
    rev,
    feed,
    group: duplicateOf?.articleId ?? articleId,
    language: annotation.language,
    analysis: analysisOf(annotation.language),
    newsAtMs: Math.max(Date.parse(state.arrival.at), Date.parse(state.embargoUntil ?? '') || 0),
    arrivedAtMs: Date.parse(state.arrival.at),
    state,
  };
}

/** Whether a state tells something that was not told before it. */
export function isNews({ newsAtMs, state }: LiveState): boolean {
  if (state?.changedAt === undefined || state.rev === state.revision) return true;
  return Date.parse(state.changedAt) - newsAtMs < NEWS_FOR_MS;
}
