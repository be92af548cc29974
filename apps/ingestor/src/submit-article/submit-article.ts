import type { ArticlePublish, PushArticle } from '@warta/contracts';
import { bodyText } from '@warta/formats';
import { articleIdentity } from './article-identity.ts';
import { contentHash } from './content-hash.ts';

/** Of a push or a takedown, what the request itself does not say. */
export interface Submission {
  /** The feed, from the request or from the key. */
  feed: string;
  receivedAt: Date;
  /** Public id of the key. */
  submittedBy: string;
}

/**
 * The event of a push. Pure; the same push has the same id and hash at any time.
 * @throws BodyHtmlError
 */
export function submitArticle(push: PushArticle, submission: Submission): ArticlePublish {
  const { id, url, version, updatedAt, publishedAt, embargoUntil } = push;
  const { title, language, byline, section, extras } = push;
  const body = push.bodyHtml === undefined ? (push.body ?? '') : bodyText(push.bodyHtml);
  const content = withoutUndefined({ title, body, language, byline, section, extras });
  return withoutUndefined({
    kind: 'publish' as const,
    articleId: articleIdentity({ feed: submission.feed, id, url }),
    feed: submission.feed,
    sourceId: id,
    url,
    receivedAt: submission.receivedAt.toISOString(),
    submittedBy: submission.submittedBy,
    version,
    updatedAt,
    publishedAt,
    embargoUntil,
    content,
    contentHash: contentHash(content, publishedAt, embargoUntil),
  });
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}
