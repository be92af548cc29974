import { z } from 'zod';
import { Sha256 } from './article-content.ts';
import { FeedName, Instant } from './text.ts';

/** Longest receipt in characters. */
export const RECEIPT_LENGTH_MAX = 1_000;

/** What a receipt says of the push it was given for. Signed, and nothing in it is a secret. */
export const ReceiptPayload = z.strictObject({
  articleId: z.uuid(),
  feed: FeedName,
  kind: z.enum(['publish', 'withhold', 'takedown', 'restore']).describe('Of the event stored.'),
  topic: z.string().max(249),
  partition: z.int().min(0),
  offset: z.string().regex(/^\d{1,20}$/),
  receivedAt: Instant.describe("When the request was taken, by the ingestor's clock."),
  storedAt: Instant.describe(
    "When the log appended it, by the broker's clock; of a log that keeps none, by the ingestor's.",
  ),
  contentHash: Sha256.optional().describe(
    'Of what was published: tells a repetition from a push that another one outranks.',
  ),
});
export type ReceiptPayload = z.infer<typeof ReceiptPayload>;

/** Who signs and who verifies receipts agree by this; see `SignedTokens` of libs/service. */
export const RECEIPT_TOKEN = {
  purpose: 'warta-receipt-1',
  schema: ReceiptPayload,
  lengthMax: RECEIPT_LENGTH_MAX,
};
