import { ArticleSubmitted } from '@warta/contracts';
import type { ArticleReconsider, ArticleSubmittedV1, EventDefinition } from '@warta/contracts';
import { encodeEvent } from '@warta/messaging';
import type { OutgoingRecord } from '@warta/messaging';

const SOURCE = '/warta/enricher';
const SUBMITTED_BY = 'enricher';

/**
 * The log is the only way in, for the enricher too: what it wants to look at again, it submits.
 * Several enrichers may ask for the same; a repeated one changes nothing.
 *
 * @param submitted the event under the topic name of this stack.
 */
export function reconsiderRecord(
  { id, feed }: { readonly id: string; readonly feed: string },
  cause: ArticleReconsider['cause'],
  submitted: EventDefinition<ArticleSubmittedV1> = ArticleSubmitted,
): OutgoingRecord {
  const event: ArticleReconsider = {
    kind: 'reconsider',
    articleId: id,
    feed,
    receivedAt: new Date().toISOString(),
    submittedBy: SUBMITTED_BY,
    cause,
  };
  return encodeEvent(submitted, event, { source: SOURCE });
}
