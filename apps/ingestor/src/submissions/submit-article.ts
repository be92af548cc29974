import type {
  ArticlePublish,
  ArticleTakedown,
  ArticleWithhold,
  FeedRecord,
  PushArticle,
} from '@warta/contracts';
import { bodyText } from '@warta/formats';
import { withdrawArticle } from './withdraw-article.ts';
import { articleIdentity } from './article-identity.ts';
import { contentHash } from './content-hash.ts';
import { withDefaults, withoutJunkLines } from './feed-defaults.ts';
import type { Submission } from './submission.ts';
import { withdrawalReason } from './withdrawal-reason.ts';

/** What a feed's record says of every push of it. */
export type FeedRules = Pick<FeedRecord, 'defaults' | 'junkLines'>;

export interface SubmitOptions {
  /** Undefined of a feed that is not registered. */
  rules?: FeedRules | undefined;
  /** Of the document the push was read from. */
  format?: string | undefined;
}

/**
 * The event of a push: of a canceled version a takedown, of a withheld one that it is held back. Pure;
 * the same push has the same id and hash at any time.
 * @throws BodyHtmlError
 */
export function submitArticle(
  push: PushArticle,
  submission: Submission,
  options: SubmitOptions = {},
): ArticlePublish | ArticleTakedown | ArticleWithhold {
  const { id, url } = push;
  const reason = withdrawalReason(push.extras?.['editorialNote']);
  if (push.status === 'canceled') return withdrawArticle({ id, url, reason }, submission);
  const origin = {
    articleId: articleIdentity({ feed: submission.feed, id, url }),
    feed: submission.feed,
    sourceId: id,
    url,
    receivedAt: submission.receivedAt.toISOString(),
    submittedBy: submission.submittedBy,
    version: push.version,
    updatedAt: push.updatedAt,
  };
  if (push.status === 'withheld') {
    return withoutUndefined({ kind: 'withhold' as const, ...origin, reason });
  }
  return publishOf(push, origin, options);
}

function publishOf(
  push: PushArticle,
  origin: Omit<ArticlePublish, 'kind' | 'content' | 'contentHash'>,
  { rules, format }: SubmitOptions,
): ArticlePublish {
  const { publishedAt, embargoUntil } = push;
  const text = push.bodyHtml === undefined ? (push.body ?? '') : bodyText(push.bodyHtml);
  const { title, byline, language, section, extras } = withDefaults(push, rules?.defaults);
  const body = withoutJunkLines(text, rules?.junkLines ?? []);
  const content = withoutUndefined({ title, body, language, byline, section, extras });
  return withoutUndefined({
    kind: 'publish' as const,
    ...origin,
    publishedAt,
    embargoUntil,
    format,
    content,
    contentHash: contentHash(content, publishedAt, embargoUntil),
  });
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}
