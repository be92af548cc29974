import type { ArticleTakedown, TakedownQuery } from '@warta/contracts';
import { articleIdentity } from '../submit-article/article-identity.ts';
import type { Submission } from '../submit-article/submit-article.ts';

/** Id or URL, or both as pushes have them; the id counts then. */
type Withdrawn = Pick<TakedownQuery, 'id' | 'url' | 'reason'>;

/** The event of a takedown. Pure. An article nobody has pushed yet is taken down in advance. */
export function withdrawArticle(
  { id, url, reason }: Withdrawn,
  submission: Submission,
): ArticleTakedown {
  return {
    kind: 'takedown',
    articleId: articleIdentity({ feed: submission.feed, id, url }),
    feed: submission.feed,
    ...(id === undefined ? {} : { sourceId: id }),
    ...(url === undefined ? {} : { url }),
    receivedAt: submission.receivedAt.toISOString(),
    submittedBy: submission.submittedBy,
    ...(reason === undefined ? {} : { reason }),
  };
}
