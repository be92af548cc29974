import { z } from 'zod';
import { isPartial, searchFilters } from './search-filters.http.ts';
import { Instant } from './text.ts';

export const AttentionInterval = z.enum(['hour', 'day', 'week', 'month']);
export type AttentionInterval = z.infer<typeof AttentionInterval>;

/** A chart has no more points than that; days of five years. */
export const ATTENTION_BUCKETS_MAX = 2_000;

/** Query of GET /v1/attention. */
export const AskAttention = z.strictObject({
  ...searchFilters,
  interval: AttentionInterval.optional().describe(
    'Weeks begin on Monday. Without it the finest that makes a readable chart.',
  ),
});
export type AskAttention = z.infer<typeof AskAttention>;

const count = z.int().min(0);

const volume = {
  articles: count.describe('That match.'),
  total: count.describe('All of the same feeds and languages.'),
  share: z.number().min(0).max(1).describe('`articles` of `total`; 0 when there is none.'),
};

/** Answer of GET /v1/attention: how much of all that was published is about it, over time. */
export const Attention = z
  .object({
    interval: AttentionInterval,
    timeZone: z.string(),
    data: z
      .array(z.object({ from: Instant, ...volume }))
      .describe('Without gaps. The first and the last may be cut by `from` and `to`.'),
    overall: z.object(volume),
    before: count.describe(
      `Matching articles older than the first bucket: without from there are at most ${ATTENTION_BUCKETS_MAX} buckets.`,
    ),
    after: count.describe('Matching articles that say they are of a later day than tomorrow.'),
    partial: isPartial,
  })
  .meta({ id: 'Attention' });
export type Attention = z.infer<typeof Attention>;
