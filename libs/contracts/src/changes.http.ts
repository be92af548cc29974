import { z } from 'zod';
import { ArticleView } from './search-articles.http.ts';
import { searchFilters } from './search-filters.http.ts';
import { FeedName } from './text.ts';

export const CHANGES_SIZE_DEFAULT = 100;
export const CHANGES_SIZE_MAX = 500;

const { asOf: _asOf, ...filters } = searchFilters;

/** Query of GET /v1/changes. The filters are those of searches and belong to the cursor. */
export const ReadChanges = z.strictObject({
  ...filters,
  since: z
    .enum(['now', 'beginning'])
    .optional()
    .describe('Where to start without a cursor: from now on, or with everything there is.'),
  cursor: z.string().min(1).max(2_000).optional().describe('`next` of the answer before.'),
  size: z.coerce.number().int().min(1).max(CHANGES_SIZE_MAX).default(CHANGES_SIZE_DEFAULT),
});
export type ReadChanges = z.infer<typeof ReadChanges>;

/** An article as it is now. */
export const LiveChange = z
  .object({ id: z.uuid(), status: z.literal('live'), rev: z.int(), article: ArticleView })
  .meta({ id: 'LiveChange' });
export type LiveChange = z.infer<typeof LiveChange>;

/** An article that a copy kept elsewhere must let go of. */
export const GoneChange = z
  .object({
    id: z.uuid(),
    status: z
      .enum(['canceled', 'withheld', 'held', 'unmatched'])
      .describe(
        'canceled, withheld and held are told whatever the filters. unmatched: live, and the filters do not (or no ' +
          'longer) match it.',
      ),
    rev: z.int(),
    feed: FeedName,
  })
  .meta({ id: 'GoneChange' });
export type GoneChange = z.infer<typeof GoneChange>;

/**
 * Answer of GET /v1/changes: every article that changed since the cursor, in its newest state. Whoever
 * keeps of each id the highest rev has what the index has. The same state may come more than once.
 */
export const ChangesAnswer = z
  .object({
    data: z.array(z.discriminatedUnion('status', [LiveChange, GoneChange])),
    next: z.string().describe('Cursor to go on with, now or later. It never expires.'),
    upToDate: z
      .boolean()
      .describe('True when there is nothing more just now: ask again in a while.'),
    partial: z
      .boolean()
      .describe(
        'True when a name in the filters is borne by more entities than are searched. What the index cannot ' +
          'answer whole is 503 here: nothing is left out.',
      ),
  })
  .meta({ id: 'ChangesAnswer' });
export type ChangesAnswer = z.infer<typeof ChangesAnswer>;
