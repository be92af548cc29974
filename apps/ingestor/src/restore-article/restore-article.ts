import type { ArticleRestore, TakedownQuery } from '@warta/contracts';
import { articleIdentity } from '../submit-article/article-identity.ts';
import type { Submission } from '../submit-article/submit-article.ts';

/** The event that lifts a takedown. Pure. The article is named as it was pushed. */
export function restoreArticle(
  { id, url, reason }: TakedownQuery,
  submission: Submission,
): ArticleRestore {
  return {
    kind: 'restore',
    articleId: articleIdentity({ feed: submission.feed, id, url }),
    feed: submission.feed,
    ...(id === undefined ? {} : { sourceId: id }),
    ...(url === undefined ? {} : { url }),
    receivedAt: submission.receivedAt.toISOString(),
    submittedBy: submission.submittedBy,
    ...(reason === undefined ? {} : { reason }),
  };
}
