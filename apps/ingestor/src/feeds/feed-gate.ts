import type { FeedRecord } from '@warta/contracts';
import { ProblemError } from '@warta/service';
import type { AccessBook } from '@warta/service';

/**
 * What is known of the feed that a push is for; undefined of a feed that only keys name.
 * @throws ProblemError 409 when the feed is paused: nothing may be taken.
 */
export function feedForPush(book: Pick<AccessBook, 'feed'>, feed: string): FeedRecord | undefined {
  const record = book.feed(feed);
  if (record?.state !== 'paused') return record;
  throw new ProblemError(
    409,
    `The feed ${feed} is paused and nothing was taken. Send it again once an admin has resumed it.`,
  );
}
