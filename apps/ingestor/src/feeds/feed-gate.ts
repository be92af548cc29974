import type { FeedRecord } from '@warta/contracts';
import { ProblemError } from '@warta/service';
import type { Submitted } from '../submissions/submissions.ts';

type Paused = Pick<FeedRecord, 'state'> | undefined;

/**
 * Whether an event of the feed waits until an admin has resumed it. What is to vanish does not: a
 * publisher cannot know that its feed is paused, and a wire says so only within its documents.
 */
export function waitsForResume(record: Paused, { kind }: Pick<Submitted, 'kind'>): boolean {
  return record?.state === 'paused' && kind !== 'takedown' && kind !== 'withhold';
}

/** Of one item among others that are taken. */
export const PAUSED_DETAIL =
  'the feed is paused: send it again, as another request, once an admin has resumed it';

/** 409: all of the push waits. */
export function feedPaused(feed: string, headers: Readonly<Record<string, string>>): ProblemError {
  return new ProblemError(
    409,
    `The feed ${feed} is paused and nothing was taken: until an admin has resumed it, only ` +
      'canceled and withheld articles are. Send it again then.',
    { headers },
  );
}
