import type { ArticleTakedown, TakedownQuery } from '@warta/contracts';
import { articleIdentity } from './article-identity.ts';
import type { Submission } from './submission.ts';

/** An article by id or URL, or both as pushes have them; the id counts then. */
export type NamedArticle = Pick<TakedownQuery, 'id' | 'url' | 'reason'>;

/** What an event that is about an article, and brings none, says of it: all but its kind. Pure. */
export function eventAbout(
  { id, url, reason }: NamedArticle,
  { feed, receivedAt, submittedBy }: Submission,
): Omit<ArticleTakedown, 'kind'> {
  return {
    articleId: articleIdentity({ feed, id, url }),
    feed,
    ...(id === undefined ? {} : { sourceId: id }),
    ...(url === undefined ? {} : { url }),
    receivedAt: receivedAt.toISOString(),
    submittedBy,
    ...(reason === undefined ? {} : { reason }),
  };
}
